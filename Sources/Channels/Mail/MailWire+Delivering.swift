package import Domain
import Operations

extension MailWire {
    /// The receipt is the id of our message, which an answer or a report names.
    package func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome {
        guard let recipient = EmailAddress(message.recipient) else { return .shut(reason: "Địa chỉ thư “\(message.recipient)” không dùng được.") }
        guard recipient.text.lowercased() != settings.from.address else { return .giveUp(reason: "Người nhận là chính hộp thư này.") }
        guard !message.text.isBlank || !files.isEmpty else { return .giveUp(reason: "Thư không có nội dung.") }
        let draft = MailDraft(
            messageID: "\(message.id.text)@\(settings.from.host)", from: settings.from, to: recipient.text,
            subject: message.subject.isEmpty ? "Trả lời kiến nghị" : message.subject, text: message.text, answers: message.answers,
            files: files.map { MailDraft.File(name: $0.name, contentType: $0.contentType, bytes: $0.bytes) }, writtenAt: now())
        guard let fault = await courier.send(draft) else { return .delivered(receipt: draft.messageID) }
        return SMTPVerdict.outcome(of: fault)
    }
}

/// What an answer of the sending server means for a message (RFC 5321 §4.2, RFC 3463).
enum SMTPVerdict {
    static func outcome(of fault: MailFault) -> DeliveryOutcome {
        switch fault {
        case .unreachable, .slow, .broken: .retry(after: 60, reason: fault.reason)
        case .loginRefused, .notEncrypted: .retry(after: 900, reason: fault.reason)
        case .refused(let code, let words): outcome(code: code, words)
        }
    }

    private static func outcome(code: Int, _ words: String) -> DeliveryOutcome {
        let said = MailFault.short(words)
        switch code {
        // The server wants a sign-in or encryption: a matter of settings, not of the message.
        case 530, 534, 535, 538: return .retry(after: 900, reason: "Máy chủ thư đòi đăng nhập hoặc mã hóa: \(said).")
        case 500..<600 where isAboutMailbox(code, words): return .shut(reason: "Không gửi được tới hộp thư này: \(said).")
        case 500..<600: return .giveUp(reason: "Máy chủ thư không nhận thư: \(said).")
        default: return .retry(after: 300, reason: "Máy chủ thư tạm thời chưa nhận: \(said).")
        }
    }

    /// The mailbox is not there, closed, full, or takes no letter of that size; whoever wrote another letter would fare no better. By the
    /// enhanced code when there is one, else by the plain one.
    private static func isAboutMailbox(_ code: Int, _ words: String) -> Bool {
        if let status = words.firstMatch(of: /\b5\.(\d{1,3})\.(\d{1,3})\b/) {
            let subject = Int(status.1) ?? 0
            return subject == 1 || subject == 2 || (subject == 3 && status.2 == "4") || (subject == 4 && status.2 == "4")
        }
        return [521, 550, 551, 552, 553, 556].contains(code)
    }
}
