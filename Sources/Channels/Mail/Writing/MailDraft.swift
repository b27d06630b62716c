import CMail
import Domain

/// A message of ours as bytes, with everything that lets the answer find its way back and keeps machines from answering.
struct MailDraft {
    var messageID: String
    var from: MailSender
    var to: String
    var subject: String
    var text: String
    /// Ids of what it answers, newest first.
    var answers: [String]
    var files: [File]
    var writtenAt: Instant

    struct File {
        var name: String
        var contentType: String
        var bytes: [UInt8]
    }

    /// Ids in `References`: the newest; more make the header longer than servers like.
    private static let mostReferences = 20

    /// CRLF line ends, headers folded and encoded.
    var bytes: [UInt8] {
        let draft = cmail_draft_begin(body)
        defer { cmail_draft_free(draft) }
        cmail_draft_date(draft, writtenAt.milliseconds / 1000, 7)
        cmail_draft_address(draft, "From", from.name.isEmpty ? nil : from.name, from.address)
        cmail_draft_address(draft, "To", nil, to)
        cmail_draft_words(draft, "Subject", CleanText(line: subject).text)
        cmail_draft_token(draft, "Message-ID", "<\(messageID)>")
        // Ids came from outside: only what is one goes into a header.
        let known = answers.flatMap { MessageID.all(in: Array("<\($0)>".utf8)) }
        if let newest = known.first {
            cmail_draft_token(draft, "In-Reply-To", "<\(newest)>")
            cmail_draft_token(draft, "References", known.prefix(Self.mostReferences).reversed().map { "<\($0)>" }.joined(separator: " "))
        }
        cmail_draft_token(draft, "Auto-Submitted", known.isEmpty ? "auto-generated" : "auto-replied")
        // Not `All`: that would also keep back the news that a message did not arrive.
        cmail_draft_token(draft, "X-Auto-Response-Suppress", "OOF, AutoReply")
        for file in files {
            file.bytes.withUnsafeBufferPointer {
                cmail_draft_file(draft, file.name, file.contentType, cmail_bytes(start: $0.baseAddress, count: $0.count))
            }
        }
        return Array(taking: cmail_draft_end(draft, "=_\(messageID.prefix { $0 != "@" })"))
    }

    /// Line by line as servers count them: the text ends with a line end.
    private var body: String { CleanText(text).text + "\n" }
}

/// Who we are in mail: `Tổ công tác <kiennghi@example.vn>`.
package struct MailSender: Sendable, Equatable {
    /// May be empty.
    package var name: String
    /// In small letters.
    package var address: String

    /// `nil` when there is no address in it that could be written to.
    package init?(_ text: String) {
        guard let address = MailAddress.read(Array(text.utf8)), EmailAddress(address) != nil else { return nil }
        self.address = address
        name = MailAddress.displayName(Array(text.utf8))
    }

    var host: String { String(address.drop { $0 != "@" }.dropFirst()) }
}
