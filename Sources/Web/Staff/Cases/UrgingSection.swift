import Documents
import Domain
import Storage

/// Who was urged about which date (đôn đốc).
enum UrgingSection {
    /// What the person who looks at his desk was urged about.
    static func desk(_ urgings: [UrgingStore.Urging]) -> HTML {
        let rows = urgings.map { urging in
            DataTable.Row(
                [
                    "<a href=\"\(CasePage.path.link(urging.number.text))\">\(urging.number.text)</a>", clipped(urging.title, .long),
                    "\(urging.due.day.vietnamese)", "\(Terms.name(urging.warning))", "\(urging.at.vietnamese)",
                ], tone: urging.warning == .soon ? .soon : .late)
        }
        let columns = ["Hồ sơ", "Nội dung", "Hạn", "Mức", "Đôn đốc lúc"].map { DataTable.Column($0) }
        return """
            <section class="queue"><h2>Đôn đốc gửi bạn <span class="count">\(urgings.count)</span></h2>
            \(dataTable(DataTable(.list, caption: "Đôn đốc gửi bạn", columns: columns, rows: rows)))</section>
            """
    }

    /// Everybody who was urged about one case.
    static func ofCase(_ urgings: [UrgingStore.Urging]) -> HTML {
        let rows = urgings.map { urging in
            DataTable.Row(["\(urging.at.vietnamese)", "\(urging.name)", "\(Terms.name(urging.warning))", "\(urging.due.day.vietnamese)"])
        }
        let columns = ["Thời điểm", "Người được đôn đốc", "Mức", "Hạn khi đó"].map { DataTable.Column($0) }
        return """
            <section><h2>Đôn đốc</h2>\(dataTable(DataTable(.sheet, caption: "Đôn đốc", columns: columns, rows: rows)))</section>
            """
    }
}
