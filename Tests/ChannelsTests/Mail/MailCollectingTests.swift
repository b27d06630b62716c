import Domain
import Foundation
import Operations
import Testing

@testable import Channels

/// The mailbox, with Debian's Dovecot at the other end.
@Suite(.serialized) struct MailCollectingTests {
    @Test func whatIsNewIsKeptOnceAndMarkedAsSeen() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        let keeper = Keeper()
        let wire = try MailTest.wire(incoming: dovecot.server())
        try await wire.collect(into: keeper)
        #expect(await keeper.keys.isEmpty)
        let first = MailTest.message("Mot")
        try dovecot.deliver(first)
        try dovecot.deliver(MailTest.message("Hai"))
        try await wire.collect(into: keeper)
        try await wire.collect(into: keeper)
        #expect(await keeper.subjects == ["Mot", "Hai"])
        #expect(await keeper.pieces.first?.bytes == first)
        #expect(dovecot.flags == ["S", "S"])
    }

    @Test func everyMessageOfTheCorpusComesAsItWasSent() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        // Maildir has no message without bytes.
        let names = MailCorpus.names.filter { $0 != "nothing" }
        for name in names { try dovecot.deliver(try MailCorpus.bytes(of: name)) }
        let keeper = Keeper()
        try await MailTest.wire(incoming: dovecot.server()).collect(into: keeper)
        #expect(await keeper.pieces.count == names.count)
    }

    @Test func whatCouldNotBeKeptStaysUnseenAndComesAgain() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        try dovecot.deliver(MailTest.message("Mot"))
        let keeper = Keeper(failures: 1)
        let shelf = PositionShelf()
        let wire = try MailTest.wire(incoming: dovecot.server(), shelf: shelf)
        await #expect(throws: Keeper.Full.self) { try await wire.collect(into: keeper) }
        #expect(shelf.position == nil)
        #expect(dovecot.flags.allSatisfy { !$0.contains("S") })
        try await wire.collect(into: keeper)
        #expect(await keeper.subjects == ["Mot"])
    }

    @Test func whatSomebodyElseOpenedFirstIsTakenInAllTheSame() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        let keeper = Keeper()
        let shelf = PositionShelf()
        try dovecot.deliver(MailTest.message("Mot"))
        try await MailTest.wire(incoming: dovecot.server(), shelf: shelf).collect(into: keeper)
        try dovecot.deliver(MailTest.message("Hai"))
        // A person with a program of his own, while ours is down.
        let session = try IMAPSession(dovecot.server(), patience: MailPatience())
        _ = try session.select("INBOX")
        try session.markSeen(2)
        try await MailTest.wire(incoming: dovecot.server(), shelf: shelf).collect(into: keeper)
        #expect(await keeper.subjects == ["Mot", "Hai"])
    }

    @Test func aMailboxThatCountsAnewIsReadByItsNewNumbers() async throws {
        let dovecot = try await Dovecot()
        let keeper = Keeper()
        let shelf = PositionShelf()
        let before = try await dovecot.start()
        try dovecot.deliver(MailTest.message("Mot"))
        try await MailTest.wire(incoming: dovecot.server(), shelf: shelf).collect(into: keeper)
        before.stop()
        let old = shelf.position
        try dovecot.countAnew()
        let after = try await dovecot.start()
        defer { after.stop() }
        try dovecot.deliver(MailTest.message("Hai"))
        try await MailTest.wire(incoming: dovecot.server(), shelf: shelf).collect(into: keeper)
        #expect(await keeper.subjects == ["Mot", "Hai"])
        #expect(shelf.position?.validity != old?.validity)
        #expect(await Set(keeper.keys).count == 2)
    }

    @Test func aMessageThatTheServerRefusesHoldsNoOtherUpNorBringsItAgain() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        try dovecot.deliver(MailTest.message("Mot"))
        let refused = try dovecot.deliver(MailTest.message("Hai"), isReadable: false)
        try dovecot.deliver(MailTest.message("Ba"))
        let keeper = Keeper()
        let wire = try MailTest.wire(incoming: dovecot.server())
        for _ in 0..<3 { await #expect(throws: CollectFailure.self) { try await wire.collect(into: keeper) } }
        #expect(await keeper.subjects == ["Mot", "Ba"], "each once")
        try dovecot.release(refused)
        try await wire.collect(into: keeper)
        #expect(await keeper.subjects == ["Mot", "Ba", "Hai"])
    }

    @Test func mailboxesThatCountAlikeAreToldApart() async throws {
        let keeper = Keeper()
        for subject in ["Mot", "Hai"] {
            let dovecot = try await Dovecot()
            try dovecot.countAnew(validity: 7)
            let server = try await dovecot.start()
            defer { server.stop() }
            try dovecot.deliver(MailTest.message(subject))
            let shelf = PositionShelf()
            try await MailTest.wire(incoming: dovecot.server(), shelf: shelf).collect(into: keeper)
            #expect(shelf.position == MailPosition(validity: 7, next: 2))
        }
        #expect(await keeper.subjects == ["Mot", "Hai"])
        #expect(await Set(keeper.keys).count == 2)
    }

    @Test func aWrongPasswordIsToldInWords() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        let wire = try MailTest.wire(incoming: dovecot.server(password: "sai"))
        let failure = await #expect(throws: CollectFailure.self) { try await wire.collect(into: Keeper()) }
        #expect(failure?.reason.contains("từ chối đăng nhập") == true)
        #expect(failure?.reason.contains("sai") == false)
    }

    @Test func aServerThatWentAwayIsFoundAgain() async throws {
        let dovecot = try await Dovecot()
        let keeper = Keeper()
        let wire = try MailTest.wire(incoming: dovecot.server())
        await #expect(throws: CollectFailure.self) { try await wire.collect(into: keeper) }
        let first = try await dovecot.start()
        try dovecot.deliver(MailTest.message("Mot"))
        try await wire.collect(into: keeper)
        first.stop()
        await #expect(throws: CollectFailure.self) { try await wire.collect(into: keeper) }
        let second = try await dovecot.start()
        defer { second.stop() }
        try dovecot.deliver(MailTest.message("Hai"))
        try await wire.collect(into: keeper)
        #expect(await keeper.subjects == ["Mot", "Hai"])
    }

    @Test func aFileOfTwentyFiveMegabytesComesWhole() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        let large = MailTest.large(megabytes: 25)
        try dovecot.deliver(large.message)
        let keeper = Keeper()
        let wire = try MailTest.wire(incoming: dovecot.server())
        try await wire.collect(into: keeper)
        let bytes = try #require(await keeper.pieces.first?.bytes)
        #expect(bytes == large.message)
        guard case .message(let words) = try wire.read(bytes).last?.content else { return #expect(Bool(false), "no message") }
        #expect(words.text == "Gửi bản vẽ.")
        #expect(words.files == [.whole(name: "ban-ve.pdf", bytes: large.file)])
    }

    @Test func ofAMessageThatIsTooLargeTheWordsAreTakenWithANote() async throws {
        let dovecot = try await Dovecot()
        let server = try await dovecot.start()
        defer { server.stop() }
        try dovecot.deliver(MailTest.large(megabytes: 31).message)
        try dovecot.deliver(MailTest.message("Sau"))
        let keeper = Keeper()
        let wire = try MailTest.wire(incoming: dovecot.server())
        try await wire.collect(into: keeper)
        #expect(await keeper.subjects == ["Ban ve", "Sau"])
        let bytes = try #require(await keeper.pieces.first?.bytes)
        #expect(bytes.count < 300_000)
        guard case .message(let words) = try wire.read(bytes).last?.content else { return #expect(Bool(false), "no message") }
        #expect(words.text.hasPrefix("Gửi bản vẽ.\n\n(Thư nặng 42 MB"))
        #expect(words.text.contains("ban-ve.pdf"))
        #expect(words.files.isEmpty)
    }

    @Test func tlsIsSpokenWithAKnownServerAndRefusedWithAStranger() async throws {
        let dovecot = try await Dovecot(isEncrypted: true)
        let server = try await dovecot.start()
        defer { server.stop() }
        try dovecot.deliver(MailTest.message("Mot"))
        let keeper = Keeper()
        let stranger = try MailTest.wire(incoming: dovecot.server())
        let failure = await #expect(throws: CollectFailure.self) { try await stranger.collect(into: keeper) }
        #expect(failure?.reason.contains("mã hóa") == true)
        try await MailTest.wire(incoming: dovecot.server(), authorities: dovecot.certificate).collect(into: keeper)
        #expect(await keeper.subjects == ["Mot"])
    }
}
