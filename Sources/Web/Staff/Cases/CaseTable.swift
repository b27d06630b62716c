import Documents
import Domain
import Storage

/// Rows of cases: number, sender, first line, field, lead, state, due, last act.
enum CaseTable {
    /// What a search looked for, and where it stands in each case.
    struct Found: Sendable {
        var terms: [SearchTerm] = []
        var passages: [ID<Case>: Passage] = [:]
    }

    /// - Parameters:
    ///   - queue: where the rows come from; when all of its cases are in one state, no column repeats it.
    ///   - versions: of the cases, where rows can be marked to act on many at once.
    static func table(
        _ rows: [CaseRow], of queue: CaseFilter.Queue, caption: String, _ calendar: WorkingCalendar, _ now: Instant, empty: String,
        found: Found = Found(), choosing versions: [ID<Case>: Int]? = nil
    ) -> HTML {
        if rows.isEmpty { return emptyState(empty) }
        let hasStates = !queue.isOneState
        return dataTable(
            DataTable(
                .list, caption: caption,
                columns: [.init("Số"), .init("Người gửi"), .init("Nội dung"), .init("Lĩnh vực"), .init("Chủ trì")]
                    + (hasStates ? [.init("Trạng thái")] : []) + [.init("Thời hạn"), .init("Cập nhật", align: .number)],
                rows: rows.map { line($0, hasState: hasStates, calendar, now, found, version: versions?[$0.id]) }))
    }

    private static func line(
        _ row: CaseRow, hasState: Bool, _ calendar: WorkingCalendar, _ now: Instant, _ found: Found, version: Int?
    ) -> DataTable.Row {
        // A duplicate goes by the date of its main case.
        let due = DueWords(due: row.dueAt, isOpen: row.state.isOpen && !row.isMerged, isPaused: row.isPaused, calendar, now)
        let sender = row.sender.isEmpty ? "Người gửi \(Terms.name(row.channel))" : row.sender
        let state: [HTML] = hasState ? ["<span class=\"nowrap\">\(row.isMerged ? "Đã gộp" : Terms.name(row.state))</span>"] : []
        return .init(
            [
                """
                \(when(version) { BulkPage.mark(row.number, version: $0) })\
                <a href="\(CasePage.path.link(row.number.text))">\(marked(row.number.text, found.terms))</a>
                """,
                clipped(sender, .medium, as: marked(sender, found.terms)), content(row, found), clipped(row.field ?? ""), clipped(row.lead),
            ] + state + [
                "<span class=\"due \(due.tone.rawValue)\" title=\"\(row.dueAt.vietnamese)\">\(due.text)</span>",
                "<time datetime=\"\(row.updatedAt.iso)\" title=\"\(row.updatedAt.vietnamese)\">\(row.updatedAt.short(now))</time>",
            ], tone: due.tone == .late ? .late : .plain)
    }
}

extension CaseTable {
    /// The title, and for what a search has found the passage that shows it.
    private static func content(_ row: CaseRow, _ found: Found) -> HTML {
        let title = row.urgent ? "Khẩn: \(row.title)" : row.title
        return """
            \(clipped(title, .long, as: marked(title, found.terms)))\
            \(when(found.passages[row.id]) { "<span class=\"excerpt\">\(marked($0))</span>" })
            """
    }

    private static func marked(_ text: String, _ terms: [SearchTerm]) -> HTML {
        terms.isEmpty ? HTML(text: text) : marked(Passage(text, finding: terms))
    }

    private static func marked(_ passage: Passage) -> HTML {
        each(passage.pieces) { $0.isFound ? "<mark>\($0.text)</mark>" : HTML(text: $0.text) }
    }
}

extension CaseFilter.Queue {
    /// Whether the queue's name says the state of every case in it.
    fileprivate var isOneState: Bool {
        switch self {
        case .intake, .diagnosis, .handling, .approving, .referred, .answered: true
        case .waiting, .soon, .late, .all, .mine, .opinions, .offers, .extensions, .decisions, .excuses: false
        case .escalations: true
        }
    }
}

/// A due date as people say it: "còn 2 ngày làm việc", "quá hạn 3 ngày".
struct DueWords: Equatable {
    var text: String
    var tone: Tone

    init(due: Instant, isOpen: Bool, isPaused: Bool, _ calendar: WorkingCalendar, _ now: Instant) {
        if !isOpen {
            (text, tone) = (due.day.vietnamese, .quiet)
        } else if isPaused {
            (text, tone) = ("tạm dừng", .quiet)
        } else if due < now {
            let days = -calendar.workingDays(from: now.day, to: due.day)
            (text, tone) = (days > 0 ? "quá hạn \(days) ngày" : "quá hạn", .late)
        } else {
            let days = calendar.workingDays(from: now.day, to: due.day)
            text = days == 0 ? "hạn hôm nay" : "còn \(days) ngày làm việc"
            tone = days <= DeskClock.soonDays ? .soon : .plain
        }
    }
}

extension Instant {
    /// The hour for today, the day and month before.
    fileprivate func short(_ now: Instant) -> String {
        if day == now.day { return hourAndMinute }
        return String(day.vietnamese.prefix(day.year == now.day.year ? 5 : 10))
    }
}

/// What counts as due soon.
enum DeskClock {
    /// Working days.
    static let soonDays = 2

    /// Cases due before this moment are due soon.
    static func soon(_ now: Instant, _ calendar: WorkingCalendar) -> Instant {
        Instant(milliseconds: calendar.count(from: now, workingDays: soonDays).dueAt.milliseconds + 1)
    }
}

/// The queues' names and order.
enum QueueWords {
    static func name(_ queue: CaseFilter.Queue) -> String {
        switch queue {
        case .intake: "Chờ sàng lọc"
        case .diagnosis: "Chờ chẩn đoán, phân công"
        case .handling: "Đang xử lý"
        case .approving: "Chờ phê duyệt"
        case .waiting: "Chờ người gửi bổ sung"
        case .soon: "Sắp đến hạn"
        case .late: "Quá hạn"
        case .referred: "Đã kiến nghị cấp trên"
        case .answered: "Đã trả lời"
        case .mine: "Hồ sơ của tôi"
        case .opinions: "Chờ đơn vị tôi cho ý kiến"
        case .offers: "Chờ đơn vị tôi tiếp nhận"
        case .extensions: "Chờ duyệt gia hạn"
        case .escalations: "Chờ ý kiến chỉ đạo của tôi"
        case .decisions: "Chờ quyết định đơn vị chủ trì"
        case .excuses: "Quá hạn, chưa báo cáo chậm"
        case .all: "Tất cả hồ sơ"
        }
    }
}

/// The tag of a state.
func stateTag(_ state: CaseState) -> HTML {
    switch state {
    case .answered: tag(Terms.name(state), .done)
    case .declined, .transferred: tag(Terms.name(state), .quiet)
    case .received, .diagnosing, .handling, .escalated, .approving, .referred: tag(Terms.name(state))
    }
}

/// The tag of a clock that runs or waits.
func clockTag(_ clock: CaseClock, open: Bool, _ calendar: WorkingCalendar, _ now: Instant) -> HTML {
    if !open { return .empty }
    let words = DueWords(due: clock.due, isOpen: true, isPaused: clock.isPaused, calendar, now)
    return tag(clock.isPaused ? "Tạm dừng, chờ người gửi bổ sung" : words.text, words.tone)
}
