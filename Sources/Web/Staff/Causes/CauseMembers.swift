import Documents
import Domain
import Storage

/// The cases of a common cause, how the answer fares with each sender, and those that could join it.
enum CauseMembers {
    static func section(_ model: CausePage.Model, _ visit: Visit) -> HTML {
        let total = model.counts.values.reduce(0, +)
        let shown = model.members.prefix(CausePage.rows)
        return """
            <section><h2>Các hồ sơ <span class="count">\(grouped: total)</span></h2>
            \(when(model.file.cause.round > 0) { sums(model.counts) })
            \(shown.isEmpty
                ? emptyState("Chưa có hồ sơ nào. Hãy nhập từ danh sách gợi ý dưới đây hoặc từ trang của hồ sơ.") : table(shown, model))
            \(when(model.members.count > CausePage.rows ? shown.last : nil) { last in
                let cursor = last.row.cursor(byDueDate: false).text
                return pager(label: "Trang", next: NavItem("Trang sau", CausePage.path.link(model.file.cause.number, query: ["sau": cursor])))
            })</section>
            """
    }

    private static func sums(_ counts: [CauseQueries.Delivery: Int]) -> HTML {
        let parts = CauseQueries.Delivery.allCases.compactMap { delivery in
            counts[delivery].map { "\(DeliveryWords.name(delivery)): \($0)" }
        }
        return "<p>\(parts.joined(separator: " · "))</p>"
    }

    private static func table(_ members: ArraySlice<CauseQueries.Member>, _ model: CausePage.Model) -> HTML {
        dataTable(
            DataTable(
                .list, caption: "Các hồ sơ của vấn đề chung",
                columns: ["Số", "Người gửi", "Nội dung", "Kênh", "Trạng thái", "Thời hạn", "Trả lời chung"].map { .init($0) },
                rows: members.map { member in
                    let row = member.row
                    let due = DueWords(due: row.dueAt, isOpen: row.state.isOpen, isPaused: row.isPaused, model.calendar, model.file.now)
                    return .init(
                        [
                            "<a href=\"\(CasePage.path.link(row.number.text))\">\(row.number.text)</a>",
                            clipped(row.sender.nonEmpty ?? "Người gửi \(Terms.name(row.channel))", .medium), clipped(row.title, .medium),
                            clipped(Terms.name(row.channel)), clipped(Terms.name(row.state)), "\(due.text)", delivery(member),
                        ], tone: due.tone == .late || member.delivery == .failed ? .late : .plain)
                }))
    }

    private static func delivery(_ member: CauseQueries.Member) -> HTML {
        switch member.delivery {
        case .none: "Chưa"
        case .sent: "\(tag(DeliveryWords.name(.sent), .done)) \(when(member.sentAt) { "\($0.vietnamese)" })"
        case .failed: "\(tag(DeliveryWords.name(.failed), .late)) \(member.reason ?? "")"
        case .waiting: tag(DeliveryWords.name(.waiting), .soon)
        case .noAddress, .ownWay, .person: "\(DeliveryWords.name(member.delivery))"
        }
    }

    /// Cases that could join, to be marked.
    static func alike(_ model: CausePage.Model, _ visit: Visit) -> HTML {
        if model.alike.isEmpty { return .empty }
        let rows = model.alike.map { petition, found in
            DataTable.Row([
                """
                \(BulkPage.mark(petition.number, version: petition.version))\
                <a href="\(CasePage.path.link(petition.number.text))">\(petition.number.text)</a>
                """,
                clipped(found.row.sender, .medium), clipped(petition.title, .long), clipped(found.row.lead),
                clipped(found.common.prefix(4).joined(separator: ", "), .medium),
            ])
        }
        let columns = ["Số", "Người gửi", "Nội dung", "Chủ trì", "Giống ở"].map { DataTable.Column($0) }
        return """
            <section><h2>Hồ sơ giống, chưa nhập <span class="count">\(model.alike.count)</span></h2>
            <form method="post" action="\(BulkPage.path.link())">\(hiddenFields(visit))
            \(hiddenField("action", BulkJoin.key))\(hiddenField("cause", model.file.cause.number))
            \(dataTable(DataTable(.list, caption: "Hồ sơ giống vấn đề này", columns: columns, rows: rows)))
            \(buttonRow(primary: nil, others: [.submit("Nhập các hồ sơ đã chọn")]))</form></section>
            """
    }
}

/// How an answer to all fares with one sender, in words.
enum DeliveryWords {
    static func name(_ delivery: CauseQueries.Delivery) -> String {
        switch delivery {
        case .none: "Chưa trả lời"
        case .noAddress: "Không có địa chỉ gửi, tra cứu bằng mã"
        case .waiting: "Đang chờ gửi"
        case .sent: "Đã gửi"
        case .failed: "Không gửi được"
        case .person: "Giao cán bộ liên hệ"
        case .ownWay: "Xử lý riêng sau phản hồi"
        }
    }
}
