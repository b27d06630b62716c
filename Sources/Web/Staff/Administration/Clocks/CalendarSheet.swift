import Documents
import Domain
import Operations
import Storage

/// A year of the working calendar as it is known, and how far its latest changes have come through the cases.
struct CalendarSheet: Sendable {
    /// The year in which the seeds of the system begin; nothing before it is of use.
    static let firstYear = 2020

    var year: Int
    var calendar: WorkingCalendar
    var known: CalendarFile.Year?
    var jobs: [Recomputation]
    /// Whether days of that year may be changed.
    var isOpen: Bool
    /// The last year that can be asked for.
    var lastYear: Int

    static func read(_ year: Int, _ visit: Visit) async throws -> CalendarSheet {
        let years = CalendarChange.years(on: visit.now.day)
        return try await visit.office.read { tx in
            CalendarSheet(
                year: year, calendar: try visit.office.rules(tx).calendar, known: try RulesStore.year(year, tx),
                jobs: try RecomputationStore.newest(limit: 3, tx), isOpen: years.contains(year), lastYear: years.upperBound)
        }
    }

    var days: [SpecialDay] { calendar.specialDays.values.filter { $0.date.year == year }.sorted { $0.date < $1.date } }

    var view: HTML {
        """
        \(pager(label: "Năm", previous: link(year - 1), next: link(year + 1)))
        \(coverage)
        \(each(jobs) { job in
            notice(job.doneAt == nil ? .soon : .plain, "<p>\(CalendarWords.sentence(job)) <span class=\"quiet\">\(job.reason)</span></p>")
        })
        \(days.isEmpty ? emptyState("Chưa ghi ngày nghỉ, ngày làm bù nào của năm \(year).") : dataTable(table))
        """
    }

    private func link(_ year: Int) -> NavItem? {
        guard (Self.firstYear...lastYear).contains(year) else { return nil }
        return NavItem("Năm \(year)", CalendarPage.path.link(query: ["nam": String(year)]))
    }

    private var coverage: HTML {
        let covers = calendar.covers(year)
        let tone: Tone =
            switch covers {
            case .decided: .done
            case .provisional: .soon
            case .missing: .late
            }
        return notice(tone, "<p>\(CalendarWords.sentence(covers, of: year))\(when(known?.source) { " Căn cứ: \($0)." })</p>")
    }

    private var table: DataTable {
        DataTable(
            .sheet, caption: "Ngày nghỉ và ngày làm bù năm \(year)",
            columns: [.init("Ngày"), .init("Loại"), .init("Tên"), .init("Văn bản căn cứ")] + (isOpen ? [.init("Thay đổi")] : []),
            rows: days.map(row))
    }

    private func row(_ day: SpecialDay) -> DataTable.Row {
        let change = CalendarPage.path.link(query: ["nam": String(year), "ngay": day.date.iso]) + "#sua-ngay"
        return .init(
            [
                "<span>\(day.date.vietnamese) <span class=\"quiet\">\(day.date.weekday.vietnamese)</span></span>",
                day.kind == .makeUpWorkday ? tag(day.kind.vietnamese, .soon) : "\(day.kind.vietnamese)",
                "<span>\(day.name)\(when(day.provisional) { " \(tag("dự kiến", .quiet))" })</span>", "\(day.source)",
            ] + (isOpen ? ["<a href=\"\(change)\">Sửa<span class=\"unseen\"> hoặc bỏ ngày \(day.date.vietnamese)</span></a>"] : []))
    }
}
