/// A header such as `form-data; name="tep"; filename="Đơn.pdf"`, read by bytes.
struct HeaderParameters: Equatable {
    /// The part before the first `;`, in small letters.
    var value: String
    /// By name in small letters; the first of a name counts.
    var parameters: [String: [UInt8]] = [:]

    init(_ header: some Collection<UInt8>) {
        var rest = Array(header)[...]
        value = lowercased(trimmed(take(until: UInt8(ascii: ";"), from: &rest)))
        while !rest.isEmpty {
            let name = lowercased(trimmed(take(until: UInt8(ascii: "="), orAt: UInt8(ascii: ";"), from: &rest)))
            let content = Self.parameterValue(&rest)
            if !name.isEmpty, parameters[name] == nil { parameters[name] = content }
        }
    }

    /// A parameter's text: `name*=UTF-8''…` (RFC 5987) before `name="…"`; `nil` when there is none or it is not UTF-8.
    func text(_ name: String) -> String? {
        if let extended = parameters[name + "*"] {
            let pieces = extended.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
            if pieces.count == 3, lowercased(pieces[0]) == "utf-8",
                let text = String(validating: percentDecoded(pieces[2], plusIsSpace: false), as: UTF8.self)
            {
                return text
            }
        }
        return parameters[name].flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Up to the next `;`, quoted or bare. Browsers write a quote inside quotes as `%22` or `\"`; a backslash before anything
    /// else is a backslash (old browsers sent `C:\thư mục\đơn.pdf`).
    private static func parameterValue(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard rest.first == UInt8(ascii: "\"") else { return Array(trimmed(take(until: UInt8(ascii: ";"), from: &rest))) }
        rest = rest.dropFirst()
        var content: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                content.append(next)
                rest = rest.dropFirst()
            } else {
                content.append(byte)
            }
        }
        _ = take(until: UInt8(ascii: ";"), from: &rest)
        return content
    }
}

/// What stands before the byte, which is taken too; all when it does not come. A second byte ends it without being a value.
private func take(until end: UInt8, orAt other: UInt8? = nil, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stop = rest.firstIndex { $0 == end || $0 == other } ?? rest.endIndex
    defer { rest = rest[min(stop + 1, rest.endIndex)...] }
    return rest[..<stop]
}

/// Without blanks and tabs at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) }) else { return [] }
    return bytes[first...last]
}

/// ASCII letters made small; the rest as it is.
func lowercased(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
}
