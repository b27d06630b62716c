import Domain
import Foundation
import Testing
import TestSupport

/// The weekly report on screen: each number leads to as many cases as it says.
@Suite(.eachEngine) struct WeeklyReportTests {
    /// Two weeks in which something of everything happens; the second ends on Friday 14 August 2026.
    private func twoWeeks(_ site: StorySite) async throws {
        let test = site.test
        _ = try await test.answered()
        _ = try await test.asked(try await test.assigned())
        _ = try await test.screened()
        test.clock.set(try moment("2026-08-10T08:00"))
        _ = try await test.answered(outcome: .explained)
        _ = try await test.answered(outcome: .referredUpward)
        _ = try await test.submit()
        let code = try await site.submit("Tôi khiếu nại quyết định số 7 của huyện.", as: site.visitor())
        try await site.take(
            "chuyen", of: code, by: try await site.staff("lan"),
            ["kind": "complaint", "body": "Thanh tra tỉnh", "reason": "Khiếu nại, Luật Khiếu nại 02/2011."])
        test.clock.set(try moment("2026-08-17T09:00"))
    }

    @Test func everyNumberLeadsToAsManyCasesAsItSays() async throws {
        try await StorySite.serving { site in
            try await twoWeeks(site)
            let mai = try await site.staff("mai")
            var seen = 0
            for week in ["2026-W32", "2026-W33", "2026-W34", "nay"] {
                let page = try await mai.open("/app/bao-cao/tuan/\(week)")
                #expect(page.text.contains("Số liệu cân đối"), "\(week): \(page.text)")
                let table = try #require(page.first(class: "figures"))
                for link in table.all("a") {
                    let rows = try await mai.open(link["href"] ?? "").all("tbody").first?.all("tr").count ?? 0
                    #expect(rows == Int(link.text), "\(week) \(link["href"] ?? "")")
                    seen += rows
                }
            }
            #expect(seen > 20)
        }
    }

    @Test func whatAWeekCarriesOverIsWhatTheWeekBeforeLeftOpen() async throws {
        try await StorySite.serving { site in
            try await twoWeeks(site)
            let mai = try await site.staff("mai")
            func figure(_ week: String, _ name: String) async throws -> Int? {
                let page = try await mai.open("/app/bao-cao/tuan/\(week)")
                let row = page.first(class: "figures")?.all("tr").first { $0.all("th").first?.text == name }
                return row?.all("td").first.flatMap { Int($0.text) }
            }
            let open = try await figure("2026-W32", "Đang giải quyết")
            #expect(open == 2)
            #expect(try await figure("2026-W33", "Tồn kỳ trước") == open)
        }
    }

    @Test func theTextForTheGroupFitsIntoOneMessage() async throws {
        try await StorySite.serving { site in
            try await twoWeeks(site)
            for index in 0..<40 {
                let petition = try await site.test.submit("Việc thứ \(index): \(String(repeating: "nội dung dài ", count: 30))")
                _ = try await site.test.answered(try await site.test.assigned(try await site.test.screened(petition)))
            }
            site.test.clock.set(try moment("2026-08-24T09:00"))
            let answer = try await site.staff("mai").get("/app/bao-cao/tuan/nay/ban-chu")
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "text/plain; charset=utf-8")
            #expect(answer.text.utf16.count <= 2000)
            for heading in ["Tình hình tiếp nhận", "Giải pháp đã thực hiện", "Khó khăn, vướng mắc", "Nội dung kiến nghị"] {
                #expect(answer.text.localizedCaseInsensitiveContains(heading), "\(heading)")
            }
        }
    }
}
