import Database
import Domain
import Operations
import TestSupport
import Testing
@testable import Web

/// The coverage board and the history of the organisation.
@Suite struct CoveragePageTests {
    @Test func theBoardCountsOnAnyDayAndNamesWhatIsMissing() async throws {
        try await SiteUnderTest.serving { site in
            let mai = try await site.staff("mai")
            let page = try await mai.open("/app/quan-tri/bang-phu")
            #expect(page.text.contains("/4 đơn vị"), "\(page.text)")
            let row = page.all("tr").first { $0.text.contains("Sở Tài chính") }
            #expect(row?.text.contains("Tổ công tác, quy chế") == true)
            let then = try await mai.open("/app/quan-tri/bang-phu?ngay=2024-06-01")
            #expect(then.text.contains("/5 đơn vị"))
            let boards = try await mai.open("/app/quan-tri/bang-phu?cap=board")
            #expect(!boards.all("table").dropFirst().contains { $0.text.contains("Sở Tài chính") })
            #expect(try await mai.get("/app/quan-tri/bang-phu?ngay=mai").status == 422)
        }
    }

    @Test func itIsForThoseWhoReadReportsOrAdminister() async throws {
        try await SiteUnderTest.serving { site in
            for (login, status) in [("mai", 200), ("hung", 200), ("quantri", 200), ("nga", 403), ("duc", 403)] {
                let answer = try await site.staff(login).get("/app/quan-tri/bang-phu")
                #expect(answer.status == status, "\(login)")
            }
        }
    }

    @Test func theHistoryIsReadPageByPageNewestFirst() async throws {
        try await SiteUnderTest.serving { site in
            for number in 1...60 {
                site.test.clock.advance(seconds: 1)
                _ = try await site.test.office.perform(
                    FoundUnit(
                        key: "xa-\(number)", UnitEntry(name: "Xã số \(number)", level: .commune, from: site.test.clock.now.day)),
                    as: .staff(site.test.cast.admin))
            }
            let admin = try await site.staff("quantri")
            let first = try await admin.open("/app/quan-tri/nhat-ky")
            #expect(first.all("tbody").first?.all("tr").first?.text.contains("Xã số 60") == true)
            let next = try #require(first.all("a").first { $0["rel"] == "next" }?["href"])
            let second = try await admin.open(next)
            #expect(second.all("tbody").first?.all("tr").first?.text.contains("Xã số 10") == true)
            #expect(try await admin.get("/app/quan-tri/nhat-ky?truoc=khong").status == 422)
        }
    }

    @Test func aSenderAsksForProtectionOnThePublicForm() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.visitor().fill(
                "/gui-kien-nghi",
                [
                    "kind": "conduct", "text": "Công ty nợ lương ba tháng, mong được giữ kín tên.", "sender": "person", "name": "Lê Văn Thợ",
                    "phone": "0912 345 678", "protect": "1",
                ])
            #expect(answer.status == 303)
            #expect(try await site.test.number("SELECT count(*) AS n FROM petition WHERE is_protected = 1 AND is_restricted = 1") == 1)
        }
    }
}
