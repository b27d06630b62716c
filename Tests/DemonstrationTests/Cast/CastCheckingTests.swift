import Domain
import Testing

@testable import Demonstration

/// Each fault that is put into a good cast must be seen.
@Suite struct CastCheckingTests {
    var cast: Cast

    init() throws { cast = try Cast.shipped() }

    @Test mutating func aTaxCodeWithAWrongCheckDigitIsSeen() {
        cast.senders[0].taxCode = "9900000017"
        #expect(cast.problems == ["sender sao-mai: tax code 9900000017"])
    }

    @Test mutating func aTaxCodeOfARealProvinceIsSeen() {
        cast.senders[0].taxCode = "0100109106"
        #expect(cast.problems == ["sender sao-mai: tax code 0100109106"])
    }

    @Test mutating func twoAccountsOfOneLoginAreSeen() {
        cast.accounts.append(cast.accounts[0])
        #expect(cast.problems == ["login twice: \(cast.accounts[0].login)"])
    }

    @Test mutating func aUnitThatEndsWithoutASuccessorIsSeen() {
        cast.units[0].validTo = Day(2030, 1, 1)
        #expect(cast.problems.contains("unit ubnd-tinh: ends without a successor"))
    }

    @Test mutating func aPetitionWithoutAnEndIsSeen() {
        cast.petitions[0].answer = nil
        #expect(cast.problems == ["petition \(cast.petitions[0].key): must end in exactly one way"])
    }

    @Test mutating func aPlaceholderThatNobodyFillsIsSeen() {
        cast.petitions[0].text += " {weather}"
        #expect(cast.problems == ["petition \(cast.petitions[0].key): cannot fill {weather}"])
    }

    @Test mutating func aPetitionThatNobodyMaySendIsSeen() {
        cast.petitions[0].firms = []
        #expect(cast.problems == ["petition \(cast.petitions[0].key): nobody may send it"])
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: Cast.Fault.missing("places.json")) { try Cast { _ in nil } }
    }
}
