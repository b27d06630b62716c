import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// Task forces: founded from a decision, manned, regulated, dissolved.
@Suite struct TeamPagesTests {
    private static let decision: KeyValuePairs<String, String> = [
        "decision": "77/QĐ-UBND", "decisionDate": "2026-07-20", "from": "2026-08-01", "kind": "taskForce", "name": "Tổ công tác Bến Cát",
        "level": "commune", "key": "ben-cat", "prefix": "BC",
    ]

    private func found(_ site: SiteUnderTest, _ visitor: Visitor) async throws -> Answer {
        let form = try WebForm.on(try await visitor.open("/app/quan-tri/thanh-lap-to"), having: ["decision"])
        #expect(form.isMultipart)
        let values = Self.decision.map { ($0.key, $0.value) } + [("unit", site.test.ground.industry.id.text), ("csrf", form.value("csrf") ?? "")]
        return try await visitor.post(form.action, values, files: [("files", Visitor.File("quyet dinh.pdf", Samples.pdf))])
    }

    @Test func aTeamIsFoundedFromADecisionWithItsScan() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            #expect(try await found(site, admin).location == "/app/quan-tri/to-cong-tac/ben-cat")
            let page = try await admin.open("/app/quan-tri/to-cong-tac/ben-cat")
            #expect(page.text.contains("Quyết định số 77/QĐ-UBND ngày 20/07/2026"))
            let scan = try #require(page.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/app/quan-tri/van-ban/") })
            let file = try await admin.get(scan)
            #expect(file.status == 200 && file.body == Samples.pdf)
            #expect(file["content-type"] == "application/pdf")
            #expect(file["content-disposition"]?.hasPrefix("attachment") == true)
            #expect(file["content-security-policy"] == "default-src 'none'; sandbox")
            #expect(try await site.staff("nga").get(scan).status == 403)
        }
    }

    @Test func aDecisionHalfTypedOrAPrefixInUseIsRefusedAndStays() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let half = try await admin.fill("/app/quan-tri/thanh-lap-to", ["decision": "77/QĐ-UBND", "name": "Tổ công tác Bến Cát"])
            #expect(half.status == 422)
            #expect(try WebForm.on(half.page, having: ["decision"]).value("name") == "Tổ công tác Bến Cát")
            let taken = try await admin.fill(
                "/app/quan-tri/thanh-lap-to",
                [
                    "decision": "77/QĐ-UBND", "decisionDate": "2026-07-20", "name": "Tổ công tác Bến Cát", "level": "commune", "key": "moi",
                    "prefix": "BD", "unit": site.test.ground.industry.id.text,
                ])
            #expect(taken.status == 409)
            #expect(try taken.page.text.contains("“BD” đã được dùng"))
        }
    }

    @Test func aMemberIsAppointedWithHisMandatesAndEnds() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            _ = try await found(site, admin)
            let path = "/app/quan-tri/to-cong-tac/ben-cat"
            let answer = try await admin.fill(
                "\(path)/thanh-vien",
                [
                    "post": "member", "name": "Đỗ Thanh Tâm", "unit": site.test.ground.industry.id.text, "account": site.test.cast.tam.id.text,
                    "fields": "giao-thong", "areas": "ben-cat", "duty": "Theo dõi giao thông", "from": "2026-08-01",
                ])
            #expect(answer.status == 303)
            let shown = try await admin.open(path).text
            #expect(shown.contains("Đỗ Thanh Tâm") && shown.contains("Bến Cát") && shown.contains("Theo dõi giao thông"))
            let mandates = try await site.test.office.read { try MandateStore.all(of: site.test.cast.tam.id, $0) }
            #expect(mandates.contains { $0.authority.team != nil && $0.authority.role == .handler })
            let end = try await admin.fill("\(path)/thanh-vien/0/thoi", ["to": "2026-08-03"])
            #expect(end.status == 303)
            let after = try await site.test.office.read { try MandateStore.all(of: site.test.cast.tam.id, $0) }
            #expect(after.first { $0.authority.team != nil }?.validTo == (try day("2026-08-03")))
        }
    }

    @Test func aSecondHeadAndAnEndBeforeTheBeginningAreRefused() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let path = "/app/quan-tri/to-cong-tac/tpn/thanh-vien"
            let answer = try await admin.fill(
                path,
                [
                    "post": "standingDeputy", "name": "Người thứ hai", "unit": site.test.ground.standing.id.text, "from": "2026-08-03",
                    "to": "2026-08-01",
                ])
            #expect(answer.status == 422)
            let text = try answer.page.first(class: "summary")?.text ?? ""
            #expect(text.contains("Đã có người") && text.contains("Ngày kết thúc trước ngày bắt đầu"))
            #expect(try WebForm.on(answer.page, having: ["name"]).value("name") == "Người thứ hai")
        }
    }

    @Test func aRegulationCountsFromItsDayAndItsParametersAreShown() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let path = "/app/quan-tri/to-cong-tac/tpn"
            let answer = try await admin.fill(
                "\(path)/quy-che",
                ["document": "01/QC", "documentDate": "2026-07-01", "from": "2026-08-01", "resolveDays": "10", "reportHour": "15"])
            #expect(answer.status == 303)
            let page = try await admin.open(path).text
            #expect(page.contains("giải quyết trong 10 ngày làm việc; báo cáo trước 15 giờ thứ sáu"))
            let odd = try await admin.fill(
                "\(path)/quy-che", ["document": "02/QC", "documentDate": "2026-07-01", "resolveDays": "mười", "reportHour": "99"])
            #expect(odd.status == 422)
            #expect(try WebForm.on(odd.page, having: ["document"]).value("reportHour") == "99")
        }
    }

    @Test func dissolvingShowsFiguresFirstHandsOverAndLeavesMinutes() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let admin = try await site.staff("quantri")
            _ = try await found(site, admin)
            let path = "/app/quan-tri/to-cong-tac/tpn"
            #expect(try await admin.open("\(path)/giai-the").text.contains("1 hồ sơ đang mở"))
            let nameless = try await admin.fill("\(path)/giai-the", ["reason": "Đã hoàn thành nhiệm vụ được giao"])
            #expect(nameless.status == 422, "open cases need a taker")
            #expect(try WebForm.on(nameless.page, having: ["reason"]).value("reason") == "Đã hoàn thành nhiệm vụ được giao")
            let heir = try #require(try await site.test.office.read { try TeamStore.find(key: "ben-cat", $0) })
            let done = try await admin.fill(
                "\(path)/giai-the",
                ["heir": heir.id.text, "reason": "Đã hoàn thành nhiệm vụ được giao", "decision": "9/QĐ", "decisionDate": "2026-08-01"])
            #expect(done.status == 303)
            let minutes = try await admin.open("\(path)/bien-ban").text
            #expect(minutes.contains(petition.number.text) && minutes.contains("Tổ công tác Bến Cát") && minutes.contains("9/QĐ"))
            #expect(try await admin.open(path).text.contains("Đã giải thể"))
            #expect(try await admin.get("\(path)/thanh-vien").status == 409)
            #expect(try await site.test.load(petition.id).team == heir.id)
        }
    }

    @Test func theHeadNamesReadersAndTheAdministratorMayNot() async throws {
        try await SiteUnderTest.serving { site in
            let path = "/app/quan-tri/to-cong-tac/tpn/nguoi-xem"
            #expect(try await site.staff("quantri").get(path).status == 403)
            let mai = try await site.staff("mai")
            #expect(try await mai.fill(path, ["account": site.test.cast.nga.id.text]).status == 303)
            let page = try await mai.open(path)
            #expect(page.all("tbody").first?.text.contains("Hoàng Thị Nga") == true)
            let token = try WebForm.on(page, having: ["csrf"]).value("csrf") ?? ""
            #expect(try await mai.post(path, [("csrf", token), ("remove", site.test.cast.nga.id.text)]).status == 303)
            #expect(try await mai.open(path).text.contains("Chưa giao ai"))
            #expect(try await mai.post(path, [("csrf", token)]).status == 422)
        }
    }

    @Test func readersOfReportsSeeTeamsButChangeNothing() async throws {
        try await SiteUnderTest.serving { site in
            let mai = try await site.staff("mai")
            let page = try await mai.open("/app/quan-tri/to-cong-tac/tpn").text
            #expect(page.contains("Trần Quang Hùng") && !page.contains("Phân công thành viên"))
            for step in ["thanh-vien", "quy-che", "giai-the", "thanh-vien/0/thoi"] {
                #expect(try await mai.get("/app/quan-tri/to-cong-tac/tpn/\(step)").status == 403, "\(step)")
            }
            #expect(try await site.staff("nga").get("/app/quan-tri/to-cong-tac").status == 403)
        }
    }
}
