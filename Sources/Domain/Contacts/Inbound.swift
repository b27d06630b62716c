/// What came in over a wire (lượt liên hệ), read but not yet judged: the same shape for every channel.
package struct Inbound: Sendable, Equatable {
    package var channel: Channel
    /// The channel's own id of this message; the same id delivered again changes nothing.
    package var externalID: String
    /// The sender's id on that channel: opaque, never a phone number (brief §5.2); by mail his address.
    package var sender: String
    /// When the sender's side says that it was sent.
    package var sentAt: Instant
    package var content: Content

    package enum Content: Sendable, Equatable {
        /// Words, and what hangs on them; either may be empty, not both.
        case message(Words)
        case follow
        case unfollow
        /// He pressed something that opens the reply window, and said nothing.
        case opened
        /// What became of messages that we sent.
        case receipt(Receipt)
        /// A message of ours came back.
        case bounce(Bounce)
        /// What a member of staff typed in the provider's own chat; the provider's name or id of him.
        case said(Words, officer: String)
        /// He told who he is, on a form of the provider.
        case told(Contact.Person)
        /// He asks that what is held of him be deleted (brief §2.7).
        case withdrew
        /// Something in a group.
        case group(GroupNews)
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

/// What somebody wrote (lời và tệp kèm theo), as a channel has it.
package struct Words: Sendable, Equatable {
    package var text: String
    /// What he quoted of earlier messages, apart from his own words.
    package var quoted: String
    /// By mail.
    package var subject: String
    package var files: [InboundFile]
    /// External ids of the messages that this one answers, the nearest first.
    package var answers: [String]
    /// A case number or lookup code that stands in the subject.
    package var tag: String?
    /// A machine wrote it (out of office, list, loop): kept, never answered.
    package var isAutomatic: Bool

    package init(
        _ text: String, quoted: String = "", subject: String = "", files: [InboundFile] = [], answers: [String] = [], tag: String? = nil,
        isAutomatic: Bool = false
    ) {
        self.text = text
        self.quoted = quoted
        self.subject = subject
        self.files = files
        self.answers = answers
        self.tag = tag
        self.isAutomatic = isAutomatic
    }
}

/// A file that hangs on a message.
package enum InboundFile: Sendable, Equatable {
    /// Still lies with the provider.
    case remote(RemoteFile)
    /// Came with the message.
    case whole(name: String, bytes: [UInt8])
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

/// What became of messages that we sent.
package struct Receipt: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable { case arrived, seen }
    package var kind: Kind
    /// The provider's ids of the messages.
    package var messages: [String]

    package init(_ kind: Kind, messages: [String]) {
        self.kind = kind
        self.messages = messages
    }
}

/// A message of ours came back undelivered (thư bị trả lại).
package struct Bounce: Sendable, Equatable {
    /// The ids under which we had sent it, as far as the report names them.
    package var messages: [String]
    /// The address that could not be reached.
    package var recipient: String?
    /// Whether trying again is of no use.
    package var isPermanent: Bool
    /// In words for the officer.
    package var reason: String

    package init(messages: [String], recipient: String?, isPermanent: Bool, reason: String) {
        self.messages = messages
        self.recipient = recipient
        self.isPermanent = isPermanent
        self.reason = reason
    }
}

/// Something that happened in a group (nhóm Zalo).
package struct GroupNews: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case message(Words)
        /// What the account posted came back; the sender is empty where no member of staff typed it.
        case posted(Words)
        case created
        case changed
        case dissolved
        /// Ids of the people.
        case joined([String])
        case left([String])
    }
    package var group: String
    package var kind: Kind

    package init(group: String, _ kind: Kind) {
        self.group = group
        self.kind = kind
    }
}
