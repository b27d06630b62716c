import Domain

// What the history says of deadlines and of the calendar.
extension OrganisationWords {
    static func clocks(_ event: OrganisationEvent) -> String {
        switch event {
        case .profileAdded(_, let resolve, let from, let source):
            "Thêm mức thời hạn: trả lời trong \(resolve) ngày làm việc, từ ngày \(from.vietnamese), theo \(source)"
        case .profileWithdrawn(_, let from): "Rút lại mức thời hạn dự định áp dụng từ ngày \(from.vietnamese)"
        case .calendarDayKept(let day, let kind, let name, let source):
            "Lịch làm việc \(day.vietnamese): \(kind.vietnamese), \(name), theo \(source)"
        case .calendarDayRemoved(let day, let name, let source): "Lịch làm việc \(day.vietnamese): bỏ “\(name)”, theo \(source)"
        case .calendarYearMarked(let year, let provisional, let source):
            "Lịch nghỉ năm \(year): \(provisional ? "dự kiến" : "đã có quyết định"), theo \(source)"
        case .unitFounded, .unitChanged, .teamFounded, .teamEnded, .memberAppointed, .memberEnded, .regulationIssued, .accountOpened,
            .accountClosed, .mandateGiven, .mandateEnded, .readerNamed, .readerRemoved, .reorganisationPrepared, .reorganisationWithdrawn,
            .reorganisationCarriedOut, .imported, .templateKept, .templateRetired:
            ""
        }
    }
}
