/// Latin 1 as Windows has it: letters and signs where the standard has control bytes.
enum Windows1252 {
    /// The character of a byte. The five places that are empty stay what Latin 1 has there.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xA0).contains(byte) ? own[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let own: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
