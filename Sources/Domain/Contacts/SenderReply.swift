/// What a short message after an answer means (đánh giá, kiến nghị lại): the answer tells the sender which words to use.
package enum SenderReply: Sendable, Equatable {
    case satisfied
    /// He is not satisfied and says why; the case opens again.
    case comesBack(String)
    /// Only thanks: nothing to do, and no new case.
    case thanks
    case other

    package init(_ text: String) {
        let words = text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        switch words.first {
        case "1" where words.dropFirst().allSatisfy(Self.courtesies.contains):
            self = .satisfied
        case "2" where words.count > 1:
            let reason = text.drop { $0 != "2" }.dropFirst().drop { $0.isWhitespace || $0.isPunctuation }
            self = .comesBack("Người gửi chưa hài lòng: " + String(reason))
        case "2":
            self = .comesBack("Người gửi chưa hài lòng, không nêu lý do.")
        default:
            self = Self.isThanks(words) ? .thanks : .other
        }
    }

    /// A message that thanks and goes on to complain or to ask is no mere thanks: rather a case too many than a petition lost.
    private static func isThanks(_ words: [String]) -> Bool {
        guard words.count <= 12, objections.isDisjoint(with: words) else { return false }
        return zip(words, words.dropFirst()).contains { $0 == "cam" && $1 == "on" } || words == ["ok"]
    }

    /// Words, folded, that people add to a bare 1 out of politeness.
    private static let courtesies: Set<String> = [
        "a", "nhe", "nha", "vang", "da", "ok", "rat", "hai", "long", "cam", "on", "nhieu", "em", "anh", "chi", "toi", "quy", "vi", "co",
        "quan",
    ]

    /// Words, folded, with which thanks turn into something else: but, not yet, still, when, how, ask.
    private static let objections: Set<String> = [
        "nhung", "chua", "khong", "van", "ma", "song", "tuy", "con", "lai", "them", "hoi", "bao", "sao", "nao", "gi", "tiep", "de", "nghi",
        "kien", "muon",
    ]
}
