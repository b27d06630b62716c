import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Whoever has no business here: strangers' forms, guessed codes and passwords, unsigned deliveries, wrong addresses.
@Suite(.eachEngine) struct StrangerTests {
    @Test(arguments: [nil, "", "0123", "of another session"]) func aFormWithoutThePersonsTokenIs403(token: String?) async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            var shown = token
            if token == "of another session" {
                shown = try WebForm.on(try await site.staff("lan").open("/app"), having: ["csrf"]).value("csrf")
            }
            let fields = [("version", "1"), ("kind", "remark"), ("note", "Ghi chú lạ")] + (shown.map { [("csrf", $0)] } ?? [])
            let nothing = try await site.storesNothing {
                let answer = try await lan.post("/app/ho-so/\(petition.number.text)/ghi-chu", fields)
                #expect(answer.status == 403)
                #expect(try answer.page.text.contains("tải lại trang"))
            }
            #expect(nothing)
        }
    }

    @Test func aFormFromAnotherSiteIs403EvenForThePublicForm() async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                var asking = Asking("POST", "/gui-kien-nghi")
                asking.headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")]
                asking.body = Array("text=a".utf8)
                let answer = try await site.visitor().ask(asking)
                #expect(answer.status == 403)
            }
            #expect(nothing)
        }
    }

    @Test func aDeliveryThatIsNotGenuineIs403AndAProbeIs200AndNeitherIsKept() async throws {
        try await SiteUnderTest.serving { site in
            for (verdict, status) in [("refuse", 403), ("probe", 200)] {
                let nothing = try await site.storesNothing {
                    var asking = Asking("POST", "/webhooks/zalo")
                    asking.headers = [("x-verdict", verdict)]
                    asking.body = Array("{}".utf8)
                    let answer = try await site.visitor().ask(asking)
                    #expect(answer.status == status)
                }
                #expect(nothing)
            }
        }
    }

    @Test func aDeliveryToAChannelThatIsNoneIs404AndOneTooLargeIs413() async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                for path in ["/webhooks/viber", "/webhooks/form"] {
                    let answer = try await site.visitor().post(path, [("a", "b")])
                    #expect(answer.status == 404)
                }
                var asking = Asking("POST", "/webhooks/zalo")
                asking.body = [UInt8](repeating: 32, count: Hooks.largest + 1)
                let answer = try await site.visitor().ask(asking)
                #expect(answer.status == 413)
            }
            #expect(nothing)
        }
    }

    @Test(arguments: ["ABCDE", "AAAAAAAAAA", "<script>", "2222222222", "ự", String(repeating: "A", count: 500)])
    func anUnknownLookupCodeIs404(code: String) async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.submit()
            let path = TrackCasePage.path.link(code)
            let answer = try await site.visitor().get(path)
            #expect(answer.status == 404)
            #expect(try answer.page.text.contains("Hãy kiểm tra lại mã"))
            #expect(try await site.visitor().get(TrackPage.path.link(query: ["ma": code])).status != 200)
        }
    }

    @Test func guessingCodesIsSlowedDownButAKnownCodeStillOpens() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            var statuses: [Int] = []
            for _ in 0..<25 { statuses.append(try await site.visitor().get("/tra-cuu/2222222222").status) }
            #expect(statuses.prefix(20).allSatisfy { $0 == 404 })
            #expect(statuses.suffix(5).allSatisfy { $0 == 429 })
            #expect(try await site.visitor().get("/tra-cuu/2222222222")["retry-after"] != nil)
            #expect(try await site.visitor().get("/tra-cuu/\(petition.lookupCode.text)").status == 200)
            site.test.clock.advance(minutes: 2)
            #expect(try await site.visitor().get("/tra-cuu/2222222222").status == 404)
        }
    }

    @Test func aWrongPasswordIs401AndTheFifthLocksTheAccount() async throws {
        try await SiteUnderTest.serving { site in
            for _ in 1...4 {
                let answer = try await site.visitor().post("/dang-nhap", [("login", "lan"), ("password", "sai mat khau roi")])
                #expect(answer.status == 401)
                #expect(try answer.page.text.contains("không đúng"))
                #expect(answer["set-cookie"] == nil)
            }
            #expect(try await site.visitor().post("/dang-nhap", [("login", "lan"), ("password", "sai")]).status == 429)
            let right = try await site.visitor().post("/dang-nhap", [("login", "lan"), ("password", Cast.password)])
            #expect(right.status == 429, "locked, even with the right one")
            site.test.clock.advance(minutes: 16)
            try await site.visitor().signIn("lan")
        }
    }

    @Test func aNameThatDoesNotExistLooksLikeAWrongPassword() async throws {
        try await SiteUnderTest.serving { site in
            let unknown = try await site.visitor().post("/dang-nhap", [("login", "khong-co"), ("password", "x")])
            let wrong = try await site.visitor().post("/dang-nhap", [("login", "lan"), ("password", "x")])
            #expect(unknown.status == 401)
            let (said, known) = (try unknown.page.first(class: "summary")?.text, try wrong.page.first(class: "summary")?.text)
            #expect(said == known)
        }
    }

    @Test func oneAddressCannotTryPasswordsWithoutEnd() async throws {
        try await SiteUnderTest.serving { site in
            var statuses: [Int] = []
            for number in 0..<30 {
                statuses.append(try await site.visitor().post("/dang-nhap", [("login", "ten-\(number)"), ("password", "x")]).status)
            }
            #expect(statuses.first == 401)
            #expect(statuses.last == 429)
        }
    }

    @Test(arguments: ["/khong-co", "/app/khong-co", "/tra-cuu/a/b/c", "/.env", "/static/0/css/khong.css/x", "/%00", "/wp-login.php"])
    func anUnknownPageIs404InVietnamese(path: String) async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.visitor().get(path)
            #expect(answer.status == 404)
            #expect(try answer.page.text.contains("Không có trang này"))
            let posted = try await site.visitor().post(path, [("a", "b")])
            #expect(posted.status == 404)
            #expect(try posted.page.text.contains("Không có trang này"))
        }
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH"]) func aMethodThatAPageDoesNotKnowIs405(method: String) async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().ask(Asking(method, "/gui-kien-nghi"))
                #expect(answer.status == 405)
                #expect(answer["allow"] == "GET, HEAD, POST")
            }
            #expect(nothing)
        }
    }

    @Test func aPageWithoutAFormTakesNone() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.visitor().post("/mang-luoi", [("a", "b")])
            #expect([404, 405].contains(answer.status))
        }
    }

    @Test func aHeadRequestHasTheHeadersOfThePage() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.visitor().ask(Asking("HEAD", "/"))
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "text/html; charset=utf-8")
        }
    }

    @Test func theOneTimeLinkOfAnotherOfficeIsWorthless() async throws {
        try await SiteUnderTest.serving { site in
            #expect(try await site.visitor().get("/khoi-tao/0123456789abcdef").status == 404)
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().post(
                    "/khoi-tao/0123456789abcdef", [("login", "toi"), ("name", "Tôi"), ("password", Cast.password)])
                #expect(answer.status == 404)
            }
            #expect(nothing)
        }
    }
}
