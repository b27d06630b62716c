/// Chance that comes out the same for the same seed (SplitMix64, Steele et al. 2014), so that everybody sees one demonstration.
package struct Chance: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something of a probability (0 to 1) comes to pass.
    mutating func happens(_ probability: Double) -> Bool { Double(next() >> 11) < probability * Double(1 << 53) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func one<Element>(of list: [Element]) -> Element? { list.randomElement(using: &self) }

    /// An index, drawn by the weights given; `nil` when all are zero.
    mutating func index(weighted weights: [Double]) -> Int? {
        var rest = Double(next() >> 11) / Double(1 << 53) * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() where weight > 0 {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.lastIndex { $0 > 0 }
    }
}
