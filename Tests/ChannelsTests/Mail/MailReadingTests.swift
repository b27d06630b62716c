import Domain
import Operations
import Testing

@testable import Channels

/// What a message becomes for the operations.
struct MailReadingTests {
    private func read(_ name: String) throws -> [Inbound] { try MailTest.wire().read(try MailCorpus.bytes(of: name)) }

    private func words(_ name: String) throws -> Words? {
        guard case .message(let words) = try read(name).last?.content else { return nil }
        return words
    }

    @Test func aMessageBringsItsSendersNameAndThenItsWords() throws {
        let inbound = try read("plain-base64")
        #expect(inbound.map(\.externalID) == ["m1@congty.example.vn#from", "m1@congty.example.vn"])
        #expect(inbound.allSatisfy { $0.sender == "a@congty.example.vn" && $0.channel == .mail })
        guard case .told(let person) = inbound.first?.content else { return #expect(Bool(false), "nobody told") }
        #expect(person.name == "Nguyễn Văn A")
    }

    @Test func anAnswerDoesNotRenameItsSender() throws {
        #expect(try read("reply-gmail").count == 1)
        let words = try words("reply-gmail")
        #expect(words?.answers == ["01jx@tinh.example.vn"])
        #expect(words?.tag == "BN-2026-0001234")
        #expect(words?.text == "Tôi gửi thêm giấy tờ.")
    }

    @Test(arguments: MailCorpus.names.filter { $0.hasPrefix("automatic-") }) func whatAMachineWroteIsMarked(_ name: String) throws {
        #expect(try words(name)?.isAutomatic == true)
    }

    @Test(arguments: MailCorpus.names.filter { !$0.hasPrefix("automatic-") && !$0.hasPrefix("bounce-") && !$0.hasPrefix("report-") })
    func whatAPersonWroteIsNot(_ name: String) throws {
        guard let words = try? words(name) else { return }  // unreadable: nothing to mark
        #expect(!words.isAutomatic)
    }

    @Test(arguments: MailCorpus.names.filter { $0.hasPrefix("bounce-") }) func aBounceNamesTheLetterThatCameBack(_ name: String) throws {
        guard case .bounce(let bounce) = try read(name).first?.content else { return #expect(Bool(false), "\(name) is no bounce") }
        #expect(bounce.isPermanent == (name != "bounce-delayed"))
        #expect(bounce.messages.first?.hasSuffix("@tinh.example.vn") == true)
        #expect(bounce.recipient?.hasSuffix("@congty.example.vn") == true)
        #expect(!bounce.reason.isEmpty)
    }

    @Test func aReceiptNamesTheLetterThatWasRead() throws {
        #expect(try read("report-read").map(\.content) == [.receipt(Receipt(.seen, messages: ["01jx0000000000000000000006@tinh.example.vn"]))])
    }

    @Test func theSameBytesWithoutAnIdAreTheSameMessage() throws {
        let first = try read("no-message-id").last?.externalID
        #expect(first?.hasPrefix("sha256-") == true)
        #expect(try read("no-message-id").last?.externalID == first)
    }

    @Test func nothingWasSentTomorrow() throws {
        #expect(try read("date-far-future").last?.sentAt == Vectors.start)
        #expect(try read("no-date").last?.sentAt == Instant(iso: "2026-05-05T09:15:02+07:00"))
    }

    @Test(arguments: ["not-mail", "nothing", "no-sender"]) func whatIsNoLetterStaysRaw(_ name: String) throws {
        #expect(throws: UnreadableDelivery.self) { try read(name) }
    }

    @Test func nestingWithoutEndIsReadToItsBoundAndSaysSo() throws {
        let deep = (0..<20_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
        let enclosed = String(repeating: "Content-Type: message/rfc822\r\n\r\n", count: 20_000)
        for text in [deep, enclosed] {
            let message = try MailMessage(Array("From: a@b.vn\r\nSubject: Sâu\r\n\(text)\r\nx".utf8), own: MailCorpus.own)
            #expect(!message.text.isEmpty)
        }
    }
}
