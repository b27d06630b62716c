/// Text in the code page that Vietnamese Windows saved in before Unicode: letters with their first mark in one byte, the tone in the
/// byte behind. The fonts of those days (TCVN3, VNI) used the same bytes for other letters; what looks like them is not guessed at.
enum Windows1258 {
    /// The text; `nil` when the bytes are not of this code page, or hold nothing that speaks for it.
    static func decode(_ bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        var (vietnamese, foreign) = (0, 0)
        var before: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            defer { before = byte }
            guard byte >= 0x80 else {
                scalars.append(Unicode.Scalar(byte))
                continue
            }
            guard let scalar = scalar(byte) else { return nil }
            if tones.contains(byte), !isLetter(before) { return nil }
            // Signs of prices and footnotes stand apart from letters; letters of TCVN3 do not.
            if (0xA1...0xBF).contains(byte), isLetter(before) || isLetter(bytes.indices.contains(index + 1) ? bytes[index + 1] : 0) { return nil }
            if tones.contains(byte) || letters.contains(byte) { vietnamese += 1 }
            if strangers.contains(byte) { foreign += 1 }
            scalars.append(scalar)
        }
        return vietnamese > 0 && foreign * 20 <= vietnamese ? String(scalars) : nil
    }

    /// Marks that stand behind their letter: grave, hook, tilde, acute, dot.
    private static let tones: Set<UInt8> = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    /// Đ, Ơ, Ư. Not Ă: the western page has Ã there.
    private static let letters: Set<UInt8> = [0xD0, 0xF0, 0xD5, 0xF5, 0xDD, 0xFD]
    /// Letters of other languages; VNI is full of them.
    private static let strangers: Set<UInt8> = [
        0xC4, 0xC5, 0xC6, 0xC7, 0xCB, 0xCE, 0xCF, 0xD1, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE4, 0xE5, 0xE6, 0xE7, 0xEB, 0xEE, 0xEF, 0xF1, 0xF6,
        0xF8, 0xFB, 0xFC, 0xFF,
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0xC0 }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        if byte >= 0xA0, others[byte] == nil { return Unicode.Scalar(byte) }
        return others[byte].flatMap { Unicode.Scalar($0) }
    }

    /// Where the page differs from ISO 8859-1; bytes below 0xA0 that are not here stand for nothing.
    private static let others: [UInt8: UInt32] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2C6, 0x89: 0x2030,
        0x8B: 0x2039, 0x8C: 0x152, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
        0x98: 0x2DC, 0x99: 0x2122, 0x9B: 0x203A, 0x9C: 0x153, 0x9F: 0x178, 0xC3: 0x102, 0xCC: 0x300, 0xD0: 0x110, 0xD2: 0x309,
        0xD5: 0x1A0, 0xDD: 0x1AF, 0xDE: 0x303, 0xE3: 0x103, 0xEC: 0x301, 0xF0: 0x111, 0xF2: 0x323, 0xF5: 0x1A1, 0xFD: 0x1B0, 0xFE: 0x20AB,
    ]
}
