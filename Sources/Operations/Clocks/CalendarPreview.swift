package import Domain
import Storage

/// What a change of the calendar would do to the open cases (xem trước khi đổi lịch).
package struct CalendarPreview: Sendable, Equatable {
    /// A case whose due date would move.
    package struct Change: Sendable, Equatable {
        package var number: CaseNumber
        package var from: Instant
        package var to: Instant
    }

    /// Of the rules it was made from; the change is carried out only while they stand.
    package var version: Int
    /// Cases whose due date would move: all, those that would be due sooner, those that would be late at once.
    package var count = 0
    package var sooner = 0
    package var late = 0
    /// The first of them. Restricted cases are counted and not named.
    package var shown: [Change] = []

    /// How many are named.
    package static let most = 50
    /// Clocks read at once.
    static let bite = 1000

    mutating func count(_ ticking: WatchQueries.Ticking, _ calendar: WorkingCalendar, at now: Instant) {
        guard let due = ticking.clock.recomputed(calendar) else { return }
        count += 1
        if due < ticking.clock.own { sooner += 1 }
        if ticking.clock.measured(at: now) > due, !ticking.clock.isOwnLate(at: now) { late += 1 }
        if shown.count < Self.most, !ticking.isRestricted {
            shown.append(Change(number: ticking.number, from: ticking.clock.own, to: due))
        }
    }
}

extension Office {
    /// What a change would do, without doing it. Reads a bite at a time, so that it holds nobody up. Throws `Refusal` when the change
    /// itself does not hold.
    package func preview(_ change: CalendarChange) async throws -> CalendarPreview {
        let (version, calendar) = try await read { (try RulesStore.version($0), try self.rules($0).calendar) }
        let now = world.now()
        try change.check(in: calendar, on: now.day)
        var preview = CalendarPreview(version: version)
        guard calendar.movesDates(change) else { return preview }
        let changed = calendar.changed(by: change)
        var last: ID<Case>?
        repeat {
            let ticking = try await read { [last] in
                try WatchQueries.open(touching: change.day, after: last, limit: CalendarPreview.bite, $0)
            }
            for one in ticking { preview.count(one, changed, at: now) }
            last = ticking.count < CalendarPreview.bite ? nil : ticking.last?.id
        } while last != nil
        return preview
    }
}
