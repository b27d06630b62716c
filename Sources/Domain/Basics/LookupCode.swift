/// The code with which a sender follows the case without signing in (mã tra cứu): nine characters of chance and one that
/// checks them, given to the sender alone (requirement 4).
///
/// The 29 characters leave out what is misread: 0, 1, I, L, O, S, U. Each character has its place in the alphabet as value and
/// its position (1 to 10) as weight; the weighted sum is 0 modulo 29. As 29 is prime and no weight is a multiple of it, every
/// single wrong character and every swap of two characters is noticed.
package struct LookupCode: Hashable, Sendable {
    static let alphabet = Array("23456789ABCDEFGHJKMNPQRTVWXYZ".utf8)
    static let length = 10

    /// Ten characters, as stored and as it stands in addresses.
    package let text: String

    /// Makes a code of chance; 16 bytes make every code equally likely for all purposes (missing ones count as zero, further
    /// ones are ignored).
    package init(chance: [UInt8]) {
        var number = Array(chance.prefix(16)) + [UInt8](repeating: 0, count: max(0, 16 - chance.count))
        var values = (1..<Self.length).map { _ in Self.divide(&number) }
        values.append(Self.check(of: values))
        text = String(decoding: values.map { Self.alphabet[$0] }, as: UTF8.self)
    }

    /// Reads what a person typed: small letters, spaces, dashes and dots are forgiven. `nil` when it cannot be a code.
    package init?(_ typed: String) {
        var bytes: [UInt8] = []
        for scalar in typed.unicodeScalars where !Self.isFiller(scalar) {
            guard scalar.isASCII, let byte = String(scalar).uppercased().utf8.first else { return nil }
            bytes.append(byte)
        }
        let values = bytes.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard bytes.count == Self.length, values.count == Self.length, Self.sum(of: values) % Self.alphabet.count == 0 else {
            return nil
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// `ABCDE-FGH23`, as printed for people.
    package var grouped: String { "\(text.prefix(5))-\(text.suffix(5))" }

    /// The remainder of a large number (most significant byte first) by the size of the alphabet; leaves the quotient.
    private static func divide(_ number: inout [UInt8]) -> Int {
        var remainder = 0
        for index in number.indices {
            let value = remainder << 8 | Int(number[index])
            number[index] = UInt8(value / alphabet.count)
            remainder = value % alphabet.count
        }
        return remainder
    }

    private static func sum(of values: [Int]) -> Int {
        values.enumerated().reduce(0) { sum, value in sum + (value.offset + 1) * value.element }
    }

    private static func check(of values: [Int]) -> Int {
        let sum = sum(of: values)
        // 10 · 3 is 1 modulo 29, so 3 undoes the weight of the last place.
        return (alphabet.count - sum % alphabet.count) * 3 % alphabet.count
    }

    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation || scalar == "." || scalar == "_"
    }
}

extension LookupCode: CustomStringConvertible {
    package var description: String { text }
}
