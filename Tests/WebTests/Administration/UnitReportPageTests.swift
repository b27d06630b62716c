import Domain
import Operations
import Testing
import TestSupport

@testable import Web

@Suite(.eachEngine) struct UnitReportPageTests {
    private func table(_ visitor: Visitor, _ path: String) async throws -> [[String]] {
        try await visitor.open(path).all("tbody").first?.all("tr").map { $0.all("td").map(\.text) } ?? []
    }

    @Test func thenKeepsWhatNowGivesToTheSuccessor() async throws {
        try await SiteUnderTest.serving { site in
            let test = site.test
            _ = try await test.assigned()
            _ = try await test.answered()
            test.clock.set(try moment("2026-08-10T09:00"))
            let mai = try await site.staff("mai")
            let path = "/app/bao-cao/tuan/2026-W32/don-vi"
            let before = try await table(mai, path)
            #expect(before.map(\.first) == ["Ban Quản lý các khu công nghiệp", "Tổng số"])
            #expect(before.first?.dropFirst().map { $0 } == ["0", "0", "0", "2", "1", "1", "1", "1", "0", "0"])
            let plan = ReorganisationPlan(
                title: "Sắp xếp", document: Decision(number: "1/QĐ", date: test.clock.now.day),
                steps: [.merge(from: ["bql-kcn"], into: "so-cong-thuong")])
            let prepared = try await test.office.perform(PrepareReorganisation(plan: plan, on: test.clock.now.day), as: .system)
            _ = try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .system)
            #expect(try await table(mai, path) == before)
            #expect(try await table(mai, path + "?theo=khi-do") == before)
            let now = try await table(mai, path + "?theo=hien-nay")
            #expect(now.map(\.first) == ["Sở Công Thương", "Tổng số"] && now.first?.dropFirst() == before.first?.dropFirst())
        }
    }

    @Test func theReportLeadsToIt() async throws {
        try await SiteUnderTest.serving { site in
            let mai = try await site.staff("mai")
            let link = try await mai.open("/app/bao-cao/tuan/2026-W32").all("a").first { $0.text == "Theo đơn vị" }?["href"]
            let page = try await mai.open(try #require(link))
            #expect(page.text.contains("Không có hồ sơ nào trong tuần này"))
            #expect(page.all("a").contains { $0["href"] == "/app/bao-cao/tuan/2026-W32/don-vi?theo=hien-nay" })
        }
    }

    @Test func onlyReadersOfReportsAndKnownWaysComeIn() async throws {
        try await SiteUnderTest.serving { site in
            let (nga, mai) = (try await site.staff("nga"), try await site.staff("mai"))
            #expect(try await nga.get("/app/bao-cao/tuan/2026-W32/don-vi").status == 403)
            #expect(try await mai.get("/app/bao-cao/tuan/2026-W32/don-vi?theo=khac").status == 404)
            #expect(try await mai.get("/app/bao-cao/tuan/2026-W99/don-vi").status == 404)
        }
    }
}
