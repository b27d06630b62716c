/// A JSON value as it came over the wire, read leniently: ids and moments arrive now as strings, now as numbers (brief zalo.md
/// §0.13), so numbers keep their literal digits and `text` reads both.
package enum JSONText: Sendable, Equatable {
    case object([String: JSONText])
    case array([JSONText])
    case string(String)
    /// The digits as they stood.
    case number(String)
    case bool(Bool)
    case null

    /// Reads one JSON text; `nil` when the bytes are not UTF-8, not JSON, or nested deeper than 64 levels.
    package init?(_ bytes: some Sequence<UInt8>) {
        var reader = JSONReader(Array(bytes))
        guard let value = reader.document() else { return nil }
        self = value
    }

    /// A member of an object; `nil` for everything else.
    package subscript(_ name: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// A string, or a number by its literal digits.
    package var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .object, .array, .bool, .null: nil
        }
    }

    /// A whole number, bare or in quotes.
    package var integer: Int64? { text.flatMap { Int64($0) } }

    package var elements: [JSONText] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}

/// Reads JSON by bytes, without recursion deeper than `deepest` and without trust in what it reads.
private struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private static let deepest = 64

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() -> JSONText? {
        guard String(validating: bytes, as: UTF8.self) != nil, let value = value(depth: 0) else { return nil }
        skipSpace()
        return at == bytes.count ? value : nil
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        at += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let same = word.withUTF8Buffer { bytes[at..<end].elementsEqual($0) }
        if same { at = end }
        return same
    }

    private mutating func value(depth: Int) -> JSONText? {
        guard depth <= Self.deepest else { return nil }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
        case nil: return nil
        case .some: return number()
        }
    }

    private mutating func object(depth: Int) -> JSONText? {
        at += 1
        var members: [String: JSONText] = [:]
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\""), let name = string() else { return nil }
            skipSpace()
            guard take(":"), let value = value(depth: depth + 1) else { return nil }
            members[name] = value
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { return nil }
        }
    }

    private mutating func array(depth: Int) -> JSONText? {
        at += 1
        var elements: [JSONText] = []
        skipSpace()
        if take("]") { return .array(elements) }
        while true {
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
            skipSpace()
            if take("]") { return .array(elements) }
            guard take(",") else { return nil }
        }
    }

    private mutating func number() -> JSONText? {
        let start = at
        _ = take("-")
        let leading = next
        guard let whole = digits(), whole == 1 || leading != UInt8(ascii: "0") else { return nil }
        if take("."), digits() == nil { return nil }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            guard digits() != nil else { return nil }
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    /// Passes over digits; how many there were, `nil` for none.
    private mutating func digits() -> Int? {
        let start = at
        while let byte = next, (48...57).contains(byte) { at += 1 }
        return at > start ? at - start : nil
    }

    private mutating func string() -> String? {
        at += 1
        var content: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                content.append(contentsOf: String(Character(scalar)).utf8)
            case 0..<0x20: return nil
            default: content.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return nil
        }
    }

    /// `\uXXXX`, two of them for a scalar outside the first plane; a half without its other half reads as U+FFFD.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let first = fourHexDigits() else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let back = at
        if first < 0xDC00, take("\\"), take("u"), let second = fourHexDigits(), (0xDC00...0xDFFF).contains(second) {
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
        at = back
        return "\u{FFFD}"
    }

    private mutating func fourHexDigits() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = hexDigit(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        at += 4
        return value
    }
}

/// The worth of a hexadecimal digit, in either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}
