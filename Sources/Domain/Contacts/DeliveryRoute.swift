/// A way on which a message can reach a sender (đường trả lời), the machine's before a person's.
package enum DeliveryRoute: Sendable, Equatable {
    case message(Channel, recipient: String)
    /// A template that the provider approved, to the sender's id on the channel or to his phone.
    case template(recipient: String)
    case task(ReplyTask.Kind)

    /// The ways to a sender in the order in which they are taken: the channel that he came by, a template where its window is shut,
    /// e-mail, and for what must arrive a person (issue 6; requirement 7).
    /// - Parameters:
    ///   - origin: the channel of the case.
    ///   - means: what can be used besides the sender's own channel. What goes out on that one waits while its wire is off.
    package static func ways(to contact: Contact, origin: Channel, weight: Outgoing.Weight, means: Means) -> [DeliveryRoute] {
        var ways: [DeliveryRoute] = []
        if let address = contact.address { ways.append(.message(contact.channel, recipient: address)) }
        if means.templates, weight != .notice {
            if contact.channel == .zalo, let address = contact.address { ways.append(.template(recipient: address)) }
            if let phone = PhoneNumber(contact.person.phone), phone.kind == .mobile { ways.append(.template(recipient: phone.text)) }
        }
        if contact.channel != .mail, means.mail, let mail = EmailAddress(contact.person.email) {
            ways.append(.message(.mail, recipient: mail.text))
        }
        if let task = person(to: contact, origin: origin, weight: weight) { ways.append(.task(task)) }
        return ways
    }

    /// What can be used besides the sender's own channel.
    package struct Means: Sendable, Equatable {
        package var mail: Bool
        /// Whether approved template messages can be sent.
        package var templates: Bool

        package init(mail: Bool = false, templates: Bool = false) {
            self.mail = mail
            self.templates = templates
        }
    }

    /// What a person does when no machine reaches the sender: the answer goes back on the way that the matter came by.
    private static func person(to contact: Contact, origin: Channel, weight: Outgoing.Weight) -> ReplyTask.Kind? {
        if weight == .notice { return nil }
        let byPhone: ReplyTask.Kind? = PhoneNumber(contact.person.phone) == nil ? nil : .call
        switch origin {
        case .letter, .forwarded: return .letter
        case .tax, .portal, .national, .callCentre: return .elsewhere
        case .counter: return byPhone ?? .counter
        case .zalo, .zaloGroup, .mail, .hotline, .dialogue, .visit: return byPhone ?? .letter
        // The answer stands on the page that he has the code of; a question has to reach him.
        case .form: return weight == .question ? byPhone : nil
        }
    }
}
