import Domain
import Operations

/// What an empty database starts with: the calendar, the national deadlines, the fields, one unit that takes in, one task force.
/// Everything in it can be changed afterwards; nothing in it names a place.
enum FirstGround {
    static func make(world: World) throws -> Ground {
        let today = world.now().day
        let intake = Unit(
            id: ID(at: world.now(), chance: world.chance(10)), key: "thuong-truc", name: "Cơ quan thường trực", shortName: "Thường trực",
            level: .institute, validFrom: today)
        let team = Team(
            id: ID(at: world.now(), chance: world.chance(10)), key: "to-cong-tac", name: "Tổ công tác hỗ trợ doanh nghiệp",
            numberPrefix: "DH", foundingDecision: "Chưa khai báo quyết định thành lập", validFrom: today, standingUnit: intake.id)
        return Ground(
            calendar: try Calendars.shipped(), profiles: [DeadlineProfile.national],
            catalogue: Catalogue(fields: StandardFields.all), units: [intake], rules: [],
            teams: [FoundedTeam(team: team, members: [])])
    }
}
