import Documents
import Domain
import Storage

/// Rows of cases: number, sender, first line, field, lead, due, last act.
enum CaseTable {
    static func table(_ rows: [CaseRow], _ calendar: WorkingCalendar, _ now: Instant, empty: String) -> HTML {
        if rows.isEmpty { return emptyState(empty) }
        return """
            <div class="table-box"><table class="list cases" data-list>
            <thead><tr><th scope="col">Số</th><th scope="col">Người gửi</th><th scope="col">Nội dung</th><th scope="col">Lĩnh vực</th>
            <th scope="col">Chủ trì</th><th scope="col">Trạng thái</th><th scope="col">Thời hạn</th><th scope="col">Cập nhật</th></tr></thead>
            <tbody>\(each(rows) { line($0, calendar, now) })</tbody></table></div>
            """
    }

    private static func line(_ row: CaseRow, _ calendar: WorkingCalendar, _ now: Instant) -> HTML {
        let due = DueWords(due: row.dueAt, isOpen: row.state.isOpen, isPaused: row.isPaused, calendar, now)
        return """
            <tr><td class="number" data-label="Số"><a href="\(CasePage.path.link(row.number.text))">\(row.number.text)</a></td>
            <td data-label="Người gửi" title="\(row.sender)">\(row.sender.isEmpty ? "Người gửi \(Terms.name(row.channel))" : row.sender)</td>
            <td class="wide" data-label="Nội dung" title="\(row.title)">\(when(row.urgent) { "<span class=\"badge late\">Khẩn</span> " })\(row.title)</td>
            <td data-label="Lĩnh vực" title="\(row.field ?? "")">\(row.field ?? "")</td>
            <td data-label="Chủ trì" title="\(row.lead)">\(row.lead)</td>
            <td data-label="Trạng thái">\(Terms.name(row.state))</td>
            <td data-label="Thời hạn" class="due \(due.tone.rawValue)" title="\(row.dueAt.vietnamese)">\(due.text)</td>
            <td class="number" data-label="Cập nhật" title="\(row.updatedAt.vietnamese)">\(row.updatedAt.short(now))</td></tr>
            """
    }
}

/// A due date as people say it: "còn 2 ngày làm việc", "quá hạn 3 ngày".
struct DueWords: Equatable {
    enum Tone: String { case late, soon, calm, quiet }

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
            tone = days <= DeskClock.soonDays ? .soon : .calm
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
        case .all: "Tất cả hồ sơ"
        }
    }
}

/// The badge of a state.
func stateBadge(_ state: CaseState) -> HTML {
    let tone =
        switch state {
        case .answered: "done"
        case .declined, .transferred: "quiet"
        case .received, .diagnosing, .handling, .approving, .referred: "plain"
        }
    return "<span class=\"badge \(tone)\">\(Terms.name(state))</span>"
}

/// The badge of a clock.
func clockBadge(_ clock: CaseClock, open: Bool, _ calendar: WorkingCalendar, _ now: Instant) -> HTML {
    if !open { return .empty }
    let words = DueWords(due: clock.due, isOpen: true, isPaused: clock.isPaused, calendar, now)
    return "<span class=\"badge \(words.tone.rawValue)\">\(clock.isPaused ? "Tạm dừng, chờ người gửi bổ sung" : words.text)</span>"
}
