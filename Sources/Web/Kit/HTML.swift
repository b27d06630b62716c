/// Markup in the making. What stands in the literal is trusted; every hole is escaped, byte for byte; only another `HTML`
/// goes in as it is. An optional does not compile: say with `when` what shows when there is nothing.
///
///     let row: HTML = "<td>\(firm.name)</td>"
///
/// Escaping looks at UTF-8 bytes, never at `Character`: a combining mark glues itself to a quote and hides it.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// UTF-8.
    package private(set) var bytes: [UInt8]

    package static let empty = HTML(bytes: [])

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Words from anywhere, escaped.
    package init(text: String) {
        bytes = []
        bytes.appendEscaped(text.utf8)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// For tests and for pages kept as text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }
}

extension HTML {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ value: String) {
            bytes.appendEscaped(value.utf8)
        }

        package mutating func appendInterpolation(_ value: Substring) {
            bytes.appendEscaped(value.utf8)
        }

        package mutating func appendInterpolation(_ value: Int) {
            bytes.append(contentsOf: String(value).utf8)
        }

        /// A number as people read it: `1.234.567`.
        package mutating func appendInterpolation(grouped value: Int) {
            let digits = Array(String(value.magnitude).utf8)
            if value < 0 { bytes.append(UInt8(ascii: "-")) }
            for (index, digit) in digits.enumerated() {
                if index > 0, (digits.count - index).isMultiple(of: 3) { bytes.append(UInt8(ascii: ".")) }
                bytes.append(digit)
            }
        }

        package mutating func appendInterpolation(_ value: HTML) {
            bytes.append(contentsOf: value.bytes)
        }

        /// ` name="value"` with the space before it; nothing for `nil`.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(UInt8(ascii: " "))
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
            bytes.appendEscaped(value.utf8)
            bytes.append(UInt8(ascii: "\""))
        }

        /// ` name` with the space before it, when it is on.
        package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            guard isOn else { return }
            bytes.append(UInt8(ascii: " "))
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
    }
}

/// One piece of markup for each element, in order.
package func each<Elements: Sequence>(_ elements: Elements, _ body: (Elements.Element) -> HTML) -> HTML {
    var all = HTML.empty
    for element in elements { all += body(element) }
    return all
}

/// The markup if the condition holds, else the other or nothing.
package func when(_ condition: Bool, _ body: () -> HTML, else otherwise: () -> HTML = { .empty }) -> HTML {
    condition ? body() : otherwise()
}

/// The markup of what is there, else the other or nothing.
package func when<Value>(_ value: Value?, _ body: (Value) -> HTML, else otherwise: () -> HTML = { .empty }) -> HTML {
    if let value { body(value) } else { otherwise() }
}

extension [UInt8] {
    /// Appends text so that no byte of it can end a text, an attribute or an element.
    fileprivate mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let whole: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
        if whole == nil { for byte in text { appendEscaped(byte) } }
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where text[index].endsMarkup {
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            appendEscaped(text[index])
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
        default: append(byte)
        }
    }
}

extension UInt8 {
    fileprivate var endsMarkup: Bool {
        self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">") || self == UInt8(ascii: "\"")
            || self == UInt8(ascii: "'")
    }
}
