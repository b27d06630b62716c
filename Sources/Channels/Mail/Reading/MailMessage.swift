import Crypto
import Domain

/// A message as the channel understands it.
struct MailMessage {
    /// Its own id without angle brackets; of a message without one, a digest of its bytes.
    var id: String
    /// Whom to answer, in small letters.
    var sender: String
    /// The sender's name as his program writes it; may be empty.
    var senderName: String
    var subject: String
    /// Case number or lookup code in the subject.
    var tag: String?
    /// `nil` when the message does not say, or lies.
    var sentAt: Instant?
    var text: String
    var quoted: String
    var files: [MailFile]
    /// Ids of what it answers, newest first.
    var answers: [String]
    var isAutomatic: Bool
    var report: MailReport?

    /// Why a message stays raw.
    struct Unreadable: Error { var reason: String }

    /// - Parameter own: the address of this system.
    init(_ bytes: [UInt8], own: String) throws(Unreadable) {
        let large = LargeMail.note(of: bytes)
        guard let tree = MailTree(bytes), !tree.headers.isEmpty else { throw Unreadable(reason: "Không phải là thư điện tử.") }
        let headers = tree.headers
        guard let from = Self.sender(headers, own: own) else { throw Unreadable(reason: "Thư không có địa chỉ người gửi.") }
        let body = MailBody(tree)
        sender = from.address
        senderName = headers.displayName(from.header)
        id = headers.ids("message-id").first ?? Self.digest(bytes)
        subject = headers.words("subject")
        tag = SubjectLine.tag(in: subject)
        sentAt = headers.date("date") ?? headers.received
        answers = Self.answers(headers)
        isAutomatic = MailHabits.isAutomatic(headers, sender: from.address, own: own)
        report = MailReport(tree, body: body)
        // Of what is not shown whole the officer gets the letter as it came, first, so that no other file takes its place.
        let original = body.isCut ? [MailFile(name: "thu-goc.eml", contentType: "message/rfc822", bytes: bytes)] : []
        files = large == nil ? original + body.files : []
        let quotation = Quotation(CleanText(body.text).text, isForwarded: SubjectLine.isForwarded(subject))
        let enclosed = CleanText(body.enclosed).text
        let bare = SubjectLine.bare(subject)
        (text, quoted) = quotation.text.isEmpty ? (enclosed, "") : (quotation.text, Self.joined(quotation.quoted, enclosed))
        if text.isEmpty { text = bare }
        if text.isEmpty, files.isEmpty { text = Self.nothing }
        var notes = large.map { [Self.note($0, names: body.files.map(\.name))] } ?? []
        if body.isCut, large == nil { notes.append(Self.cut) }
        if !notes.isEmpty { text = Self.joined(text, notes.joined(separator: "\n")) }
    }

    private static func joined(_ first: String, _ second: String) -> String {
        first.isEmpty || second.isEmpty ? first + second : first + "\n\n" + second
    }

    private static let nothing = "(Thư không có nội dung.)"
    private static let cut = "(Thư quá dài hoặc có quá nhiều phần lồng nhau: chỉ hiển thị một phần; toàn bộ thư nằm trong tệp thu-goc.eml.)"

    private static func note(_ size: Int, names: [String]) -> String {
        let files = names.isEmpty ? "" : " Tệp kèm theo chưa lấy về: \(names.prefix(20).joined(separator: ", "))."
        let (weight, limit) = (size / 1_048_576, LargeMail.limit / 1_048_576)
        return "(Thư nặng \(weight) MB, vượt giới hạn \(limit) MB: chỉ lấy phần đầu, thư đầy đủ còn trong hộp thư.\(files))"
    }

    /// Whom to answer: where he wants answers when that is one place, else who wrote.
    private static func sender(_ headers: MailHeaders, own: String) -> (address: String, header: String)? {
        if let reply = headers.address("reply-to"), reply != own { return (reply, headers.contains("from") ? "from" : "reply-to") }
        for name in ["from", "sender", "return-path", "x-original-from"] {
            if let address = headers.address(name) { return (address, name) }
        }
        // Servers that report a failure often name nobody, or themselves without a host.
        if headers.hasNullPath || headers.words("from").folded.contains("mailer-daemon") { return ("mailer-daemon@localhost", "from") }
        return nil
    }

    private static func answers(_ headers: MailHeaders) -> [String] {
        MessageID.once(headers.ids("in-reply-to") + headers.ids("references").reversed())
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        "sha256-" + SHA256.hash(data: bytes).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
