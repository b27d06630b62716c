import Foundation

/// The body of a call, as far as the platform looks at it. Ids are taken as strings or numbers (brief zalo.md §0.13).
struct ZaloSendRequest: Decodable {
    var recipient: Recipient?
    var message: Message?

    struct Recipient: Decodable {
        var user_id: Identifier?
        var anonymous_id: Identifier?
    }

    struct Message: Decodable {
        var text: String?
        var quote_message_id: String?
        var attachment: Attachment?
    }

    struct Attachment: Decodable {
        var type: String?
        var payload: Payload?
    }

    struct Payload: Decodable {
        var template_type: String?
        var elements: [Element]?
        var buttons: [Button]?
        var token: String?
    }

    struct Element: Decodable {
        var media_type: String?
        var attachment_id: String?
        var url: String?
        var title: String?
    }

    struct Button: Decodable {
        var title: String?
        var type: String?
    }
}

/// An id that may come as a string or as a number.
struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        do { text = try value.decode(String.self) } catch { text = String(try value.decode(Int64.self)) }
    }
}

/// Fields of a form or of a query string, percent-decoded, `+` read as a space.
func formFields(_ text: some StringProtocol) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first else { continue }
        fields[percentDecoded(name)] = parts.count > 1 ? percentDecoded(parts[1]) : ""
    }
    return fields
}

private func percentDecoded(_ bytes: some Sequence<UInt8>) -> String {
    let text = String(decoding: bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }, as: UTF8.self)
    return text.removingPercentEncoding ?? text
}
