import Testing

@testable import Demonstration

@Suite struct ChanceTests {
    /// The first numbers of SplitMix64 from seed 0, as its authors publish them.
    @Test func theNumbersAreThoseOfTheAlgorithm() {
        var chance = Chance(seed: 0)
        #expect([chance.next(), chance.next()] == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4])
    }

    @Test func weightsOfZeroAreNeverDrawn() {
        var chance = Chance(seed: 7)
        #expect((0..<200).allSatisfy { _ in chance.index(weighted: [0, 1, 0, 2]).map { [1, 3].contains($0) } ?? false })
        #expect(chance.index(weighted: [0, 0]) == nil)
    }
}
