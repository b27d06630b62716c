package import Domain

/// What is said of the working calendar and of changes in it.
package enum CalendarWords {
    /// A change in a sentence: what the day is from now on, and by which document.
    package static func sentence(_ change: CalendarChange, in calendar: WorkingCalendar) -> String {
        switch change {
        case .keep(let day): "\(day.date.vietnamese): \(day.kind.vietnamese), \(day.name) (\(day.source))"
        case .remove(let day, let source):
            "\(day.vietnamese): không còn là ngày \(calendar.specialDays[day].map { "“\($0.name)”" } ?? "đặc biệt") (\(source))"
        }
    }

    /// What the calendar knows of a year.
    package static func sentence(_ coverage: WorkingCalendar.Coverage, of year: Int) -> String {
        switch coverage {
        case .decided: "Lịch nghỉ năm \(year) đã có quyết định chính thức."
        case .provisional: "Lịch nghỉ năm \(year) là dự kiến, chờ thông báo chính thức."
        case .missing: "Chưa có lịch nghỉ năm \(year): mới chỉ trừ thứ Bảy và Chủ nhật."
        }
    }

    /// How far a change has come through the open cases.
    package static func sentence(_ job: Recomputation) -> String {
        let moved = "\(Wording.number(job.changed)) hồ sơ đổi hạn"
        return job.doneAt.map { "Đã tính lại xong lúc \($0.vietnamese): \(moved)." }
            ?? "Đang tính lại: đã xét \(Wording.number(job.seen)) hồ sơ, \(moved)."
    }
}
