package import Domain
import Storage

/// Lays the ground on an empty database: calendar, deadline profile, fields, the rules of routing that come with the program, and
/// one task force, so that petitions are taken in from the first minute. Does nothing where a task force stands already.
package struct LayGround: Operation {
    package static let permission = Permission.administer
    let ground: Ground

    package init(_ ground: Ground) { self.ground = ground }

    package func perform(_ turn: Turn) throws -> Bool {
        guard try TeamStore.all(turn.tx).isEmpty else { return false }
        for year in ground.calendar.years { try RulesStore.insert(year, turn.tx) }
        for day in ground.calendar.days { try RulesStore.insert(day, turn.tx) }
        for profile in ground.profiles { try RulesStore.insert(profile, turn.tx) }
        for (position, field) in ground.catalogue.fields.enumerated() {
            try CatalogueStore.insert(field: field.code, name: field.name, position: position, turn.tx)
        }
        for (position, area) in ground.catalogue.areas.enumerated() {
            try CatalogueStore.insert(area: area.code, name: area.name, position: position, turn.tx)
        }
        for place in ground.catalogue.places { try CatalogueStore.insert(place: place, turn.tx) }
        for unit in ground.units { try OrganisationStore.insert(unit, turn.tx) }
        for succession in ground.successions { try OrganisationStore.insert(succession, turn.tx) }
        for rule in ground.rules {
            guard ground.units.contains(where: { $0.id == rule.target }) else { throw Refusal.noSuch(.unit) }
            try RulesStore.insert(rule, turn.tx)
        }
        for founded in ground.teams {
            try TeamStore.insert(founded.team, turn.tx)
            for (position, member) in founded.members.enumerated() {
                try TeamStore.insert(member, position: position, in: founded.team.id, turn.tx)
            }
        }
        try RulesStore.noteChange(turn.tx)
        return true
    }
}

/// What the ground consists of.
package struct Ground: Sendable {
    package var calendar: CalendarFile
    package var profiles: [DeadlineProfile]
    package var catalogue: Catalogue
    /// Parents before their children.
    package var units: [Unit]
    /// Who went on with whose work before the system was there.
    package var successions: [Succession]
    package var rules: [RoutingRule]
    package var teams: [FoundedTeam]

    package init(
        calendar: CalendarFile, profiles: [DeadlineProfile], catalogue: Catalogue, units: [Unit], successions: [Succession] = [],
        rules: [RoutingRule],
        teams: [FoundedTeam]
    ) {
        self.calendar = calendar
        self.profiles = profiles
        self.catalogue = catalogue
        self.units = units
        self.successions = successions
        self.rules = rules
        self.teams = teams
    }
}

/// A task force with its members.
package struct FoundedTeam: Sendable {
    package var team: Team
    package var members: [TeamMember]

    package init(team: Team, members: [TeamMember]) {
        self.team = team
        self.members = members
    }
}
