import Domain
import Foundation
import Operations
import TestSupport
import Testing

@testable import Channels

/// The way out, with a real SMTP server at the other end.
@Suite(.serialized) struct MailDeliveringTests {
    private func letter(to recipient: String = "a@congty.example.vn", _ text: String = "Kính gửi ông, đề nghị bổ sung hồ sơ.", answers: [String] = []) -> Outgoing {
        Outgoing(
            id: ID(at: Vectors.start, chance: [7]), channel: .mail, recipient: recipient, text: text,
            subject: "[KN BN-2026-0001234] Kiến nghị mã 23456-789A7 về đường vào khu công nghiệp và hệ thống thoát nước", answers: answers)
    }

    @Test func aLetterCarriesWhatLetsItsAnswerFindBack() async throws {
        try await withFolder { folder in
            let post = try await Post(in: folder)
            defer { post.run.stop() }
            let wire = try MailTest.wire(outgoing: post.server())
            let text = "Kính gửi ông,\n.một dòng bắt đầu bằng dấu chấm\n\n\(String(repeating: "rất dài ", count: 400))\nhết."
            let outcome = await wire.deliver(letter(text, answers: ["moi@x", "cu@x", "x\r\nBcc: b@c.vn"]), files: [])
            let id = "\(letter().id.text)@tinh.example.vn"
            #expect(outcome == .delivered(receipt: id))
            let bytes = try #require(try post.letters.first)
            let tree = try #require(MailTree(bytes))
            #expect(tree.headers.words("x-envelope") == "\(MailCorpus.own) a@congty.example.vn 1")
            #expect(tree.headers.ids("message-id") == [id])
            #expect(tree.headers.ids("in-reply-to") == ["moi@x"])
            #expect(tree.headers.ids("references") == ["cu@x", "moi@x"])
            #expect(tree.headers.token("auto-submitted") == "auto-replied")
            #expect(tree.headers.words("x-auto-response-suppress") == "OOF, AutoReply")
            #expect(tree.headers.displayName("from") == "Tổ công tác")
            #expect(tree.headers.words("subject") == letter().subject)
            #expect(tree.headers.date("date") == Instant(milliseconds: Vectors.start.milliseconds / 1000 * 1000))
            #expect(!tree.headers.contains("bcc"))
            #expect(MailBody(tree).text.replacing("\r\n", with: "\n") == text + "\n")
            let lines = bytes.split(separator: 10)
            #expect(lines.allSatisfy { $0.count <= 200 && $0.last == 13 })
            #expect(bytes.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func theAnswerToALetterOfOursNamesItAndItsCase() async throws {
        let dovecot = try await Dovecot()
        let imap = try await dovecot.start()
        defer { imap.stop() }
        try await withFolder { folder in
            let post = try await Post(in: folder)
            defer { post.run.stop() }
            let wire = try MailTest.wire(incoming: dovecot.server(), outgoing: post.server())
            guard case .delivered(let receipt) = await wire.deliver(letter(), files: []) else { return #expect(Bool(false), "not delivered") }
            let sent = try post.newest
            let answer = MailTest.message(
                "Re: " + String(decoding: sent.headers.raw("subject") ?? [], as: UTF8.self), text: "Đã bổ sung.\r\n\r\nVào Th 3, 5 thg 5, 2026 TCT <a@b.vn> đã viết:\r\n> cũ",
                extra: "In-Reply-To: \(String(decoding: sent.headers.raw("message-id") ?? [], as: UTF8.self))\r\n")
            try dovecot.deliver(answer)
            let keeper = Keeper()
            try await wire.collect(into: keeper)
            let bytes = try #require(await keeper.pieces.first?.bytes)
            guard case .message(let words) = try wire.read(bytes).last?.content else { return #expect(Bool(false), "no message") }
            #expect(words.answers == [receipt])
            #expect(words.tag == "23456789A7")
            #expect(words.text == "Đã bổ sung.")
            #expect(words.quoted.hasSuffix("> cũ"))
        }
    }

    @Test func filesGoWholeAndLettersShareAConnection() async throws {
        try await withFolder { folder in
            let post = try await Post(in: folder)
            defer { post.run.stop() }
            let wire = try MailTest.wire(outgoing: post.server())
            let bytes = (0..<(25 * 1_048_576)).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 251) }
            let file = OutgoingFile(name: "Văn bản trả lời số 12/UBND “gấp”.pdf", contentType: "application/pdf", bytes: bytes)
            _ = await wire.deliver(letter(), files: [])
            let outcome = await wire.deliver(letter(to: "b@congty.example.vn"), files: [file])
            guard case .delivered = outcome else { return #expect(Bool(false), "\(outcome)") }
            let tree = try post.newest
            #expect(tree.headers.words("x-envelope").hasSuffix(" 2"))
            let part = try #require(tree.root?.children.last)
            #expect(part.name == file.name)
            #expect(part.type == "application/pdf")
            #expect(part.bytes == bytes)
        }
    }

    @Test(arguments: [
        ("khongco", "shut"), ("khongco-cu", "shut"), ("day", "shut"), ("cham", "retry"), ("chinhsach", "giveUp"), ("ban", "retry"), ("a", "delivered"),
    ])
    func whatTheServerSaysDecidesWhatComesNext(_ mailbox: String, _ expected: String) async throws {
        try await withFolder { folder in
            let post = try await Post(in: folder)
            defer { post.run.stop() }
            let wire = try MailTest.wire(outgoing: post.server())
            let outcome = await wire.deliver(letter(to: "\(mailbox)@congty.example.vn"), files: [])
            #expect("\(outcome)".hasPrefix(expected), "\(outcome)")
            // A refusal leaves nothing broken behind.
            let next = await wire.deliver(letter(), files: [])
            #expect("\(next)".hasPrefix("delivered"), "\(next)")
        }
    }

    @Test func aServerThatWentAwayIsFoundAgain() async throws {
        try await withFolder { folder in
            let first = try await Post(in: folder)
            let wire = try MailTest.wire(outgoing: first.server())
            #expect("\(await wire.deliver(letter(), files: []))".hasPrefix("delivered"))
            first.run.stop()
            #expect("\(await wire.deliver(letter(), files: []))".hasPrefix("retry"))
            let second = try await Post(in: folder, port: first.port)
            defer { second.run.stop() }
            #expect("\(await wire.deliver(letter(), files: []))".hasPrefix("delivered"))
        }
    }

    @Test func signingInOverStartTLS() async throws {
        try await withFolder { folder in
            let tls = try TestCertificate(in: folder)
            let post = try await Post(in: folder, ["tct", "mật khẩu", tls.certificate, tls.key])
            defer { post.run.stop() }
            let right = try MailTest.wire(outgoing: post.server("tct:m%E1%BA%ADt%20kh%E1%BA%A9u@"), authorities: tls.certificate)
            #expect("\(await right.deliver(letter(), files: []))".hasPrefix("delivered"))
            let wrong = try MailTest.wire(outgoing: post.server("tct:sai@"), authorities: tls.certificate)
            let refused = await wrong.deliver(letter(), files: [])
            #expect("\(refused)".hasPrefix("retry"), "\(refused)")
            let stranger = try MailTest.wire(outgoing: post.server("tct:m%E1%BA%ADt%20kh%E1%BA%A9u@"))
            #expect("\(await stranger.deliver(letter(), files: []))".hasPrefix("retry"))
        }
    }

    @Test(arguments: ["không phải địa chỉ", "a@b.vn\r\nBcc: c@d.vn", "", "a@b.vn, c@d.vn"])
    func anAddressThatIsNoneIsNotWrittenTo(_ recipient: String) async throws {
        let outcome = await (try MailTest.wire()).deliver(letter(to: recipient), files: [])
        #expect("\(outcome)".hasPrefix("shut"))
    }

    @Test func weNeverWriteToOurselves() async throws {
        let outcome = await (try MailTest.wire()).deliver(letter(to: "KienNghi@tinh.example.vn"), files: [])
        #expect("\(outcome)".hasPrefix("giveUp"))
    }
}
