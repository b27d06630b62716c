package import Domain

/// The weekly report in words, under the four headings of the founding decision (seed 000). Screen, text and JSON are made from
/// this, so that they cannot disagree.
package struct WeeklyPaper: Sendable, Equatable {
    package let report: WeeklyReport
    package let sections: [Section]

    /// One heading with its sentence and the cases that it names.
    package struct Section: Sendable, Equatable {
        package var heading: String
        package var text: String
        package var items: [Item]
    }

    /// One case of a section.
    package struct Item: Sendable, Equatable {
        package var number: CaseNumber
        package var text: String
    }

    package init(_ report: WeeklyReport) {
        self.report = report
        sections = [Self.intake(report), Self.measures(report), Self.difficulties(report), Self.proposals(report)]
    }

    package static let title = "BÁO CÁO TUẦN"

    /// `từ 12:00 13/11/2026 đến 12:00 20/11/2026`
    package var period: String { "từ \(report.week.start.vietnamese) đến \(report.week.end.vietnamese)" }

    private static func intake(_ report: WeeklyReport) -> Section {
        let figures = report.figures
        var text = "Kỳ trước chuyển sang \(figures.opening), tiếp nhận trong kỳ \(figures.received)"
        if figures.reopened > 0 { text += " (trong đó kiến nghị lại \(figures.reopened))" }
        text += "; tổng số \(figures.total)."
        if !report.byChannel.isEmpty {
            let channels = report.byChannel.map { "\(Channel(rawValue: $0.key).map(Terms.name) ?? $0.name) \($0.count)" }
            text += " Theo kênh: \(channels.joined(separator: ", "))."
        }
        let fields = report.byField.filter { !$0.key.isEmpty }.prefix(5).map { "\($0.name) \($0.count)" }
        if !fields.isEmpty { text += " Lĩnh vực nhiều nhất: \(fields.joined(separator: "; "))." }
        let total = WeeklyReport.Approaches.total(report.approaches)
        if total.count > 0 { text += " Lượt liên hệ \(total.count), trong đó mở hồ sơ \(total.opened)." }
        return Section(heading: "Tình hình tiếp nhận", text: text, items: [])
    }

    private static func measures(_ report: WeeklyReport) -> Section {
        let figures = report.figures
        var text = "Đã giải quyết \(figures.done), đúng hạn \(figures.doneInTime)"
        if let share = Wording.percent(figures.doneInTime, of: figures.done) { text += " (\(share))" }
        // Both promises are measured; the first one is named where it makes a difference.
        if figures.doneInFirstTime != figures.doneInTime { text += ", đúng hạn ban đầu \(figures.doneInFirstTime)" }
        text += "; chuyển cơ quan khác hoặc từ chối \(figures.transferred)."
        return Section(
            heading: "Giải pháp đã thực hiện", text: text,
            items: report.answered.map { Item(number: $0.number, text: "\($0.lead): \($0.remark)") })
    }

    private static func difficulties(_ report: WeeklyReport) -> Section {
        let figures = report.figures
        let text = """
            Đang giải quyết \(figures.open), trong đó quá hạn \(figures.openOverdue), chờ người gửi bổ sung \(figures.waiting).
            """
        return Section(
            heading: "Khó khăn, vướng mắc", text: text,
            items: report.late.map { Item(number: $0.number, text: "\($0.lead): \($0.title) (hạn \($0.due.vietnamese))") })
    }

    private static func proposals(_ report: WeeklyReport) -> Section {
        let text =
            report.referred.isEmpty
            ? "Không có nội dung vượt thẩm quyền trong kỳ."
            : "\(report.referred.count) nội dung vượt thẩm quyền, đề nghị cấp trên xem xét."
        return Section(
            heading: "Nội dung kiến nghị", text: text,
            items: report.referred.map { Item(number: $0.number, text: "\($0.title): \($0.remark)") })
    }

    /// The report as text for the Zalo group, at most `limit` UTF-16 units: every figure always, and as many cases as fit, each
    /// section its share, with how many more there are.
    package func text(limit: Int = 2000) -> String {
        var shown = 6
        while true {
            let text = text(showing: shown)
            if text.utf16.count <= limit || shown == 0 { return Excerpt.cut(text, limit: limit, suffix: "…") }
            shown -= 1
        }
    }

    private func text(showing shown: Int) -> String {
        var lines = [Self.title + " " + report.week.iso, report.team.name, "(\(period))"]
        for (index, section) in sections.enumerated() {
            lines.append("")
            lines.append("\(index + 1). \(section.heading)")
            lines.append(section.text)
            for item in section.items.prefix(shown) {
                lines.append("- \(item.number.text) \(Excerpt.cut(item.text, limit: 110, suffix: "…"))")
            }
            let rest = section.items.count - shown
            if shown > 0, rest > 0 { lines.append("- và \(rest) hồ sơ khác.") }
        }
        if !report.isBalanced { lines.append("\nCHÚ Ý: số liệu chưa cân đối, cần kiểm tra trước khi gửi.") }
        return lines.joined(separator: "\n")
    }
}
