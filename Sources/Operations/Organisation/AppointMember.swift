package import Domain
import Storage

/// Appoints a member of a task force (phân công thành viên): the post, the fields and areas, and with an account the mandates that
/// go with the post.
package struct AppointMember: Operation {
    package static let permission = Permission.administer
    let team: ID<Team>
    let member: TeamMember

    package init(team: ID<Team>, member: TeamMember) {
        self.team = team
        self.member = member
    }

    package func perform(_ turn: Turn) throws -> Int {
        let team = try turn.standingTeam(team)
        let others = try TeamStore.members(of: team.id, turn.tx).map(\.member)
        try member.check(beside: others, from: team.validFrom)
        guard let unit = try OrganisationStore.unit(member.unit, turn.tx), unit.isOpen(on: member.validFrom ?? team.validFrom) else {
            throw Refusal.noSuch(.unit)
        }
        let position = try TeamStore.nextPosition(in: team.id, turn.tx)
        try TeamStore.insert(member, position: position, in: team.id, turn.tx)
        if let account = member.account {
            guard try AccountStore.load(account, on: nil, turn.tx) != nil else { throw Refusal.noSuch(.account) }
            for role in member.post.roles {
                // A handler answers for his whole unit within the team; what is assigned narrows those who see many units.
                let isNarrow = Rights.reach(role, .view) == .all
                let authority = Authority(
                    role: role, unit: member.unit, team: team.id, fields: isNarrow ? member.fields : [],
                    areas: isNarrow ? member.areas : [])
                let mandate = Mandate(
                    id: turn.newID(), account: account, authority: authority, validFrom: member.validFrom ?? team.validFrom,
                    validTo: member.validTo, document: member.document)
                try mandate.check()
                try MandateStore.insert(mandate, turn.tx)
            }
        }
        try RulesStore.noteChange(turn.tx)
        try turn.note(.memberAppointed(team: team.name, name: member.name, post: member.post, document: member.document))
        return position
    }
}

/// Ends a membership (thôi tham gia) and the mandates that went with it.
package struct EndMember: Operation {
    package static let permission = Permission.administer
    let team: ID<Team>
    let position: Int
    let last: Day
    let document: Decision?

    package init(team: ID<Team>, position: Int, last: Day, document: Decision? = nil) {
        self.team = team
        self.position = position
        self.last = last
        self.document = document
    }

    package func perform(_ turn: Turn) throws {
        let team = try turn.standingTeam(team)
        guard let member = try TeamStore.members(of: team.id, turn.tx).first(where: { $0.position == position })?.member else {
            throw Refusal.noSuch(.member)
        }
        if member.validTo.map({ $0 < last }) ?? false { throw Refusal.isOver }
        if last < member.validFrom ?? team.validFrom { throw Refusal.invalid([Problem("to", .endsBeforeBegin)]) }
        try turn.end(member, at: position, of: team, last: last)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.memberEnded(team: team.name, name: member.name, last: last, document: document))
    }
}

extension Turn {
    /// Ends a membership with its mandates.
    func end(_ member: TeamMember, at position: Int, of team: Team, last: Day) throws {
        try TeamStore.endMember(position, of: team.id, last: max(last, member.validFrom ?? team.validFrom), tx)
        guard let account = member.account else { return }
        for mandate in try MandateStore.all(of: account, tx)
        where mandate.authority.team == team.id && member.post.roles.contains(mandate.authority.role)
            && mandate.validTo.map({ $0 > last }) ?? true
        {
            try MandateStore.end(mandate, last: last, tx)
        }
    }
}
