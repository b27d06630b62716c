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

    @Test func ofAThreadWithoutEndTheNewestLettersAreNamed() throws {
        let old = (0..<100).map { row in "References: " + (0..<90).map { "<r\(row)-\($0)@x>" }.joined(separator: "\r\n ") + "\r\n" }.joined()
        let text = "From: a@b.vn\r\nSubject: Re: x\r\nIn-Reply-To: <new@x>\r\n\(old)\r\nx"
        let message = try MailMessage(Array(text.utf8), own: MailCorpus.own)
        #expect(message.answers.first == "new@x" && message.answers.count == 50)
    }

    @Test func aReportNamesNoMoreLettersThanAThread() throws {
        let copies = (0..<1500).map { "Message-ID: <\($0)@x>\r\n" }.joined()
        let text = "From: mailer-daemon@b.vn\r\nSubject: Undelivered mail\r\n\r\n550 5.1.1 a@b.vn\r\n\(copies)"
        let report = try #require(try MailMessage(Array(text.utf8), own: MailCorpus.own).report)
        #expect(report.messages.first == "0@x" && report.messages.count == 50)
    }

    @Test func aLetterThatIsNotShownWholeBringsItselfAsItsFirstFile() throws {
        for name in ["nested-too-deep", "too-many-parts"] {
            let words = try #require(try words(name))
            #expect(words.files.first == .whole(name: "thu-goc.eml", bytes: try MailCorpus.bytes(of: name)))
            #expect(words.text.hasSuffix("toàn bộ thư nằm trong tệp thu-goc.eml.)"))
        }
        #expect(try words("too-large")?.files == [], "of this one only the beginning is here")
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
