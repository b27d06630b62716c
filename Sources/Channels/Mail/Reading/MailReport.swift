import Domain
import Foundation

/// What a mail server tells about a message of ours: not arrived, not yet arrived, arrived, read.
struct MailReport: Equatable {
    enum Kind { case failed, delayed, arrived, seen }

    var kind: Kind
    /// Ids of the messages that it is about, as far as it names them.
    var messages: [String]
    var recipient: String?
    /// For the officer.
    var reason: String

    /// `nil` when the message is no report.
    init?(_ tree: MailTree, body: MailBody) {
        guard let report = Self.standard(tree, body) ?? Self.homely(tree, body) else { return nil }
        self = report
    }

    private init(kind: Kind, messages: [String], recipient: String?, reason: String) {
        self.kind = kind
        self.messages = messages
        self.recipient = recipient
        self.reason = String(CleanText(line: reason).text.unicodeScalars.prefix(500))
    }

    // MARK: by the standards (RFC 3464, 8098)

    private static func standard(_ tree: MailTree, _ body: MailBody) -> MailReport? {
        guard let root = tree.root, let all = root.reports.first else { return nil }
        let groups = all.fields
        switch all.type {
        case "message/disposition-notification":
            guard let fields = groups.first(where: { $0["disposition"] != nil }) else { return nil }
            let isSeen = fields["disposition"]?.contains("displayed") ?? false
            let ids = fields["original-message-id"].map { MessageID.all(in: Array($0.utf8)) } ?? []
            return MailReport(
                kind: isSeen ? .seen : .arrived, messages: MessageID.once(ids + returned(tree, body)), recipient: address(fields["final-recipient"]),
                reason: fields["disposition"] ?? "")
        default:
            let recipients = groups.filter { $0["action"] != nil || $0["status"] != nil }
            let failed = recipients.first { kind($0) == .failed }
            guard let worst = failed ?? recipients.first(where: { kind($0) == .delayed }) ?? recipients.first else { return nil }
            let words = [worst["status"], worst["diagnostic-code"]].compactMap { $0 }.joined(separator: " · ")
            return MailReport(
                kind: kind(worst), messages: returned(tree, body),
                recipient: address(worst["original-recipient"]) ?? address(worst["final-recipient"]),
                reason: words.isEmpty ? tree.headers.words("subject") : words)
        }
    }

    private static func kind(_ fields: [String: String]) -> Kind {
        let action = fields["action"]?.lowercased() ?? ""
        let status = fields["status"] ?? ""
        if action.hasPrefix("delayed") { return .delayed }
        if action.hasPrefix("delivered") || action.hasPrefix("relayed") || action.hasPrefix("expanded") { return .arrived }
        if action.hasPrefix("failed") { return status.hasPrefix("4") ? .delayed : .failed }
        if status.hasPrefix("2") { return .arrived }
        return status.hasPrefix("4") ? .delayed : .failed
    }

    /// `rfc822; a@b.vn`.
    private static func address(_ field: String?) -> String? {
        guard let field else { return nil }
        let value = field.split(separator: ";", maxSplits: 1).last.map(String.init) ?? field
        return MailAddress.read(Array(value.utf8))
    }

    // MARK: as servers say it without a standard

    private static func homely(_ tree: MailTree, _ body: MailBody) -> MailReport? {
        let headers = tree.headers
        let failed = headers.raw("x-failed-recipients").flatMap(MailAddress.read)
        let sender = headers.address("from") ?? ""
        let isFromServer = headers.hasNullPath || ["mailer-daemon", "postmaster", "mail-daemon", "maildaemon"].contains { sender.hasPrefix($0 + "@") }
        let subject = headers.words("subject").folded
        let isDelay = Self.delays.contains { subject.contains($0) }
        guard failed != nil || (isFromServer && (isDelay || Self.failures.contains { subject.contains($0) })) else { return nil }
        // A user who writes to a postmaster gets an answer that is none of this.
        let ids = returned(tree, body)
        let text = CleanText(body.text).text
        let recipient = failed ?? firstAddress(in: text, except: [sender, headers.address("to") ?? ""])
        let words = reason(text) ?? headers.words("subject")
        return MailReport(kind: isDelay ? .delayed : .failed, messages: ids, recipient: recipient, reason: words)
    }

    /// The line that carries a code of SMTP.
    private static func reason(_ text: String) -> String? {
        text.split(separator: "\n").first { line in
            guard line.utf8.count < 500 else { return false }
            return line.firstMatch(of: /\b[45]\d\d[ \-#]+[^0-9]/) != nil || line.firstMatch(of: /\b[45]\.\d{1,2}\.\d{1,2}\b/) != nil
        }.map(String.init)
    }

    private static func firstAddress(in text: String, except own: [String]) -> String? {
        text.unicodeScalars.prefix(5000).split { $0.properties.isWhitespace || "<>()\"':;,[]".unicodeScalars.contains($0) }
            .lazy.filter { $0.contains("@") }
            .compactMap { word in MailAddress.written(String(Substring(word.last == "." ? word.dropLast() : word))) }
            .first { !own.contains($0) }
    }

    /// Ids of the message that came back: of the enclosed one, of its headers, of a copy in the text, of what the report answers.
    private static func returned(_ tree: MailTree, _ body: MailBody) -> [String] {
        var ids = tree.root?.returnedIDs ?? []
        let lines = CleanText(body.text + "\n" + body.enclosed).text.split(separator: "\n").prefix(2000)
        for line in lines where line.lowercased().contains("message-id:") {
            ids += MessageID.all(in: Array(line.utf8))
        }
        ids += tree.headers.ids("in-reply-to") + tree.headers.ids("references").reversed()
        return MessageID.once(ids)
    }

    /// Subjects, folded, with which servers give up.
    private static let failures = [
        "undelivered mail", "undeliverable", "mail delivery failed", "mail delivery failure", "delivery status notification", "delivery failure",
        "failure notice", "returned mail", "returned to sender", "permanent delivery failure", "mail system error", "message not delivered",
        "khong gui duoc", "khong the gui", "khong chuyen duoc", "gui thu that bai", "gui khong thanh cong", "thu bi tra lai", "thu tra lai",
        "khong the chuyen", "khong den duoc nguoi nhan", "loi gui thu", "chuyen thu that bai",
    ]
    /// Those with which they are still trying.
    private static let delays = [
        "delayed", "delivery status notification (delay)", "warning: could not send", "will keep trying", "bi tri hoan", "gui cham", "chua gui duoc",
    ]
}

extension MailHeaders {
    /// Nobody sent it: what a server writes, so that nobody answers.
    var hasNullPath: Bool { all("return-path").contains { $0.filter { $0 > 32 } == Array("<>".utf8) } }
}

extension MailPart {
    /// Parts that hold a report for machines.
    fileprivate var reports: [MailPart] {
        let own = ["message/delivery-status", "message/global-delivery-status", "message/disposition-notification"].contains(type) ? [self] : []
        return own + children.flatMap(\.reports)
    }

    /// Its groups of fields, names in small letters; unfolded.
    fileprivate var fields: [[String: String]] {
        var groups: [[String: String]] = [[:]]
        var last: String?
        for raw in MailCharset.decode(bytes, label: nil).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).prefix(2000) {
            let line = String(Substring(raw.last == "\r" ? raw.dropLast() : raw))
            if line.isBlank {
                last = nil
                groups.append([:])
            } else if let last, line.hasPrefix(" ") || line.hasPrefix("\t") {
                groups[groups.count - 1][last, default: ""] += " " + CleanText(line: line).text
            } else if let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].lowercased()
                groups[groups.count - 1][name] = CleanText(line: String(line[line.index(after: colon)...])).text
                last = name
            }
        }
        return groups.filter { !$0.isEmpty }
    }

    /// The ids that a returned message, or its headers, carries.
    fileprivate var returnedIDs: [String] {
        switch type {
        case _ where shape == .enclosed: MailTree(bytes)?.headers.ids("message-id") ?? []
        case "text/rfc822-headers", "message/rfc822-headers": MailTree(bytes + [13, 10, 13, 10])?.headers.ids("message-id") ?? []
        default: children.flatMap(\.returnedIDs)
        }
    }
}
