/// A message on its way to a sender, as it lies in the outbox (hộp thư đi).
package struct Outgoing: Sendable, Equatable {
    package let id: ID<Outgoing>
    package var channel: Channel
    /// The receiver's id on that channel.
    package var recipient: String
    package var text: String
    /// By mail.
    package var subject: String
    /// External ids of the messages that this one answers, the nearest first.
    package var answers: [String]
    /// Files of the case that go with it.
    package var files: [ID<Attachment>]
    package var content: Content
    package var weight: Weight

    /// What kind of message it is for the provider.
    package enum Content: Sendable, Equatable, Codable {
        case text
        /// The provider's form that asks who the sender is.
        case contactRequest
        /// A message that the provider approved beforehand, with the words that are filled in; `text` is what it will read like.
        case template([String: String])

        /// Whether its files stay behind, for the way after it: a template carries none.
        package var isTemplate: Bool {
            switch self {
            case .text, .contactRequest: false
            case .template: true
            }
        }
    }

    /// How much depends on its arrival.
    package enum Weight: String, Sendable, Codable {
        /// Tells of progress; whoever misses it finds it on the page of his case.
        case notice
        /// The answer: when this way is closed, the next one is taken, at last a person's call. Who used the form finds it on its page.
        case reply
        /// Nothing goes on until it has reached him, so that a person calls whoever cannot be written to.
        case question
    }

    package init(
        id: ID<Outgoing>, channel: Channel, recipient: String, text: String, subject: String = "", answers: [String] = [],
        files: [ID<Attachment>] = [], content: Content = .text, weight: Weight = .notice
    ) {
        self.id = id
        self.channel = channel
        self.recipient = recipient
        self.text = text
        self.subject = subject
        self.answers = answers
        self.files = files
        self.content = content
        self.weight = weight
    }
}

/// A file on its way to a sender.
package struct OutgoingFile: Sendable, Equatable {
    package var name: String
    package var contentType: String
    package var bytes: [UInt8]

    package init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// What became of one attempt to deliver.
package enum DeliveryOutcome: Sendable, Equatable {
    /// The provider took it; its id of the message.
    case delivered(receipt: String)
    /// It may work later; seconds to wait at least, and the reason in words for the officer.
    case retry(after: Int, reason: String)
    /// It will never work as it is; the reason in words for the officer.
    case giveUp(reason: String)
    /// This way to the sender is closed (window shut, blocked, no such mailbox), another may be open; the reason in words.
    case shut(reason: String)
}
