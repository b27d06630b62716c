/// A table of rows that people look through.
package struct DataTable: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package enum Align: Sendable { case text, number }

        package var label: String
        package var align: Align

        package init(_ label: String, align: Align = .text) {
            self.label = label
            self.align = align
        }
    }

    /// What it is for, and so how it behaves.
    package enum Kind: Sendable, Equatable {
        /// Walked through with `j` and `k`; scrolls with the page.
        case list
        /// Read; when it is wider than the page it scrolls in a box of its own.
        case sheet
        /// Few rows, each a name and its figures.
        case figures
    }

    /// As many cells as there are columns. The link of the first cell is what `Enter` opens.
    package struct Row: Sendable, Equatable {
        package var cells: [HTML]
        package var tone: Tone

        package init(_ cells: [HTML], tone: Tone = .plain) {
            self.cells = cells
            self.tone = tone
        }
    }

    /// What the table holds, for readers by ear and above it in print.
    package var caption: String
    package var columns: [Column]
    package var rows: [Row]
    package var kind: Kind

    package init(_ kind: Kind, caption: String, columns: [Column], rows: [Row]) {
        self.kind = kind
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// The table with its head in sight, on a phone each row as a card.
package func dataTable(_ table: DataTable) -> HTML {
    let box: HTML =
        switch table.kind {
        case .list: "<div class=\"table\">"
        case .sheet: "<div class=\"table wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(table.caption)\">"
        case .figures: "<div class=\"table figures\">"
        }
    return """
        \(box)<table\(flag: "data-list", table.kind == .list)>
        <caption class="unseen">\(table.caption)</caption>
        <thead><tr>\(each(table.columns) { "<th scope=\"col\"\(attribute: "class", look($0))>\($0.label)</th>" })</tr></thead>
        <tbody>
        \(each(table.rows) { "<tr class=\"\($0.tone.rawValue)\">\(cells($0.cells, table))</tr>\n" })</tbody>
        </table></div>
        """
}

private func look(_ column: DataTable.Column) -> String? { column.align == .number ? "number" : nil }

/// Text that a list shows on one line, cut where the column ends; the whole stands in the title and on phones.
/// - Parameter markup: the same text with words of it marked.
package func clipped(_ text: String, _ width: ClipWidth = .short, as markup: HTML? = nil) -> HTML {
    text.isEmpty ? .empty : "<span class=\"clip \(width.rawValue)\" title=\"\(text)\">\(markup ?? HTML(text: text))</span>"
}

/// How much of a list's width a column of cut text gets; `long` gets most.
package enum ClipWidth: String, Sendable {
    case short, medium, long
}

private func cells(_ cells: [HTML], _ table: DataTable) -> HTML {
    each(zip(cells, table.columns).enumerated()) { index, pair in
        let (cell, column) = pair
        if table.kind == .figures, index == 0 { return "<th scope=\"row\">\(cell)</th>" }
        return "<td data-label=\"\(column.label)\"\(attribute: "class", look(column))>\(cell)</td>"
    }
}

extension Example {
    package static let dataTable: [HTML] = [
        Web.dataTable(
            DataTable(
                .list, caption: "Hồ sơ chờ sàng lọc",
                columns: [
                    .init("Số hồ sơ"), .init("Doanh nghiệp"), .init("Nội dung"), .init("Lĩnh vực"),
                    .init("Chủ trì"), .init("Thời hạn"), .init("Việc gần nhất"),
                ],
                rows: [
                    exampleRow(
                        "0001234", "Công ty TNHH Sao Mai", "Xin gia hạn tiền thuê đất năm 2026 do đơn hàng giảm từ quý II", "Thuế, phí",
                        "Sở Tài chính", Web.tag("quá hạn 3 ngày", .late), "đôn đốc hôm qua", tone: .late),
                    exampleRow(
                        "0001235", "Công ty CP Cơ khí Đông Á", "Đường vào cụm công nghiệp bị ngập", "Hạ tầng",
                        "Ban Quản lý các khu công nghiệp", Web.tag("còn 2 ngày làm việc", .soon), "chuyển 12/11"),
                    exampleRow(
                        "0001236", "Hợp tác xã Rau sạch", "Hỏi về vốn vay ưu đãi", "Tín dụng", "Chưa phân công", Web.tag("trong hạn"),
                        "nhận 09:12"),
                ])),
        Web.dataTable(
            DataTable(
                .figures, caption: "Số liệu trong tuần", columns: [.init("Chỉ tiêu"), .init("Số hồ sơ", align: .number)],
                rows: [.init(["Tiếp nhận trong kỳ", "48"]), .init(["Quá hạn", "2"], tone: .late)])),
        Web.dataTable(
            DataTable(.sheet, caption: "Thành viên", columns: [.init("Họ tên"), .init("Phụ trách")], rows: [.init(["Lê Thị Lan", "Thuế, phí"])])),
    ]

    private static func exampleRow(
        _ number: String, _ firm: String, _ text: String, _ field: String, _ lead: String, _ due: HTML, _ last: String, tone: Tone = .plain
    ) -> DataTable.Row {
        let link: HTML = "<a href=\"/app/ho-so/BN-2026-\(number)\">BN-2026-\(number)</a>"
        return .init(
            [link, clipped(firm, .medium), clipped(text, .long), clipped(field), clipped(lead), due, clipped(last)], tone: tone)
    }
}
