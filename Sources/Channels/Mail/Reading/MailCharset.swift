import CMail
import Foundation

/// Bytes to Unicode by the charset that a message claims, when that can be true; else by what the bytes look like. Old Vietnamese mail
/// names charsets that nobody registered, and new mail often names the wrong one.
enum MailCharset {
    /// The text in NFC. Bytes that cannot be read become U+FFFD, never nothing.
    static func decode(_ bytes: [UInt8], label: String?) -> String {
        let name = label.flatMap(converter)
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) && !isShifting(name) { return String(decoding: bytes, as: UTF8.self) }
        let marked = marked(bytes)
        if let marked { return marked }
        // Letters of other charsets fall into UTF-8's strict pattern by chance hardly ever.
        let isWide = isShifting(name) || name.map { wide.contains($0) } ?? false
        if !isWide, String(validating: bytes, as: UTF8.self) != nil { return composed(String(decoding: bytes, as: UTF8.self)) }
        if let name, name != "UTF-8", name != latin, let (text, faults) = convert(bytes, from: name), faults * 20 <= text.unicodeScalars.count {
            return composed(text)
        }
        if isBrokenUTF8(bytes) { return composed(String(decoding: bytes, as: UTF8.self)) }
        return western(bytes, isLatin: name == latin)
    }

    private static let latin = "CP1252"

    /// By their mark at the beginning.
    private static func marked(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return composed(String(decoding: bytes.dropFirst(3), as: UTF8.self)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return convert(Array(bytes.dropFirst(2)), from: "UTF-16LE").map { composed($0.0) } }
        if bytes.starts(with: [0xFE, 0xFF]) { return convert(Array(bytes.dropFirst(2)), from: "UTF-16BE").map { composed($0.0) } }
        return nil
    }

    /// UTF-8 that lost some bytes on its way, rather than something else.
    private static func isBrokenUTF8(_ bytes: [UInt8]) -> Bool {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let (good, bad) = scalars.reduce(into: (0, 0)) { sum, scalar in
            if scalar == "\u{FFFD}" { sum.1 += 1 } else if scalar.value >= 0x80 { sum.0 += 1 }
        }
        return good > bad
    }

    /// Vietnamese when its syllables say which, or of Windows when its marks stand on vowels; else Latin 1 of Windows, which reads any byte.
    private static func western(_ bytes: [UInt8], isLatin: Bool) -> String {
        if let charset = spelled(Array(bytes.prefix(16_384))), let (text, _) = convert(bytes, from: charset) { return composed(text) }
        if let (text, faults) = convert(bytes, from: "CP1258"), faults == 0 {
            let whole = composed(text)
            let strays = whole.unicodeScalars.count { (0x300...0x323).contains($0.value) }
            let marked = whole.unicodeScalars.count { (0x1EA0...0x1EF9).contains($0.value) }
            // What claims to be Latin 1 is believed unless it is full of letters that only Vietnamese has.
            if strays == 0, !isLatin || marked > 1 { return whole }
        }
        return ofWindows(bytes)
    }

    private static func ofWindows(_ bytes: [UInt8]) -> String { composed(String(String.UnicodeScalarView(bytes.map(Windows1252.scalar)))) }

    /// The one old Vietnamese charset in which the words are syllables, when in no other they are nearly as many: what programs of those
    /// days wrote they called Latin 1, or nothing.
    private static func spelled(_ bytes: [UInt8]) -> String? {
        let readings = ["CP1258", "TCVN5712-1", "VISCII"].compactMap { charset -> (charset: String, share: Double)? in
            guard let (text, faults) = convert(bytes, from: charset), faults == 0 else { return nil }
            return VietnameseSpelling.share(of: composed(text)).map { (charset, $0) }
        }.sorted { $0.share > $1.share }
        guard let best = readings.first, best.share >= 0.8 else { return nil }
        let others = readings.dropFirst().map(\.share) + [VietnameseSpelling.share(of: ofWindows(bytes)) ?? 0]
        return others.allSatisfy { best.share - $0 >= 0.3 } ? best.charset : nil
    }

    private static func convert(_ bytes: [UInt8], from charset: String) -> (String, faults: Int)? {
        var converted = cmail_bytes()
        var faults = 0
        let isKnown = bytes.withUnsafeBufferPointer {
            cmail_convert(charset, cmail_bytes(start: $0.baseAddress, count: $0.count), &converted, &faults)
        }
        guard isKnown else { return nil }
        return (String(decoding: Array(taking: converted), as: UTF8.self), faults)
    }

    private static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    /// Charsets in which ASCII bytes may mean something else.
    private static func isShifting(_ name: String?) -> Bool {
        guard let name else { return false }
        return ["UTF-7", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "HZ"].contains(name) || name.hasPrefix("ISO-2022")
    }

    /// Charsets of several bytes a letter, which may look like UTF-8.
    private static let wide: Set<String> = [
        "GB18030", "CP950", "CP932", "CP949", "EUC-JP", "EUC-KR", "BIG5", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-7", "HZ",
    ]

    /// The converter's name of a charset that a message claims; `nil` for what says nothing.
    private static func converter(_ label: String) -> String? {
        let name = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
        let isName = name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || "-_.:+".utf8.contains(byte)
        }
        guard (2...40).contains(name.utf8.count), isName else { return nil }
        if let known = aliases[name] { return known }
        if nothing.contains(name) { return nil }
        return name.uppercased()
    }

    private static let nothing: Set<String> = [
        "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "unknown", "default", "binary", "8bit",
    ]

    private static let aliases: [String: String] = [
        "utf8": "UTF-8", "utf-8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "unicode-1-1-utf-7": "UTF-7", "utf7": "UTF-7",
        "iso-8859-1": latin, "iso8859-1": latin, "iso_8859-1": latin, "latin1": latin, "latin-1": latin, "windows-1252": latin, "cp1252": latin,
        "x-windows-1252": latin, "ansi": latin,
        "windows-1258": "CP1258", "x-windows-1258": "CP1258", "windows1258": "CP1258", "x-cp1258": "CP1258",
        "tcvn": "TCVN5712-1", "tcvn-5712": "TCVN5712-1", "tcvn5712": "TCVN5712-1", "tcvn3": "TCVN5712-1", "vscii": "TCVN5712-1",
        "tcvn5712-1": "TCVN5712-1", "x-viet-tcvn": "TCVN5712-1", "x-viet-tcvn5712": "TCVN5712-1", "x-viet-tcvn5712-1": "TCVN5712-1",
        "x-tcvn": "TCVN5712-1", "tcvn5712-1:1993": "TCVN5712-1", "iso-ir-180": "TCVN5712-1",
        "viscii": "VISCII", "viscii1.1-1": "VISCII", "csviscii": "VISCII", "x-viet-viscii": "VISCII", "x-viscii": "VISCII",
        "gb2312": "GB18030", "gbk": "GB18030", "big5": "CP950", "shift_jis": "CP932", "x-sjis": "CP932", "sjis": "CP932",
        "ks_c_5601-1987": "CP949", "euc-kr": "CP949", "hz-gb-2312": "HZ",
    ]
}
