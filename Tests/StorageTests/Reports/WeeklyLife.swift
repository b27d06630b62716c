import Database
import Domain
import Operations
import Storage
import TestSupport

/// Random weeks of an office: cases come in and go their ways, by real verbs, at moments that also hit the borders.
struct WeeklyLife {
    let office: TestOffice
    private var dice: SeededGenerator
    private var cases: [ID<Case>] = []
    /// What has been tried so far.
    private(set) var steps = 0

    init(seed: UInt64, on engine: Engine) async throws {
        office = try await TestOffice(at: "2026-08-03T09:00", seed: seed, on: engine)
        dice = SeededGenerator(seed: seed)
    }

    /// Lives until a moment, which it hits exactly.
    mutating func live(until end: Instant) async throws {
        while true {
            let next = office.clock.now.adding(minutes: Int.random(in: 5...400, using: &dice))
            guard next < end else { break }
            office.clock.set(next)
            try await act()
        }
        // Things happen in the last millisecond of a week and in the first of the next one.
        office.clock.set(Instant(milliseconds: end.milliseconds - 1))
        try await act()
        office.clock.set(end)
        try await act()
        try await act()
    }

    private mutating func act() async throws {
        steps += 1
        guard cases.count > 3, Int.random(in: 0..<4, using: &dice) > 0, let chosen = cases.randomElement(using: &dice) else {
            cases.append(try await office.submit().id)
            return
        }
        let petition = try await office.load(chosen)
        do {
            try await step(petition)
        } catch is Refusal {
            // Chance also tries what is not allowed; nothing has happened then.
        }
    }

    private mutating func step(_ petition: Case) async throws {
        let (id, version) = (petition.id, petition.version)
        let (lan, reason) = (Actor.staff(office.cast.lan), "Lý do đủ dài để đọc.")
        if petition.clock.isPaused, Bool.random(using: &dice) {
            _ = try await office.office.perform(SupplyByCode(code: petition.lookupCode, text: "Ở cổng 2.", files: []), as: .sender)
            return
        }
        switch (petition.state, Int.random(in: 0..<6, using: &dice)) {
        case (.received, 4), (.diagnosing, 4):
            guard let other = cases.randomElement(using: &dice) else { return }
            _ = try await office.merged(petition, into: try await office.load(other))
        case (_, 5) where petition.isMerged: _ = try await office.separated(petition)
        case (.received, 0), (.diagnosing, 0):
            _ = try await office.office.perform(
                TransferCase(petition: id, version: version, kind: nil, body: "Thanh tra", reason: reason), as: lan)
        case (.received, 1), (.diagnosing, 1):
            _ = try await office.office.perform(DeclineCase(petition: id, version: version, reason: reason), as: lan)
        case (.received, 2), (.handling, 2): _ = try await office.asked(petition)
        case (.received, _): _ = try await office.screened(petition)
        case (.diagnosing, _): _ = try await office.assigned(petition)
        case (.handling, 3):
            _ = try await office.office.perform(GiveBackCase(petition: id, version: version, reason: reason), as: .staff(office.cast.nga))
        case (.handling, _), (.referred, _):
            _ = try await office.answered(petition, outcome: Outcome.allCases.randomElement(using: &dice) ?? .resolved)
        case (.escalated, _): _ = try await office.directed(petition)
        case (.answered, 0), (.declined, 0):
            _ = try await office.office.perform(ReopenByCode(code: petition.lookupCode, reason: reason), as: .sender)
        case (.answered, _), (.declined, _), (.transferred, _), (.approving, _): break
        }
    }

    func figures(of week: Week) async throws -> WeeklyReport.Figures {
        let team = office.ground.team
        return try await office.database.read { try WeeklyReportQueries.figures(of: team, in: week, $0) }
    }

    func report(of week: Week) async throws -> WeeklyReport {
        let team = office.ground.team
        return try await office.database.read { try WeeklyReportQueries.report(of: team, week: week, $0) }
    }

    /// How many cases the list behind a figure shows.
    func listed(_ figure: WeeklyFigure, in week: Week) async throws -> Int {
        var filter = CaseFilter()
        filter.figure = figure
        filter.week = week
        let (asked, now) = (filter, office.clock.now)
        return try await office.database.read { tx in
            try CaseQueries.list(asked, seenBy: .everything, at: now, soon: now, after: nil, limit: 10_000, tx).count
        }
    }
}

extension WeeklyReport.Figures {
    /// The number under a figure's name.
    subscript(_ figure: WeeklyFigure) -> Int {
        switch figure {
        case .opening: opening
        case .received: received
        case .reopened: reopened
        case .total: total
        case .done: done
        case .doneInTime: doneInTime
        case .doneInFirstTime: doneInFirstTime
        case .open: open
        case .openOverdue: openOverdue
        case .transferred: transferred
        case .waiting: waiting
        }
    }
}
