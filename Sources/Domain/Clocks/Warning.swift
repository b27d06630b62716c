/// How near its date a case is (mức cảnh báo; requirement 26).
package enum Warning: String, CaseIterable, Sendable, Codable, Comparable {
    /// Bình thường.
    case none
    /// Sắp đến hạn.
    case soon
    /// Quá hạn.
    case late
    /// Quá hạn nghiêm trọng.
    case badlyLate

    /// Working days before the date from which it is due soon.
    package static let soonDays = 2
    /// Working days after the date from which it is badly late.
    package static let badlyDays = 5

    /// The grade of a clock at a moment. A clock that stands still warns of nothing new.
    package init(_ clock: CaseClock, at now: Instant, _ calendar: WorkingCalendar) {
        let at = clock.measured(at: now)
        if at > clock.due {
            self = calendar.workingDays(from: clock.due.day, to: at.day) > Self.badlyDays ? .badlyLate : .late
        } else {
            self = calendar.workingDays(from: at.day, to: clock.due.day) <= Self.soonDays ? .soon : .none
        }
    }

    /// Who is urged at this grade (đôn đốc): the handler, then the head of his unit, then the standing deputy.
    package var urges: Urged? {
        switch self {
        case .none: nil
        case .soon: .handler
        case .late: .unitHead
        case .badlyLate: .standingDeputy
        }
    }

    /// Whom an urging goes to.
    package enum Urged: String, CaseIterable, Sendable, Codable {
        case handler, unitHead, standingDeputy
    }

    package static func < (a: Warning, b: Warning) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .soon: 1
        case .late: 2
        case .badlyLate: 3
        }
    }
}
