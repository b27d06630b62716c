import Domain
import Operations
import Testing
import TestSupport

/// Units of the same level do not see each other's cases; who installs the program sees none.
@Suite(.eachEngine) struct RightsTests {
    @Test func aHandlerOfAnotherUnitSeesNeitherTheCaseNorItsStepsNorItsFiles() async throws {
        try await StorySite.serving { site in
            let sender = site.visitor()
            let answer = try await sender.fill(
                "/gui-kien-nghi",
                ["kind": "regulation", "text": "Trạm biến áp quá tải, máy dừng mỗi chiều.", "organisation": "Công ty Bình An", "phone": "0912345678"],
                files: [("files", Visitor.File("bien-ban.pdf", Samples.pdf))])
            let code = String((answer.location ?? "").dropFirst("/tra-cuu/".count).prefix(10))
            try await site.screen(code, by: try await site.staff("lan"))
            try await site.diagnoseAndAssign(code, by: try await site.staff("duc"))
            let number = try await site.number(code)

            let own = try await site.staff("nga").open("/app/ho-so/\(number)")
            let file = own.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/tep/") } ?? ""
            let tam = try await site.staff("tam")
            for path in ["", "/tra-loi", "/yeu-cau-bo-sung", "/tra-lai", "/ghi-chu", "/phe-duyet", "/chan-doan", "/phan-cong"] {
                #expect(try await tam.get("/app/ho-so/\(number)\(path)").status == 403, "\(path)")
            }
            #expect(try await tam.get(file).status == 403)
            #expect(try await !tam.open("/app/ho-so").text.contains(number))
            #expect(try await site.visitor().get(file).status == 303, "a stranger is asked to sign in")

            let rows = try await site.test.rows(in: "case_event")
            let form = try WebForm.on(try await tam.open("/app"), having: ["csrf"])
            let forged = try await tam.post(
                "/app/ho-so/\(number)/ghi-chu", [("csrf", form.value("csrf") ?? ""), ("version", "4"), ("kind", "remark"), ("note", "tò mò")])
            #expect(forged.status == 403)
            #expect(try await site.test.rows(in: "case_event") == rows)
        }
    }

    @Test func theAdministratorSeesNoCases() async throws {
        try await StorySite.serving { site in
            let code = try await site.submit(as: site.visitor())
            let number = try await site.number(code)
            let admin = try await site.staff("quantri")
            #expect(try await admin.get("/app").location == "/app/tai-khoan")
            #expect(try await admin.get("/app/ho-so").status == 403)
            #expect(try await admin.get("/app/ho-so/\(number)").status == 403)
            #expect(try await admin.get("/app/bao-cao/tuan/nay").status == 403)
            #expect(try await admin.get("/app/tai-khoan").status == 200)
        }
    }

    @Test func onlyTheAdministratorOpensAccounts() async throws {
        try await StorySite.serving { site in
            for login in ["lan", "duc", "nga", "quan", "hung", "mai"] {
                #expect(try await site.staff(login).get("/app/tai-khoan").status == 403, "\(login)")
            }
            let admin = try await site.staff("quantri")
            let made = try await admin.fill(
                "/app/tai-khoan",
                [
                    "login": "moi", "name": "Phan Văn Mới", "unit": site.test.ground.industry.id.text, "roles": "handler",
                    "password": Cast.password,
                ])
            #expect(made.status == 303)
            try await site.visitor().signIn("moi")
        }
    }

    @Test func aClosedAccountIsOutAtOnce() async throws {
        try await StorySite.serving { site in
            let nga = try await site.staff("nga")
            try await site.test.office.perform(DisableAccount(login: "nga"), as: .system)
            #expect(try await nga.get("/app").location?.hasPrefix("/dang-nhap") == true)
        }
    }

    @Test func whoSignsOutOrIsAwayTooLongIsOut() async throws {
        try await StorySite.serving { site in
            let lan = try await site.staff("lan")
            let form = try WebForm.on(try await lan.open("/app"), having: ["csrf"])
            #expect(try await lan.send(form).status == 303)
            #expect(try await lan.get("/app").status == 303)
            let duc = try await site.staff("duc")
            site.test.clock.advance(minutes: 16)
            #expect(try await duc.get("/app").location?.hasPrefix("/dang-nhap") == true)
        }
    }

    @Test func afterSigningInOneIsWhereOneWantedToGoButNeverOutside() async throws {
        try await StorySite.serving { site in
            let code = try await site.submit(as: site.visitor())
            let path = "/app/ho-so/\(try await site.number(code))"
            let lan = site.visitor()
            let sent = try await lan.get(path)
            let back = try await lan.fill(sent.location ?? "", ["login": "lan", "password": Cast.password])
            #expect(back.location == path)
            for outside in ["//evil.example", "/app//evil.example", "https://evil.example/app", "/app\\evil", "/tra-cuu"] {
                let answer = try await site.visitor().post(
                    "/dang-nhap", [("back", outside), ("login", "lan"), ("password", Cast.password)])
                #expect(answer.location == "/app", "\(outside)")
            }
        }
    }
}
