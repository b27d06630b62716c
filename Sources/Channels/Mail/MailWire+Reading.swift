package import Domain
package import Operations

extension MailWire {
    package func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound] {
        do throws(MailMessage.Unreadable) {
            return inbound(try MailMessage(bytes, own: settings.from.address))
        } catch {
            throw UnreadableDelivery(reason: error.reason)
        }
    }

    private func inbound(_ message: MailMessage) -> [Inbound] {
        // A date in the future is a clock that goes wrong: what came in today was not written tomorrow.
        let sentAt = min(message.sentAt ?? now(), now())
        func with(_ content: Inbound.Content, id: String = message.id) -> Inbound {
            Inbound(channel: channel, externalID: id, sender: message.sender, sentAt: sentAt, content: content)
        }
        if let report = message.report { return [with(report.content)] }
        let words = Words(
            message.text, quoted: message.quoted, subject: message.subject, files: message.files.map { .whole(name: $0.name, bytes: $0.bytes) },
            answers: message.answers, tag: message.tag, isAutomatic: message.isAutomatic)
        // Who begins a matter says in his address line who he is; later he may write from a telephone that calls him otherwise.
        let isBeginning = message.answers.isEmpty && message.tag == nil && !message.isAutomatic
        guard isBeginning, !message.senderName.isEmpty else { return [with(.message(words))] }
        var person = Contact.Person()
        person.name = message.senderName
        return [with(.told(person), id: "\(message.id)#from"), with(.message(words))]
    }
}

extension MailReport {
    fileprivate var content: Inbound.Content {
        switch kind {
        case .failed: .bounce(Bounce(messages: messages, recipient: recipient, isPermanent: true, reason: reason))
        case .delayed: .bounce(Bounce(messages: messages, recipient: recipient, isPermanent: false, reason: reason))
        case .arrived: .receipt(Receipt(.arrived, messages: messages))
        case .seen: .receipt(Receipt(.seen, messages: messages))
        }
    }
}
