import Domain
import Testing

@testable import Demonstration

@Suite struct CastTests {
    let cast: Cast

    init() throws { cast = try Cast.shipped() }

    @Test func everyReferenceOfTheShippedCastResolves() {
        #expect(cast.problems == [])
    }

    @Test func thereIsEnoughToShow() {
        #expect(cast.petitions.count >= 130)
        #expect(cast.senders.count { $0.organisation != nil } >= 90)
        #expect(cast.fields.count == 28)
        #expect(cast.places.areas.count == 24)
        #expect(cast.places.parks.count == 6)
        #expect(cast.places.clusters.count == 5)
        #expect(cast.units.count { $0.level == .district } == 8)
    }

    @Test func theTaskForceHas23MembersAndADeputyForEachKindOfSite() {
        #expect(cast.team.members.count == 23)
        #expect(cast.team.members.filter { $0.position == .deputy }.compactMap(\.site) == Site.allCases)
        #expect(cast.team.desks.map(\.key) == ["intake", "diagnosis", "field"])
    }

    @Test func thePeopleWhomEveryTestKnowsAreThere() {
        #expect(cast.account("lan")?.roles == [.intake])
        #expect(cast.account("hung")?.roles == [.coordinator])
        #expect(cast.account("mai")?.roles == [.head])
        #expect(cast.sender("sao-mai")?.taxCode?.hasPrefix("99") == true)
    }

    @Test func theFieldsAreThoseThatAnEmptyDatabaseStartsWith() {
        #expect(cast.fields.map(\.code) == StandardFields.all.map(\.code))
        #expect(cast.fields.map(\.name) == StandardFields.all.map(\.name))
    }

    @Test func districtsEndedWithTheThreeTiersAndCommunesBeganWithTheTwo() {
        for unit in cast.units where unit.level == .district { #expect(unit.validTo == Day(2025, 6, 30)) }
        for unit in cast.units where unit.level == .commune { #expect(unit.validFrom == Day(2025, 7, 1)) }
    }

    @Test func everyFieldHasAPetition() {
        let spoken = Set(cast.petitions.map(\.field))
        #expect(cast.fields.map(\.code).filter { !spoken.contains($0) } == [])
    }

    @Test(arguments: Kind.allCases) func everyKindOfMessageComes(kind: Kind) {
        #expect(cast.petitions.contains { $0.kind == kind })
    }

    @Test(arguments: Outcome.allCases) func everyOutcomeComes(outcome: Outcome) {
        #expect(cast.petitions.contains { $0.answer?.outcome == outcome })
    }

    @Test func noTextHoldsACharacterThatIsNotComposed() {
        for text in cast.petitions.flatMap(\.allTexts) {
            #expect(CleanText(text).text.utf8.elementsEqual(text.utf8))
        }
    }
}
