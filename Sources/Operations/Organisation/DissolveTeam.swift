package import Domain
import Storage

/// Ends a task force by a decision, or because its purpose is fulfilled (giải thể, tự giải thể): what is open goes to another one as
/// it stands, the minutes of the handing over are written, everything stays readable (seed 000).
package struct DissolveTeam: Operation {
    package static let permission = Permission.administer
    package static let isLong = true
    let team: ID<Team>
    let last: Day
    let decision: Decision?
    let reason: String
    let heir: ID<Team>?

    package init(team: ID<Team>, last: Day, decision: Decision?, reason: String, heir: ID<Team>?) {
        self.team = team
        self.last = last
        self.decision = decision
        self.reason = reason
        self.heir = heir
    }

    package func perform(_ turn: Turn) throws -> Team {
        var team = try turn.standingTeam(team)
        if last < team.validFrom || last > turn.now.day { throw Refusal.notOnThisDay(last) }
        var list = ProblemList()
        list.text("reason", reason, atLeast: Case.shortestReason, atMost: 2000)
        decision?.check("decision", &list)
        try list.refuse()
        let others = try TeamStore.all(turn.tx).filter { $0.id != team.id && $0.end == nil && $0.validFrom <= turn.now.day }
        if others.isEmpty { throw Refusal.lastOne }
        let stock = try TeamQueries.stock(of: team.id, turn.tx)
        var next: Team?
        if let heir {
            guard let found = others.first(where: { $0.id == heir }) else { throw Refusal.noSuch(.team) }
            next = found
        } else if !stock.open.isEmpty {
            throw Refusal.invalid([Problem("heir", .missing)])
        }
        if let next { try handOver(stock.open, from: team, to: next, turn) }
        for (position, member) in try TeamStore.members(of: team.id, turn.tx) where member.validTo.map({ $0 > last }) ?? true {
            try turn.end(member, at: position, of: team, last: last)
        }
        let minutes = Team.HandOver(
            received: stock.received, closed: stock.closed, open: stock.open.map(\.number.text), restricted: stock.restricted)
        let end = Team.End(last: last, decision: decision, reason: reason, heir: next?.key, minutes: minutes)
        try TeamStore.end(team.id, end, turn.tx)
        try turn.keepAnAdministrator()
        try RulesStore.noteChange(turn.tx)
        try turn.note(.teamEnded(team: team.name, document: decision, heir: next?.name, open: stock.open.count))
        team.end = end
        return team
    }

    private func handOver(_ open: [TeamQueries.OpenCase], from team: Team, to next: Team, _ turn: Turn) throws {
        let register = try OrganisationStore.register(turn.tx)
        func name(_ unit: ID<Unit>) -> String { register.name(of: unit, on: turn.now.day) ?? "" }
        for row in open {
            guard var petition = try CaseStore.load(row.id, turn.tx) else { continue }
            petition = try turn.record(.handedOver(to: next.id, name: next.name), on: petition)
            // What lay on the intake desk of the one lies on that of the other; what a unit handles it goes on handling.
            if petition.lead == team.standingUnit, petition.state == .received || petition.state == .diagnosing {
                let heir = Heir(unit: next.standingUnit, isClear: true, path: [])
                let paper = decision ?? Decision(number: team.foundingDecision, date: last)
                let event = petition.inherit(
                    heir, names: (name(team.standingUnit), name(next.standingUnit)), document: paper, keepsPerson: false)
                if let event { try turn.record(event, on: petition) }
            }
        }
    }
}
