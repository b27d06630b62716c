/// A message on its way to a sender, as it lies in the outbox (hộp thư đi).
package struct Outgoing: Sendable, Equatable {
    package let id: ID<Outgoing>
    package var channel: Channel
    /// The receiver's id on that channel.
    package var recipient: String
    package var text: String

    package init(id: ID<Outgoing>, channel: Channel, recipient: String, text: String) {
        self.id = id
        self.channel = channel
        self.recipient = recipient
        self.text = text
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
}
