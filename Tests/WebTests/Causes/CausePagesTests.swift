import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// Common causes through the pages' own forms.
@Suite(.eachEngine) struct CausePagesTests {
    private static func cases(_ count: Int, _ site: SiteUnderTest) async throws -> [Case] {
        var cases: [Case] = []
        for index in 0..<count {
            let text = "Đường vào khu công nghiệp lún sâu, xe hàng số \(index) không vào được."
            cases.append(try await site.test.screened(try await site.test.submit(text)))
        }
        return cases
    }

    private static func number(_ answer: Answer) throws -> String {
        guard answer.status == 303, let location = answer.location else { throw Missing("a cause: \(answer.status) \(answer.text.suffix(600))") }
        return String(location.split(separator: "/").last ?? "")
    }

    @Test func fromMarkedCasesToOneAnswerForAll() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await Self.cases(4, site)
            let duc = try await site.staff("duc")
            let address = OpenCausePage.path.link(query: ["ho-so": cases.prefix(2).map(\.number.text).joined(separator: ",")])
            let lead = site.test.ground.parkBoard.id.text
            let opened = try await duc.fill(
                address, ["title": "Đường khu công nghiệp lún", "summary": "Nền đường dùng chung lún, nhiều doanh nghiệp vướng.", "lead": lead])
            let number = try Self.number(opened)
            // The others join from the list of the bulk page.
            let token = try WebForm.on(try await duc.open("/app/ho-so"), having: ["csrf"]).value("csrf") ?? ""
            let marks = cases.suffix(2).map { ("chon", "\($0.number.text):\($0.version)") }
            let joined = try await duc.post("/app/nhieu-ho-so", [("csrf", token), ("action", "join"), ("cause", number)] + marks)
            #expect(try joined.page.text.contains("Đã làm 2 trên 2 hồ sơ."))

            let nga = try await site.staff("nga")
            let today = site.test.clock.now.day
            let submitted = try await nga.fill(
                "/app/van-de-chung/\(number)/tra-loi",
                [
                    "outcome": "resolved", "conclusion": "Toàn tuyến được gia cố nền và thảm lại mặt đường.", "legalBasis": "Quyết định 2290/QĐ-UBND",
                    "what0": "Gia cố nền đường", "by0": today.adding(7).iso, "proof0": "document", "proofText0": "Biên bản số 12/BB-BQL",
                ], button: "submit")
            #expect(submitted.status == 303, "\(submitted.text.suffix(800))")
            #expect(try await nga.get("/app/van-de-chung/\(number)/phe-duyet").status == 403, "who drafted does not sign")

            let quan = try await site.staff("quan")
            #expect(try await quan.open("/app").text.contains(number), "it waits on his desk")
            #expect(try await quan.open("/app/van-de-chung/\(number)/phe-duyet").text.contains("Gửi 4 người"))
            #expect(try await quan.fill("/app/van-de-chung/\(number)/phe-duyet", button: "approve").status == 303)
            #expect(try await quan.open("/app/van-de-chung/\(number)").text.contains("Không có địa chỉ gửi, tra cứu bằng mã: 4"))
            for petition in cases {
                let page = try await site.visitor().open("/tra-cuu/\(petition.lookupCode.text)").text
                #expect(page.contains("Toàn tuyến được gia cố nền và thảm lại mặt đường."))
            }
        }
    }

    @Test func whatIsLikeIsProposedAndWhatLeavesSaysWhy() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await Self.cases(3, site)
            await LikenessFiller(office: site.test.office) { _ in }.fillAll()
            let cause = try await site.test.cause(members: [cases[0]])
            let duc = try await site.staff("duc")
            let page = try await duc.open("/app/van-de-chung/\(cause.number)")
            let offered = page.all("input").filter { $0["name"] == "chon" }.compactMap { $0["value"] }
            #expect(Set(offered) == Set(cases.dropFirst().map { "\($0.number.text):\($0.version)" }))
            let member = "/app/ho-so/\(cases[0].number.text)"
            #expect(try await duc.open(member).text.contains(cause.number))
            #expect(try await duc.fill("\(member)/tach-van-de-chung", ["reason": "  "]).status == 422)
            #expect(try await duc.fill("\(member)/tach-van-de-chung", ["reason": "Đường này thuộc xã quản lý."]).status == 303)
            #expect(try await site.test.load(cases[0].id).cause == nil)
            #expect(try await duc.get("\(member)/tach-van-de-chung").status == 404)
        }
    }

    @Test func aJoiningCaseFindsTheLikestCauseFirst() async throws {
        try await SiteUnderTest.serving { site in
            let cause = try await site.test.cause("Đường vào khu công nghiệp lún sâu")
            _ = try await site.test.cause("Cấp điện chập chờn cuối tuần")
            let petition = try await Self.cases(1, site)[0]
            let duc = try await site.staff("duc")
            let address = "/app/ho-so/\(petition.number.text)/van-de-chung"
            let choices = try await duc.open(address).all("input").filter { $0["name"] == "cause" }.compactMap { $0["value"] }
            #expect(choices.count == 2 && choices.first == cause.id.text)
            #expect(try await duc.fill(address, ["cause": cause.id.text]).status == 303)
            #expect(try await site.test.load(petition.id).cause == cause.id)
        }
    }

    @Test func badInputChangesNothing() async throws {
        try await SiteUnderTest.serving { site in
            let duc = try await site.staff("duc")
            let lead = site.test.ground.parkBoard.id.text
            #expect(try await duc.fill("/app/mo-van-de-chung", ["title": "a", "summary": "b", "lead": lead]).status == 422)
            #expect(try await site.test.rows(in: "cause") == 0)
            let cause = try await site.test.cause()
            let nga = try await site.staff("nga")
            #expect(try await nga.fill("/app/van-de-chung/\(cause.number)/tra-loi", ["outcome": "resolved"], button: "submit").status == 422)
            let empty = try await nga.fill("/app/van-de-chung/\(cause.number)/kien-nghi", ["level": "province", "text": "", "legalBasis": ""])
            #expect(empty.status == 422)
            #expect(try await site.test.office.read { try CauseStore.load(cause.id, $0) } == cause)
            for path in ["/app/van-de-chung/VDC-2026-99", "/app/van-de-chung/%27--", "/app/van-de-chung?sau=x-y"] {
                #expect(try await duc.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test func aUnitThatLeadsNothingOfItSeesNothing() async throws {
        try await SiteUnderTest.serving { site in
            let cause = try await site.test.cause("Đường vào khu công nghiệp lún")
            let tam = try await site.staff("tam")
            #expect(try await !tam.open("/app/van-de-chung").text.contains(cause.number))
            for part in ["", "/sua", "/tra-loi", "/phe-duyet", "/kien-nghi", "/minh-chung/\(cause.id.text)"] {
                #expect(try await tam.get("/app/van-de-chung/\(cause.number)\(part)").status == 403, "\(part)")
            }
        }
    }
}
