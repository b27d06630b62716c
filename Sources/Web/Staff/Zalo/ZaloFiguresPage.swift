import Domain
import Operations
import Storage

/// Số liệu kênh Zalo: followers, article views and messages, in all and by day (seed 001).
struct ZaloFiguresPage: Page {
    static let path: Path = "/app/kenh/zalo"
    static let access = Access.staff

    /// Days in the table.
    private static let days = 60

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .readReports, .administer)
        let (days, total) = try await visit.office.read { (try ZaloDayStore.newest(Self.days, $0), try ZaloDayStore.messages($0)) }
        let content: HTML = """
            <h1>Số liệu kênh Zalo</h1>
            \(days.isEmpty
                ? emptyState("Chưa có số liệu.", "Số liệu được ghi hằng ngày từ khi kênh Zalo được kết nối.")
                : "\(totals(days, total))\(table(days))")
            """
        return .document(try await StaffFrame.page(title: "Số liệu kênh Zalo", queue: nil, content, visit))
    }

    private static func totals(_ days: [ZaloDay], _ total: (came: Int, went: Int)) -> HTML {
        func newest(_ value: (ZaloDay) -> Int?) -> String { days.lazy.compactMap(value).first.map(Wording.number) ?? "Chưa có" }
        return factsList([
            ("Người quan tâm", newest(\.followers)), ("Lượt đọc bài viết", newest(\.articleViews)), ("Bài viết", newest(\.articles)),
            ("Tin nhắn", "\(Wording.number(total.came + total.went)) (nhận \(Wording.number(total.came)), gửi \(Wording.number(total.went)))"),
        ])
    }

    private static func table(_ days: [ZaloDay]) -> HTML {
        let rows = days.enumerated().map { index, day -> DataTable.Row in
            let before = index + 1 < days.count ? days[index + 1] : nil
            return .init([
                "\(day.day.vietnamese)", figure(day.followers, before?.followers), figure(day.articleViews, before?.articleViews),
                "\(grouped: day.messagesIn)", "\(grouped: day.messagesOut)",
            ])
        }
        return dataTable(
            DataTable(
                .sheet, caption: "Số liệu \(Self.days) ngày gần nhất",
                columns: [
                    .init("Ngày"), .init("Người quan tâm", align: .number), .init("Lượt đọc bài viết", align: .number),
                    .init("Tin nhận", align: .number), .init("Tin gửi", align: .number),
                ], rows: rows))
    }

    /// A figure that only grows or shrinks from day to day, with by how much.
    private static func figure(_ value: Int?, _ before: Int?) -> HTML {
        guard let value else { return "" }
        let change = before.map { value - $0 } ?? 0
        return "\(grouped: value)\(when(change != 0) { " <span class=\"quiet\">(\(change > 0 ? "+" : "")\(Wording.number(change)))</span>" })"
    }
}
