import Database
package import Domain
import Logging
import Storage

/// Carries a reorganisation out on its day, in one transaction: units, people, mandates, rules, and every open case as it stands, with
/// the same number, clock and drafts; the senders get a notice and have nothing to do (brief §3.3). A crash leaves it undone.
package struct CarryOutReorganisation: Operation {
    package static let permission = Permission.administer
    package static let isLong = true
    let reorganisation: ID<Reorganisation>

    package init(reorganisation: ID<Reorganisation>) { self.reorganisation = reorganisation }

    package func perform(_ turn: Turn) throws -> MovedCounts {
        guard let found = try ReorganisationStore.load(reorganisation, turn.tx) else { throw Refusal.noSuch(.reorganisation) }
        if found.state != .prepared { throw Refusal.isOver }
        if found.on > turn.now.day { throw Refusal.notOnThisDay(found.on) }
        let moves = try ReorganisationMoves(found.plan, on: found.on, turn)
        try changeUnits(moves.effect, turn)
        try movePeople(moves, turn)
        for move in moves.rules {
            if move.ends { try RulesStore.end(move.old, last: found.on.adding(-1), turn.tx) }
            for rule in move.next { try RulesStore.insert(rule, turn.tx) }
        }
        var counts = moves.counts
        try moveCauses(moves, turn)
        counts.notices = try moveCases(moves, turn)
        try ReorganisationStore.close(found.id, as: .carriedOut, counts: counts, at: turn.now, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.reorganisationCarriedOut(title: found.plan.title, on: found.on, counts: counts))
        return counts
    }

    private func changeUnits(_ effect: ReorganisationEffect, _ turn: Turn) throws {
        // Units first that others stand under or hand over to.
        try OrganisationStore.save(effect.founded + effect.changed + effect.ended, of: effect.after, turn.tx)
        for succession in effect.successions { try OrganisationStore.insert(succession, turn.tx) }
        for unit in effect.ended {
            let heir = effect.heir(of: unit, for: Matter()).unit
            _ = try TeamStore.moveStanding(from: unit, to: heir, turn.tx)
            _ = try TeamStore.moveMembers(from: unit, to: heir, on: effect.day, turn.tx)
            for id in try ReorganisationQueries.waiting(for: unit, turn.tx) {
                guard let petition = try CaseStore.load(id, turn.tx), petition.state.isOpen else { continue }
                try turn.record(.partyMoved(from: unit, to: heir, toName: effect.after.name(of: heir, on: effect.day) ?? ""), on: petition)
            }
            try ReorganisationQueries.moveParties(from: unit, to: heir, turn.tx)
        }
    }

    private func movePeople(_ moves: ReorganisationMoves, _ turn: Turn) throws {
        for move in moves.accounts { try AccountStore.move(move.account.id, to: move.to, turn.tx) }
        for (old, next) in moves.mandates {
            try MandateStore.end(old, last: moves.effect.day.adding(-1), turn.tx)
            try MandateStore.insert(next, turn.tx)
        }
    }

    /// Common causes that are not answered yet are answered by the successor.
    private func moveCauses(_ moves: ReorganisationMoves, _ turn: Turn) throws {
        for line in try CauseQueries.list([.open, .approving], leads: moves.effect.touched.sorted(), after: nil, limit: 1000, turn.tx) {
            let heir = moves.effect.heir(of: line.cause.lead, for: Matter(field: line.cause.field))
            if heir.unit != line.cause.lead { try CauseStore.moveLead(of: line.cause.id, to: heir.unit, turn.tx) }
        }
    }

    /// Moves the open cases; the number of senders who are told.
    private func moveCases(_ moves: ReorganisationMoves, _ turn: Turn) throws -> Int {
        let (before, after) = (moves.effect.before, moves.effect.after)
        let day = moves.effect.day
        var told = 0
        // As the plan has just placed them.
        let accounts = try AccountStore.all(on: day, turn.tx)
        for move in moves.cases {
            guard let petition = try CaseStore.load(move.id, turn.tx) else { continue }
            let names = (before.name(of: move.from, on: day.adding(-1)) ?? "", after.name(of: move.heir.unit, on: day) ?? "")
            let keeps = move.person.map { moves.workplaces[$0] == move.heir.unit } ?? false
            let owner = Ownership.choose(
                for: petition.subject, at: .unit(move.heir.unit, names.1), turn: petition.number.serial, among: accounts)
            let event = petition.inherit(
                move.heir, names: names, document: moves.plan.document, keepsPerson: keeps, owner: owner)
            guard let event else { continue }
            try turn.record(event, on: petition)
            if petition.channel != .form { told += 1 }
        }
        return told
    }
}

extension Office {
    /// Carries out every reorganisation whose day has come, in the order of their days. One that no longer holds stays prepared
    /// and is told of in the log: nothing is moved by halves.
    package func carryOutDueReorganisations() async {
        do {
            let today = world.now().day
            for due in try await read({ try ReorganisationStore.due(on: today, $0) }) {
                do {
                    try await perform(CarryOutReorganisation(reorganisation: due.id), as: .system)
                } catch {
                    log.error("A reorganisation was not carried out.", metadata: ["id": "\(due.id)", "reason": "\(error)"])
                }
            }
        } catch {
            log.error("Reorganisations could not be read.", metadata: ["reason": "\(error)"])
        }
    }
}
