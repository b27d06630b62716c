/// Names and values as a form or a query string gives them: in order, a name as often as it was sent.
package struct Fields: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    /// The first value of that name.
    package subscript(name: String) -> String? {
        entries.first { $0.name == name }?.value
    }

    /// Every value of that name, as sent (checkboxes, several selects).
    package func all(_ name: String) -> [String] {
        entries.filter { $0.name == name }.map(\.value)
    }

    mutating func append(_ name: String, _ value: String) {
        entries.append(Entry(name: name, value: value))
    }
}

extension Fields {
    /// Reads `application/x-www-form-urlencoded`. A `%` that no two hexadecimal digits follow stands for itself, as browsers
    /// have it (URL Standard, "percent-decode").
    init(urlEncoded bytes: some Collection<UInt8>, limits: FormLimits) throws(FormFault) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard entries.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = try formText(percentDecoded(pair[..<end], plusIsSpace: true), field: "", limits: limits)
            guard name.utf8.count <= limits.nameBytes else { throw .nameTooLong(limit: limits.nameBytes) }
            let raw = end == pair.endIndex ? [] : percentDecoded(pair[pair.index(after: end)...], plusIsSpace: true)
            append(name, try formText(raw, field: name, limits: limits))
        }
    }
}

/// What stands behind the `?` of an address. Reading it is as strict as reading a form.
package struct QueryString: Sendable, Equatable {
    package var fields: Fields

    /// `nil` and `""` are an empty query.
    package init(_ raw: String?) throws(FormFault) {
        fields = try Fields(urlEncoded: (raw ?? "").utf8, limits: .query)
    }

    package subscript(name: String) -> String? { fields[name] }

    package func all(_ name: String) -> [String] { fields.all(name) }
}

/// `%XX` and, in forms, `+` undone.
func percentDecoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index != bytes.endIndex {
        let byte = bytes[index]
        index = bytes.index(after: index)
        if byte == UInt8(ascii: "%"), let (value, next) = hexPair(bytes, at: index) {
            decoded.append(value)
            index = next
        } else {
            decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
    }
    return decoded
}

private func hexPair<Bytes: Collection<UInt8>>(_ bytes: Bytes, at index: Bytes.Index) -> (UInt8, Bytes.Index)? {
    guard index != bytes.endIndex, let high = hexDigit(bytes[index]) else { return nil }
    let second = bytes.index(after: index)
    guard second != bytes.endIndex, let low = hexDigit(bytes[second]) else { return nil }
    return (high << 4 | low, bytes.index(after: second))
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// Bytes of a form as text: UTF-8 or refused; line ends as `\n`; control characters, which no keyboard gives and which neither
/// a database nor a document takes, are left out.
func formText(_ bytes: some Collection<UInt8>, field: String, limits: FormLimits) throws(FormFault) -> String {
    guard bytes.count <= limits.valueBytes else { throw .valueTooLong(field: field, limit: limits.valueBytes) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .brokenText(field: field) }
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\r": clean.append("\n")
        case "\n": if previous != "\r" { clean.append("\n") }
        case "\t": clean.append(scalar)
        default: if scalar.value >= 0x20, scalar.value != 0x7F { clean.append(scalar) }
        }
        previous = scalar
    }
    return String(clean)
}
