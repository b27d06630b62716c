/// Who wrote (người gửi), on one channel: what he told of himself, and his address there. Kept apart from the firm.
package struct Contact: Sendable, Equatable {
    package let id: ID<Contact>
    package var channel: Channel
    /// The sender's id on the channel (Zalo); `nil` where the channel has none and the lookup code is the way back (form).
    package var address: String?
    package var person: Person
    /// Whether the sender follows the task force's account; only where the channel knows following.
    package var follows: Bool
    /// His last interaction: what opens the reply window of a chat channel.
    package var lastAt: Instant?

    package init(
        id: ID<Contact>, channel: Channel, address: String?, person: Person, follows: Bool = false, lastAt: Instant? = nil
    ) {
        self.id = id
        self.channel = channel
        self.address = address
        self.person = person
        self.follows = follows
        self.lastAt = lastAt
    }

    /// What a sender tells of himself (brief §1.5). All of it may be missing: one free line opens a case (requirement 3).
    package struct Person: Sendable, Equatable, Codable {
        package var isOrganisation = false
        /// The person's name, or the representative's.
        package var name = ""
        /// The representative's office in the organisation.
        package var office = ""
        package var organisation = ""
        /// As typed; its check digit was looked at.
        package var taxCode = ""
        package var phone = ""
        package var email = ""
        package var address = ""
        package var area: AreaCode?

        package init() {}

        /// What is wrong with what was typed, whether it is complete or not (brief §1.5, §5.1, §5.2).
        package var problems: [Problem] {
            var list = ProblemList()
            list.text("organisation", organisation, atLeast: 0, atMost: 255)
            list.text("name", name, atLeast: 0, atMost: 255)
            list.text("office", office, atLeast: 0, atMost: 255)
            if !taxCode.isEmpty, !TaxCode.isValid(taxCode) { list.add("taxCode", .notATaxCode) }
            if !phone.isEmpty, PhoneNumber(phone) == nil { list.add("phone", .notAPhone) }
            if !email.isEmpty, EmailAddress(email) == nil { list.add("email", .notAnEmail) }
            list.text("address", address, atLeast: 0, atMost: 500)
            return list.problems
        }

        /// How a list names the sender: the organisation, else the person, else nothing.
        package var display: String { organisation.isEmpty ? name : organisation }

        /// Takes over what he tells now; what he leaves out stays.
        package mutating func take(_ told: Person) {
            for part in Self.parts where !told[keyPath: part].isEmpty { self[keyPath: part] = told[keyPath: part] }
            if let area = told.area { self.area = area }
            if told.isOrganisation { isOrganisation = true }
        }

        /// Takes over what was not known: what a program says of him, which he has not written himself.
        package mutating func fill(_ told: Person) {
            for part in Self.parts where self[keyPath: part].isEmpty { self[keyPath: part] = told[keyPath: part] }
        }

        private static let parts: [any WritableKeyPath<Person, String> & Sendable] = [
            \.name, \.office, \.organisation, \.taxCode, \.phone, \.email, \.address,
        ]

        /// By what he is known again, on whatever channel: the telephone in its international form.
        package var phoneKey: String? { PhoneNumber(phone)?.text }
        /// Likewise the tax code without what people type between its digits.
        package var taxCodeKey: String? { TaxCode.key(of: taxCode) }
        package var emailKey: String? { EmailAddress(email)?.text.lowercased() }
    }
}

/// One message of a conversation (tin nhắn): in from the sender, or out to him.
package struct Message: Sendable, Equatable {
    package let id: ID<Message>
    package var contact: ID<Contact>
    package var petition: ID<Case>?
    package var direction: Direction
    package var channel: Channel
    /// The channel's own id; unique among what came in on it.
    package var externalID: String?
    package var text: String
    package var at: Instant
    /// By mail.
    package var subject: String
    /// What the sender quoted, apart from his own words.
    package var quoted: String
    /// Who of ours wrote it in the provider's own chat.
    package var author: String?

    package enum Direction: String, Sendable, Codable { case inbound = "in", outbound = "out" }

    /// The author of what the account sent and none of ours did.
    package static let otherProgram = "ứng dụng khác"

    package init(
        id: ID<Message>, contact: ID<Contact>, petition: ID<Case>?, direction: Direction, channel: Channel, externalID: String?,
        text: String, at: Instant, subject: String = "", quoted: String = "", author: String? = nil
    ) {
        self.id = id
        self.contact = contact
        self.petition = petition
        self.direction = direction
        self.channel = channel
        self.externalID = externalID
        self.text = text
        self.at = at
        self.subject = subject
        self.quoted = quoted
        self.author = author
    }
}

/// A file that came with a message (tệp đính kèm).
package struct Attachment: Sendable, Equatable {
    package let id: ID<Attachment>
    package var message: ID<Message>
    package var name: String
    /// Bytes.
    package var size: Int
    package var contentType: String

    package init(id: ID<Attachment>, message: ID<Message>, name: String, size: Int, contentType: String) {
        self.id = id
        self.message = message
        self.name = name
        self.size = size
        self.contentType = contentType
    }
}
