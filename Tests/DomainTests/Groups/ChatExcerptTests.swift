import Domain
import Testing

/// Excerpts of chats as people paste them.
struct ChatExcerptTests {
    private static let now = Instant(iso: "2026-08-03T15:00") ?? Instant(milliseconds: 0)

    @Test(arguments: [
        "Nguyễn Văn An (03/08 14:05): Đường ngập", "Nguyễn Văn An (03/08/2026 14:05): Đường ngập",
        "[14:05, 03/08/2026] Nguyễn Văn An: Đường ngập", "[03/08/2026 14:05] Nguyễn Văn An: Đường ngập",
        "Nguyễn Văn An, [03/08/2026 14:05]\nĐường ngập", "Nguyễn Văn An 14:05\nĐường ngập", "Nguyễn Văn An (14:05): Đường ngập",
    ])
    func whoAndWhenAreReadFromEveryForm(_ text: String) {
        #expect(
            ChatExcerpt.read(text, now: Self.now) == [
                .init(who: "Nguyễn Văn An", at: Instant(iso: "2026-08-03T14:05"), text: "Đường ngập")
            ])
    }

    @Test func linesWithoutAHeadBelongToWhoeverSpokeBefore() {
        let lines = ChatExcerpt.read("An (03/08 14:05): Đường ngập\ntừ hôm qua\n\nBình (03/08 14:06): Bên tôi cũng vậy", now: Self.now)
        #expect(lines.map(\.text) == ["Đường ngập\ntừ hôm qua", "Bên tôi cũng vậy"])
        #expect(lines.map(\.who) == ["An", "Bình"])
    }

    @Test func aTextWithoutHeadsIsOneLineOfNobody() {
        #expect(ChatExcerpt.read("Điện chập chờn: cả tuần nay", now: Self.now) == [.init(who: "", at: nil, text: "Điện chập chờn: cả tuần nay")])
    }

    @Test(arguments: [
        "Mất điện từ 14:30", "Mất điện từ 14:30 03/08", "Nguyễn Văn An, [03/08/2026 14:05]", "Nguyễn Văn An (03/08 14:05):",
    ])
    func whatLooksLikeAHeadAndHasNoWordsLosesNone(_ text: String) {
        #expect(ChatExcerpt.read(text, now: Self.now).map(\.text) == [text])
    }

    @Test func aLineThatEndsWithATimeStaysWithItsSpeaker() {
        let lines = ChatExcerpt.read("An 14:05\nMất điện từ 14:30\nBình 14:40\nBên tôi mất từ 13:00", now: Self.now)
        #expect(lines.map(\.who) == ["An", "Bình"])
        #expect(lines.map(\.text) == ["Mất điện từ 14:30", "Bên tôi mất từ 13:00"])
    }

    @Test func aSpeakerWithoutWordsBetweenTwoOthersIsNotLost() {
        let lines = ChatExcerpt.read("An (03/08 14:05):\nBình (03/08 14:06): Bên tôi cũng vậy", now: Self.now)
        #expect(lines.map(\.who) == ["An", "Bình"])
        #expect(lines.map(\.text) == ["An (03/08 14:05):", "Bên tôi cũng vậy"])
    }

    @Test func aDayThatIsStillToComeWasLastYear() {
        #expect(ChatExcerpt.moment("24/12 08:00", now: Self.now) == Instant(iso: "2025-12-24T08:00"))
    }

    @Test func anHourThatIsStillToComeWasYesterday() {
        #expect(ChatExcerpt.moment("23:10", now: Self.now) == Instant(iso: "2026-08-02T23:10"))
    }

    @Test(arguments: ["", "hôm qua", "25:00", "31/02/2026 08:00", "03/08"]) func whatIsNoMomentIsRefused(_ text: String) {
        #expect(ChatExcerpt.moment(text, now: Self.now) == nil)
    }

    @Test func relayedWordsCallNobody() {
        #expect(Mentions.broken("Gửi [@123] và [@g1]") == "Gửi [ @123] và [ @g1]")
        #expect(Mentions.broken("a@b [x]") == "a@b [x]")
    }
}
