import Database
import Domain
import Foundation
import Operations
import Storage
import TestSupport
import Testing

@testable import Channels

/// From the sender's mailbox into a case and back, with real servers at both ends.
@Suite(.serialized) struct MailLifeTests {
    /// An office, its mailbox, and the post that it sends by.
    struct Line {
        var test: TestOffice
        var dovecot: Dovecot
        var post: Post
        var wire: MailWire

        /// One round in and out.
        func work() async {
            await Collectors(office: test.office, wires: [wire], pause: { _ in }).collect(wire)
            await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        }

        func count(_ table: SQL) async throws -> Int { try await test.number("SELECT count(*) AS n FROM \(table)") }
    }

    private func withLine(_ body: (Line) async throws -> Void) async throws {
        let dovecot = try await Dovecot()
        let imap = try await dovecot.start()
        defer { imap.stop() }
        try await withFolder { folder in
            let post = try await Post(in: folder)
            defer { post.run.stop() }
            let wire = try MailTest.wire(incoming: dovecot.server(), outgoing: post.server())
            try await body(Line(test: try await TestOffice(), dovecot: dovecot, post: post, wire: wire))
        }
    }

    @Test func aLetterIsACaseItIsAcknowledgedAndTheAnswerJoinsIt() async throws {
        try await withLine { line in
            try line.dovecot.deliver(try MailCorpus.bytes(of: "enclosed-message"))
            await line.work()
            #expect(try await line.count("petition") == 1)
            #expect(try await line.count("attachment") == 1)
            let sent = try line.post.newest
            #expect(sent.headers.address("to") == "a@congty.example.vn")
            #expect(sent.headers.ids("in-reply-to") == ["m1@congty.example.vn"])
            let id = try #require(sent.headers.ids("message-id").first)

            try line.dovecot.deliver(MailTest.message("Re: x", text: "Bổ sung hồ sơ.", extra: "In-Reply-To: <\(id)>\r\n"))
            let tag = try #require(SubjectLine.tag(in: sent.headers.words("subject")))
            try line.dovecot.deliver(MailTest.message("Bo sung \(tag)", text: "Đồng nghiệp gửi thêm."))
            await line.work()
            #expect(try await line.count("petition") == 1)
            #expect(try await line.count("message WHERE direction = 'in'") == 3)
        }
    }

    @Test func machinesAreNotAnsweredAndWhatComesBackIsNoted() async throws {
        try await withLine { line in
            try line.dovecot.deliver(try MailCorpus.bytes(of: "plain-base64"))
            await line.work()
            let sent = try line.post.newest
            let id = try #require(sent.headers.ids("message-id").first)
            for name in MailCorpus.names.filter({ $0.hasPrefix("automatic-") }) { try line.dovecot.deliver(try MailCorpus.bytes(of: name)) }
            try line.dovecot.deliver(
                MailTest.message("Automatic reply: x", text: "Toi vang mat.", extra: "In-Reply-To: <\(id)>\r\nAuto-Submitted: auto-replied\r\n"))
            await line.work()
            #expect(try line.post.letters.count == 1)
            let bounce = String(decoding: try MailCorpus.bytes(of: "bounce-postfix"), as: UTF8.self)
                .replacing("01jx0000000000000000000000@tinh.example.vn", with: id)
            try line.dovecot.deliver(Array(bounce.utf8))
            await line.work()
            #expect(try await line.count("outbox WHERE state <> 'sent'") == 1)
        }
    }

    @Test func everythingOfTheCorpusIsReadOrStaysRaw() async throws {
        try await withLine { line in
            let names = MailCorpus.names.filter { $0 != "nothing" }
            for (number, name) in names.enumerated() {
                // Most messages of the corpus share an id: each gets its own, or the second would be the first again.
                let text = try MailCorpus.bytes(of: name).split(separator: 10, omittingEmptySubsequences: false).map { row in
                    row.starts(with: "Message-ID: <m1@".utf8) ? Array("Message-ID: <c\(number)@x>\r".utf8) : Array(row)
                }
                try line.dovecot.deliver(Array(text.joined(separator: [10])))
            }
            await line.work()
            #expect(try await line.count("hook_delivery") == names.count)
            #expect(try await line.count("hook_delivery WHERE state = 'waiting'") == 0)
            let raw = names.filter { name in
                let text = MailCorpus.described((try? MailCorpus.bytes(of: name)) ?? [])  // read above
                // None of these mails was ours, so a report of them is a person's to read.
                return text.hasPrefix("unreadable") || ["failed", "delayed"].contains { text.contains("\nreport \($0) ") }
            }
            #expect(try await line.count("hook_delivery WHERE state = 'unreadable'") == raw.count)
        }
    }
}
