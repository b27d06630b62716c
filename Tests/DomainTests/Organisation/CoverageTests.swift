import Domain
import Testing

/// The coverage board: who has a team, who is missing (seed 001).
@Suite struct CoverageTests {
    private func row(_ number: Int, _ level: Unit.Level, team: Bool = true, regulation: Bool = true, members: Int = 3, channel: Bool = true) -> Coverage.Row {
        Coverage.Row(
            unit: Units.id(number), name: "Đơn vị \(number)", level: level, hasTeam: team, hasRegulation: regulation, members: members,
            hasChannel: channel)
    }

    @Test func aUnitWithoutOneOfTheFourIsMissing() {
        let rows = [
            row(1, .department), row(2, .department, team: false), row(3, .department, regulation: false), row(4, .department, members: 0),
            row(5, .department, channel: false),
        ]
        let coverage = Coverage(day: Units.merger, rows: rows)
        #expect(coverage.missing.map(\.unit) == [2, 3, 4, 5].map(Units.id))
    }

    @Test func theTotalsAddUpLevelByLevel() throws {
        let coverage = Coverage(
            day: Units.merger,
            rows: [row(1, .department), row(2, .district, team: false), row(3, .commune), row(4, .commune, channel: false)])
        let totals = coverage.totals
        #expect(totals.map(\.level) == [.department, .district, .commune, nil])
        let all = try #require(totals.last)
        for keyPath in [\Coverage.Total.units, \.withTeam, \.withRegulation, \.withMembers, \.withChannel, \.complete] {
            #expect(totals.dropLast().map { $0[keyPath: keyPath] }.reduce(0, +) == all[keyPath: keyPath])
        }
        #expect(all.units == 4 && all.withTeam == 3 && all.withChannel == 3 && all.complete == 2)
    }
}
