import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Lịch làm việc: the days off and the make-up days of a year (`?nam=`), each with its document; one of them to change by `?ngay=`.
/// A change is shown with what it would move before it is carried out.
struct CalendarPage: Page {
    static let path: Path = "/app/quan-tri/lich"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let year = try year(visit.query["nam"], visit)
        let sheet = try await CalendarSheet.read(year, visit)
        var day: Day?
        if let text = visit.query["ngay"], !text.isEmpty {
            guard let asked = Day(typed: text), sheet.calendar.specialDays[asked] != nil else { throw Refusal.noSuch(.calendarDay) }
            day = asked
        }
        return try await reply(sheet, CalendarForms(opening: day, sheet), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let year = try year(form["nam"], visit)
        do {
            return try await take(form, year, visit)
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            let sheet = try await CalendarSheet.read(year, visit)
            return try await reply(sheet, CalendarForms(form, refusal, sheet), visit, status: FailurePage.status(of: refusal))
        }
    }

    /// What a button of the page, or of its preview, does.
    private enum Act: String {
        case preview, previewRemoval, confirm, confirmRemoval, year
    }

    private static func take(_ form: FormBody, _ year: Int, _ visit: Visit) async throws -> Reply {
        guard let act = form["do"].flatMap(Act.init) else { throw Entry.noForm }
        switch act {
        case .preview: return try await preview(try CalendarForms.kept(form), form, visit)
        case .previewRemoval: return try await preview(try CalendarForms.removed(form), form, visit)
        case .confirm: return try await carryOut(try CalendarForms.kept(form), form, visit)
        case .confirmRemoval: return try await carryOut(try CalendarForms.removed(form), form, visit)
        case .year:
            try await visit.office.perform(MarkCalendarYear(try CalendarForms.marked(form, year)), as: visit.actor)
            return .see(path.link(query: ["nam": String(year)]))
        }
    }

    /// Carries out what was previewed. Where the rules changed in between, the preview is made anew and has to be confirmed again.
    private static func carryOut(_ change: CalendarChange, _ form: FormBody, _ visit: Visit) async throws -> Reply {
        var reading = FormReading(form)
        let version = reading.number("version")
        try reading.finish()
        do {
            try await visit.office.changeCalendar(change, version: version, as: visit.actor)
        } catch Refusal.hindered(.rulesChanged) {
            return try await preview(change, form, visit, after: .hindered(.rulesChanged))
        }
        return .see(path.link(query: ["nam": String(change.day.year)]))
    }

    private static func preview(_ change: CalendarChange, _ form: FormBody, _ visit: Visit, after refusal: Refusal? = nil) async throws -> Reply {
        let preview = try await visit.office.preview(change)
        let calendar = try await visit.office.read { try visit.office.rules($0).calendar }
        let view = CalendarPreviewView(change: change, preview: preview, calendar: calendar)
        let content = view.content(linking: try Rights.seesCases(visit.account()), refusal, visit)
        return .document(
            try await StaffFrame.page(title: CalendarPreviewView.title, queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func reply(
        _ sheet: CalendarSheet, _ forms: CalendarForms, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let title = "Lịch làm việc năm \(sheet.year)"
        let content: HTML = """
            <h1>\(title)</h1>
            \(forms.summary)
            \(sheet.view)
            \(forms.view(sheet, visit))
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: status)
    }

    /// The year that is asked for, else this one. Throws `Refusal.invalid` for one that no clock can reach.
    private static func year(_ text: String?, _ visit: Visit) throws(Refusal) -> Int {
        guard let text, !text.isEmpty else { return visit.now.day.year }
        let last = CalendarChange.years(on: visit.now.day).upperBound
        guard let year = Int(text), (CalendarSheet.firstYear...last).contains(year) else {
            throw .invalid([Problem("nam", .outOfRange(CalendarSheet.firstYear, last))])
        }
        return year
    }
}
