import Documents
import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// Ai chuyển cho ai: from which unit to which, how often, what became of it, and the cases that went round most.
struct HandoffPage: Page {
    static let path: Path = "/app/chuyen-vong"
    static let access = Access.staff

    /// Days that are looked back when nobody says which.
    private static let usualDays = 90
    private static let cases = 20

    static func show(_ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        guard Rights.allow(visit.actor, .readReports), let visibility = CaseVisibility(of: account) else {
            throw Refusal.notPermitted(.readReports)
        }
        let (first, last) = try period(visit)
        let (pairs, bounced) = try await visit.office.read { tx in
            (
                try HandoffQueries.pairs(from: first, to: last, tx),
                try HandoffQueries.bounced(from: first, to: last, seenBy: visibility, limit: Self.cases, tx)
            )
        }
        let content: HTML = """
            <h1>Ai chuyển cho ai</h1>
            <form class="filter" method="get" action="\(path.link())">
            \(textInput("tu", label: "Từ ngày", value: first.iso, kind: .date, isShort: true))
            \(textInput("den", label: "Đến ngày", value: last.iso, kind: .date, isShort: true))
            \(buttonRow(primary: nil, others: [.submit("Xem")]))</form>
            \(pairs.isEmpty ? emptyState("Không có lần chuyển, trả lại nào trong thời gian này.") : dataTable(table(pairs)))
            \(when(!bounced.isEmpty) { "<h2>Hồ sơ chuyển nhiều lần nhất</h2>\(dataTable(table(bounced)))" })
            """
        return .document(try await StaffFrame.page(title: "Ai chuyển cho ai", queue: nil, content, visit))
    }

    private static func period(_ visit: Visit) throws -> (Day, Day) {
        func day(_ name: String) throws -> Day? {
            guard let text = visit.query[name], !text.isEmpty else { return nil }
            guard let day = Day(typed: text) else { throw Refusal.invalid([Problem(name, .dateUnreadable)]) }
            return day
        }
        let last = try day("den") ?? visit.now.day
        let first = try day("tu") ?? last.adding(-usualDays)
        if last < first { throw Refusal.invalid([Problem("den", .endsBeforeBegin)]) }
        return (first, last)
    }

    private static func table(_ pairs: [HandoffQueries.Pair]) -> DataTable {
        DataTable(
            .sheet, caption: "Chuyển, trả lại giữa các đơn vị",
            columns: [.init("Từ"), .init("Đến")]
                + ["Tổng", "Đang chờ", "Tiếp nhận", "Trả lại nơi chuyển", "Rút lại", "Trả tổ chẩn đoán", "Chờ Tổ phó quyết định"]
                .map { .init($0, align: .number) },
            rows: pairs.map { pair in
                let counts = [pair.offered, pair.waiting, pair.accepted, pair.returned, pair.withdrawn, pair.gaveBack, pair.forDecision]
                return .init(["\(pair.from)", "\(pair.to ?? "Tổ chẩn đoán")"] + counts.map(figure))
            })
    }

    /// Most are nothing, and must not hide those that are something.
    private static func figure(_ count: Int) -> HTML { count == 0 ? "<span class=\"none\">0</span>" : "\(grouped: count)" }

    private static func table(_ cases: [HandoffQueries.Bounced]) -> DataTable {
        DataTable(
            .list, caption: "Hồ sơ chuyển nhiều lần nhất",
            columns: [.init("Số"), .init("Nội dung"), .init("Chủ trì"), .init("Trạng thái"), .init("Số lần", align: .number)],
            rows: cases.map { row in
                .init([
                    "<a href=\"\(CasePage.path.link(row.number.text))\">\(row.number.text)</a>", clipped(row.title, .long), clipped(row.lead),
                    clipped(Terms.name(row.state)), "\(grouped: row.times)",
                ])
            })
    }
}
