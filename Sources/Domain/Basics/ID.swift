/// The identity of a stored thing: 26 characters of Crockford's base 32, made of 48 bits of time (milliseconds) and 80 bits of
/// chance, so that ids sort by the moment of their making and an index grows at one end.
package struct ID<Owner>: Hashable, Comparable, Sendable {
    /// The 26 characters as they are stored and stand in addresses.
    package let text: String

    /// Takes an id that was stored or sent: `nil` when it is not 26 characters of the alphabet.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 26, bytes.allSatisfy(Base32.isDigit) else { return nil }
        self.text = text
    }

    /// Makes a new id of a moment and ten bytes of chance (missing bytes count as zero, further ones are ignored).
    package init(at instant: Instant, chance: [UInt8]) {
        var value = [UInt8](repeating: 0, count: 16)
        let time = UInt64(clamping: instant.milliseconds)
        for index in 0..<6 { value[index] = UInt8(truncatingIfNeeded: time >> UInt64(8 * (5 - index))) }
        for (index, byte) in chance.prefix(10).enumerated() { value[6 + index] = byte }
        text = Base32.encode(value)
    }

    package static func < (a: ID, b: ID) -> Bool { a.text < b.text }
}

extension ID: CustomStringConvertible {
    package var description: String { text }
}

/// Crockford's base 32 in lower case: no i, l, o, u.
enum Base32 {
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func isDigit(_ byte: UInt8) -> Bool { alphabet.contains(byte) }

    /// Sixteen bytes as 26 characters, most significant first (two zero bits stand in front).
    static func encode(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(26)
        var buffer: UInt32 = 0
        var bits = 2
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
                buffer &= (1 << UInt32(bits)) - 1
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
