import Database
import Domain
import Logging
import ServiceLifecycle
import Storage

/// Does what time itself brings about, and what a changed calendar has left to recompute: silence takes effect, a standstill ends, and
/// whoever is behind is urged: the handler before the date, the head of the unit after it, the standing deputy when it is badly late
/// (requirement 26).
package struct CaseWatch: Service {
    let office: Office
    /// Waits that many seconds.
    let pause: @Sendable (Int) async -> Void
    /// Seconds between two rounds.
    static let rhythm = 60
    /// Cases in one bite.
    static let bite = 200

    package init(office: Office, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.pause = pause
    }

    package func run() async {
        while !isDraining {
            await office.watchOnce()
            await cancelWhenGracefulShutdown { await pause(Self.rhythm) }
        }
    }

    private var isDraining: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}

extension Office {
    /// One round. What cannot be done now is told of in the log and done in the next round.
    package func watchOnce() async {
        do {
            try await recomputeDueDates()
            try await letSilenceSpeak()
            try await endStandstills()
            try await deliverCommonAnswers()
            try await urge()
        } catch let fault as DatabaseFault where fault.isOutage {
            log.debug("the watch waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            log.error("the watch failed", metadata: ["error": "\(error)"])
        }
    }

    private func letSilenceSpeak() async throws {
        let now = world.now()
        for id in try await read({ try WatchQueries.silent(at: now, limit: CaseWatch.bite, $0) }) {
            try await perform(LetTimePass(petition: id), as: .system)
        }
    }

    private func endStandstills() async throws {
        // No profile ends a standstill sooner than this many days; the domain says exactly when.
        let before = world.now().adding(seconds: -86_400)
        var last: ID<Case>?
        repeat {
            let standing = try await read { [last] in try WatchQueries.standing(since: before, after: last, limit: CaseWatch.bite, $0) }
            let rules: Rules = try await read { try self.rules($0) }
            let now = world.now()
            for id in standing {
                guard let petition = try await read({ try CaseStore.load(id, $0) }), petition.endStandstill(at: now, rules: rules) != nil
                else { continue }
                try await perform(LetTimePass(petition: id), as: .system)
            }
            last = standing.count < CaseWatch.bite ? nil : standing.last
        } while last != nil
    }

    private func urge() async throws {
        for warning in Warning.allCases {
            guard let urged = warning.urges else { continue }
            while try await perform(UrgeCases(warning: warning, urged: urged), as: .system) == CaseWatch.bite {}
        }
    }
}

/// Records what time has brought about in a case.
struct LetTimePass: Operation {
    static let permission = Permission.resume
    let petition: ID<Case>

    func perform(_ turn: Turn) throws {
        guard var current = try CaseStore.load(petition, turn.tx) else { return }
        while let event = current.lapse(at: turn.now) { current = try turn.record(event, on: current) }
        if let event = current.endStandstill(at: turn.now, rules: try turn.rules()) { try turn.record(event, on: current) }
    }
}

/// Urges about cases of one grade, one bite of them; how many there were.
struct UrgeCases: Operation {
    static let permission = Permission.note
    let warning: Warning
    let urged: Warning.Urged

    func perform(_ turn: Turn) throws -> Int {
        let calendar = try turn.rules().calendar
        let span = Self.span(of: warning, at: turn.now, calendar)
        let candidates = try UrgingStore.candidates(warning, dueFrom: span.from, until: span.until, limit: CaseWatch.bite, turn.tx)
        let accounts = try turn.office.accounts(turn.tx)
        for candidate in candidates {
            let recipient = try recipient(of: candidate, among: accounts, turn)
            try UrgingStore.insert(
                candidate, warning, urged, account: recipient?.id, name: recipient?.name ?? "chưa có người phụ trách", at: turn.now, turn.tx)
        }
        return candidates.count
    }

    /// Due dates that have this grade now.
    static func span(of warning: Warning, at now: Instant, _ calendar: WorkingCalendar) -> (from: Instant, until: Instant) {
        let beginning = Instant(milliseconds: 0)
        var badly = now.day
        while calendar.workingDays(from: badly, to: now.day) <= Warning.badlyDays { badly = badly.adding(-1) }
        let badlyEnd = Instant(badly.adding(1))
        switch warning {
        case .none: return (beginning, beginning)
        case .soon: return (now, calendar.count(from: now.day, workingDays: Warning.soonDays).dueAt.adding(seconds: 1))
        case .late: return (badlyEnd, now)
        case .badlyLate: return (beginning, badlyEnd)
        }
    }

    private func recipient(of candidate: UrgingStore.Candidate, among accounts: [Account], _ turn: Turn) throws -> Account? {
        switch urged {
        case .handler: return candidate.person.flatMap { person in accounts.first { $0.id == person } }
        case .unitHead:
            let isHead = { (account: Account) in account.authorities.contains { $0.role == .approver && $0.unit == candidate.lead } }
            return accounts.first(where: isHead) ?? candidate.person.flatMap { person in accounts.first { $0.id == person } }
        case .standingDeputy:
            let members = try candidate.team.map { try turn.office.members(of: $0, turn.tx) } ?? []
            let deputy = members.first { $0.post == .standingDeputy }?.account
            return accounts.first { $0.id == deputy } ?? accounts.first { $0.roles.contains(.coordinator) }
        }
    }
}
