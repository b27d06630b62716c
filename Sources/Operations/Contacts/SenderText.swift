import Domain

/// Words to a sender of which the middle may be long: it is cut where the channel is too narrow for it, between words that must
/// arrive.
struct SenderText: Sendable, ExpressibleByStringInterpolation {
    var head: String
    var body: String
    var tail: String

    init(_ body: String, behind head: String, before tail: String) {
        self.head = head
        self.body = body
        self.tail = tail
    }

    init(stringLiteral value: String) {
        self.init("", behind: value, before: "")
    }

    init(_ whole: String) { self.init("", behind: whole, before: "") }

    /// What fits into one message of a channel.
    func text(for channel: Channel) -> String {
        guard let longest = channel.longestMessage else { return head + body + tail }
        return head + Excerpt.cut(body, limit: longest - head.utf16.count - tail.utf16.count, suffix: "…") + tail
    }

    /// The whole, for a person who reads it out or writes it on paper.
    var whole: String { head + body + tail }
}

extension Channel {
    /// UTF-16 units of one message at most; `nil`: as long as one likes.
    var longestMessage: Int? {
        switch self {
        case .zalo, .zaloGroup: ChannelText.narrowest
        case .form, .mail, .hotline, .counter, .letter, .dialogue, .visit, .tax, .portal, .national, .callCentre, .forwarded: nil
        }
    }
}
