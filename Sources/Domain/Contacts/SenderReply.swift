/// What a short message after an answer means (đánh giá, kiến nghị lại): the answer tells the sender which words to use.
package enum SenderReply: Sendable, Equatable {
    case satisfied
    /// He is not satisfied and says why; the case opens again.
    case comesBack(String)
    /// Only thanks: nothing to do, and no new case.
    case thanks
    case other

    package init(_ text: String) {
        let words = text.folded.split(separator: " ").map(String.init)
        switch words.first {
        case "1" where words.count == 1:
            self = .satisfied
        case "2" where words.count > 1:
            let reason = text.drop { $0.isWhitespace }.dropFirst().drop { $0.isWhitespace || $0.isPunctuation }
            self = .comesBack("Người gửi chưa hài lòng: " + String(reason))
        case "2":
            self = .comesBack("Người gửi chưa hài lòng, không nêu lý do.")
        default:
            self = Self.isThanks(words) ? .thanks : .other
        }
    }

    private static func isThanks(_ words: [String]) -> Bool {
        guard words.count <= 12 else { return false }
        return zip(words, words.dropFirst()).contains { $0 == "cam" && $1 == "on" } || words == ["ok"]
    }
}
