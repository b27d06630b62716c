import CMail
import Domain
import Foundation

/// The headers of a message in their order, as bytes; decoded when they are asked for.
struct MailHeaders {
    private var fields: [(name: String, value: [UInt8])] = []

    /// Bytes of one header that are looked at.
    private static let longest = 64 * 1024
    /// Headers that are looked at.
    private static let most = 2000

    init(_ raw: [(name: [UInt8], value: [UInt8])]) {
        fields = raw.prefix(Self.most).map { field in
            (String(decoding: field.name, as: UTF8.self).lowercased(), Self.unfolded(field.value.prefix(Self.longest)))
        }
    }

    var isEmpty: Bool { fields.isEmpty }

    /// The name of the very first header.
    var first: String? { fields.first?.name }

    /// The bytes of the first header of that name (in small letters).
    func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// All headers of that name.
    func all(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

    func contains(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// Whether there is a header whose name begins so.
    func contains(prefix: String) -> Bool { fields.contains { $0.name.hasPrefix(prefix) } }

    /// Words, decoded, on one line.
    func words(_ name: String) -> String { raw(name).map { CleanText(line: EncodedWords.decode($0)).text } ?? "" }

    /// A token such as `auto-replied`: the first word, in small letters.
    func token(_ name: String) -> String {
        let value = String(decoding: raw(name) ?? [], as: UTF8.self).lowercased()
        return value.split { $0 == " " || $0 == ";" || $0 == "," || $0 == "(" || $0 == "\t" }.first.map(String.init) ?? ""
    }

    /// The first address in a header; `nil` when there is none that could be written to.
    func address(_ name: String) -> String? { raw(name).flatMap(MailAddress.read) }

    /// The name in front of the first address.
    func displayName(_ name: String) -> String { raw(name).map(MailAddress.displayName) ?? "" }

    /// Message ids in a header, without their angle brackets, in its order.
    func ids(_ name: String) -> [String] { all(name).flatMap { MessageID.all(in: $0) } }

    /// When a date header says; `nil` when it is none, or no moment in which mail was written.
    func date(_ name: String) -> Instant? { raw(name).flatMap { Self.date($0[...]) } }

    /// The date behind the last semicolon of the newest `Received`: the receiving server's own clock.
    var received: Instant? {
        raw("received").flatMap { value in
            value.lastIndex(of: UInt8(ascii: ";")).flatMap { Self.date(value[(value.index(after: $0))...]) }
        }
    }

    private static func date(_ value: ArraySlice<UInt8>) -> Instant? {
        var seconds: Int64 = 0
        let text = String(decoding: value, as: UTF8.self)
        // From 1990 to 2100.
        guard cmail_date(text, &seconds), (631_152_000...4_102_444_800).contains(seconds) else { return nil }
        return Instant(milliseconds: seconds * 1000)
    }

    /// Without the line breaks of folding, without what stands around.
    private static func unfolded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        let flat = value.map { $0 == 10 || $0 == 13 || $0 == 9 || $0 == 0 ? UInt8(ascii: " ") : $0 }
        return Array(flat.trimmed)
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces and controls at both ends.
    var trimmed: ArraySlice<UInt8> {
        var rest = drop { $0 <= 32 }
        while let last = rest.last, last <= 32 { rest.removeLast() }
        return rest
    }
}

extension [UInt8] {
    /// Without spaces and controls at both ends.
    var trimmed: ArraySlice<UInt8> { self[...].trimmed }
}
