import Crypto

/// An event on its way to the app: its bytes, and the moment that its signature covers.
struct ZaloEvent: Sendable {
    let name: String
    let body: [UInt8]
    let timestamp: String
    /// `X-ZEvent-Server`: which part of the platform speaks.
    var server = "OA OpenAPI"

    /// Whether the console's filter keeps it back: a text that does not begin with `#`.
    var isFiltered: Bool {
        guard name == "user_send_text" else { return false }
        do { return try JSON.object(from: body)["message"]?["text"]?.text?.utf8.first != UInt8(ascii: "#") } catch { return false }
    }

    /// `mac=` and the digest of app id, body, timestamp and key (brief zalo.md §2.3).
    func signature(appID: String, key: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(appID.utf8))
        hash.update(data: body)
        hash.update(data: Array((timestamp + key).utf8))
        return "mac=" + hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// What became of one attempt to deliver an event.
package struct ZaloDelivery: Sendable {
    package let event: String
    package let time: Int64
    package let attempt: Int
    package let answer: Answer

    package enum Answer: Sendable, Equatable {
        /// The HTTP status that the app answered.
        case status(Int)
        case noConnection
        case tooSlow
        /// No address is set.
        case nowhere
    }
}
