package import Domain

/// The plan of the demonstration: which petitions come when, from whom, and what becomes of each, over twelve weeks that end now.
/// The same cast, calendar, moment and seed give the same plan.
package struct DemonstrationPlan: Sendable, Equatable {
    /// By arrival.
    package var cases: [PlannedCase]
    /// What many senders have in common, with cases of its own.
    package var causes: [PlannedCause]

    /// Petitions that come in, those not counted that somebody sends twice.
    static let volume = 336
    /// The newest ones that nobody has looked at yet.
    static let untouched = 5

    package init(cast: Cast, calendar: WorkingCalendar, now: Instant, seed: UInt64 = 2022) {
        var chance = Chance(seed: seed)
        let office = OfficeClock(calendar: calendar)
        let moments = Arrivals(office: office, now: now).moments(Self.volume, &chance)
        var casting = Casting(cast: cast)
        var parts: [Part] = moments.compactMap { moment in
            casting.next(&chance).map { Part(petition: $0.petition, sender: $0.sender, arrivesAt: moment) }
        }
        parts += Self.repeats(of: parts, cast: cast, now: now, &chance)
        parts.sort { ($0.arrivesAt, $0.petition.key) < ($1.arrivesAt, $1.petition.key) }
        cases = parts.enumerated().map { index, part in
            var writer = LifeWriter(cast: cast, office: office, part: part, now: now, chance: Chance(seed: chance.next()))
            var planned = writer.write()
            if index >= parts.count - Self.untouched { planned.steps = [] }
            return planned
        }
        causes = PlannedCause.all(cast: cast, office: office, now: now, &chance)
    }

    /// A petition in the hands of a sender, at a moment.
    struct Part {
        var petition: Petition
        var sender: Sender
        var arrivesAt: Instant
    }

    /// Those who are not sure that they were heard, and send once more while the first one is still open.
    private static func repeats(of parts: [Part], cast: Cast, now: Instant, _ chance: inout Chance) -> [Part] {
        cast.petitions.filter { $0.duplicateOf != nil }.flatMap { again in
            parts.filter { $0.petition.key == again.duplicateOf }.prefix(2).compactMap { first -> Part? in
                let moment = first.arrivesAt.adding(hours: 24).adding(minutes: chance.number(5...160))
                return moment < now ? Part(petition: again, sender: first.sender, arrivesAt: moment) : nil
            }
        }
    }
}
