import Foundation

/// Reading what an app sends. Ids and numbers are taken as strings or numbers (brief zalo.md §0.13).
extension JSON: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // A kind that does not fit leaves the next one to be tried; the last one throws.
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else if let number = try? value.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .string(String(number))
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let elements = try? value.decode([JSON].self) {
            self = .array(elements)
        } else {
            self = .object(try value.decode([String: JSON].self).map { ($0.key, $0.value) })
        }
    }

    /// An object out of a body; anything else is the caller's mistake.
    static func object(from bytes: [UInt8], named name: String = "body") throws(ZaloFault) -> JSON {
        do {
            let json = try JSONDecoder().decode(JSON.self, from: Data(bytes))
            if case .object = json { return json }
        } catch {
            throw .invalid(name)
        }
        throw .invalid(name)
    }

    /// A member that is there and not null.
    subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self, let value = members.first(where: { $0.0 == name })?.1 else { return nil }
        if case .null = value { return nil }
        return value
    }

    var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool(let truth): String(truth)
        case .object, .array, .null: nil
        }
    }

    var number: Int? { text.flatMap { Int($0) } }

    /// `true` and `"true"` are true.
    var truth: Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    var elements: [JSON]? {
        if case .array(let elements) = self { return elements }
        return nil
    }

    var members: [(String, JSON)]? {
        if case .object(let members) = self { return members }
        return nil
    }

    /// A text that must be there and not be empty.
    func required(_ name: String) throws(ZaloFault) -> String {
        guard let text = self[name]?.text, !text.isEmpty else { throw .invalid(name) }
        return text
    }
}
