/// What came in over a wire (lượt liên hệ), read but not yet judged: the same shape for every channel.
package struct Inbound: Sendable, Equatable {
    package var channel: Channel
    /// The channel's own id of this message; the same id delivered again changes nothing.
    package var externalID: String
    /// The sender's id on that channel: opaque, never a phone number (brief §5.2).
    package var sender: String
    /// When the sender's side says that it was sent.
    package var sentAt: Instant
    package var content: Content

    package enum Content: Sendable, Equatable {
        /// Words, and what hangs on them; either may be empty, not both.
        case message(text: String, files: [RemoteFile])
        case follow
        case unfollow
        /// An event that opens nothing and is only counted, by its name on the wire.
        case notice(String)
    }

    package init(channel: Channel, externalID: String, sender: String, sentAt: Instant, content: Content) {
        self.channel = channel
        self.externalID = externalID
        self.sender = sender
        self.sentAt = sentAt
        self.content = content
    }
}

/// A file that still lies with the channel's provider and is to be fetched.
package struct RemoteFile: Sendable, Equatable {
    package var address: String
    /// As the sender named it; may be missing (pictures).
    package var name: String?
    /// Bytes, as announced.
    package var size: Int?

    package init(address: String, name: String? = nil, size: Int? = nil) {
        self.address = address
        self.name = name
        self.size = size
    }
}
