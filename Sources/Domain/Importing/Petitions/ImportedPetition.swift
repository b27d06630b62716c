/// One row of a list of petitions, read but not yet a case.
package struct ImportedPetition: Sendable, Equatable {
    /// The row as the person sees it in his program.
    package var row: Int
    /// The number in the system that it comes from; empty where the list has none.
    package var number: String
    /// When that system received it (thời điểm tiếp nhận ở nguồn).
    package var receivedAt: Instant
    package var person: Contact.Person
    /// `nil`: taken from the text.
    package var title: String?
    package var text: String
    package var classification: Classification
    package var reply: SourceReply?
    /// What whoever screens it should know; nothing of it stands in the way.
    package var remarks: [PetitionRemark]

    package init(
        row: Int, number: String, receivedAt: Instant, person: Contact.Person, title: String?, text: String,
        classification: Classification = Classification(), reply: SourceReply? = nil, remarks: [PetitionRemark] = []
    ) {
        self.row = row
        self.number = number
        self.receivedAt = receivedAt
        self.person = person
        self.title = title
        self.text = text
        self.classification = classification
        self.reply = reply
        self.remarks = remarks
    }

    /// By what the sender is known again: his number or the tax code in the one form that each has.
    package var senderKeys: [SenderKey] {
        var keys: [SenderKey] = []
        if let phone = PhoneNumber(person.phone) { keys.append(.phone(phone.text)) }
        do {
            keys.append(.taxCode(try TaxCode(person.taxCode).text))
        } catch {
            // No code, or one that cannot be: nothing to be known by.
        }
        return keys
    }

    /// One thing by which a sender is known again.
    package enum SenderKey: Hashable, Sendable {
        case phone(String)
        case taxCode(String)
    }
}

/// What the source says of its own answer. It does not make the case answered: an answer of the register is drafted, approved and
/// has an outcome. It is kept with the case for the officer, who confirms it.
package struct SourceReply: Sendable, Equatable, Codable {
    /// Empty where the list only says that there is one.
    package var text: String
    package var at: Instant?

    package init(text: String, at: Instant?) {
        self.text = text
        self.at = at
    }
}

/// Something about a row that is no reason to refuse it.
package enum PetitionRemark: Sendable, Equatable, Codable {
    case unknownArea(String)
    case unknownField(String)
    case unknownKind(String)
    /// What the source says of its state is of no kind that is understood.
    case unknownState(String)
    case oddPhone(String)
    case oddTaxCode(String)
    case oddEmail(String)
    /// The list does not say when it was received: the day of the list, or the moment of the import, counts.
    case noReceipt
    /// Answered by the source already.
    case answered
    /// Late on the day on which it comes into the register.
    case late(due: Day)
    /// The days off of that year are not entered, so the due date is counted by weekends alone.
    case unknownYear(Int)
    /// A case of the same sender says much the same. Its number alone is kept: what it says is for those who may open it.
    case like(number: String)
    /// Another row of the list by the same sender says much the same.
    case likeRow(Int)

    /// Whether somebody should look before the import, and not only afterwards at screening.
    package var isWarning: Bool {
        switch self {
        case .like, .likeRow: true
        case .unknownArea, .unknownField, .unknownKind, .unknownState, .oddPhone, .oddTaxCode, .oddEmail, .noReceipt, .answered, .late,
            .unknownYear:
            false
        }
    }
}

/// Where a case came in from (nguồn nạp), as its journal keeps it.
package struct ImportOrigin: Sendable, Equatable, Codable {
    package var file: String
    package var row: Int
    /// The number in the system that it comes from; empty where the list has none.
    package var number: String
    /// The name of the list, where the channel is no system with numbers of its own.
    package var list: String
    /// When the source received it.
    package var receivedAt: Instant

    package init(file: String, row: Int, number: String, list: String, receivedAt: Instant) {
        self.file = file
        self.row = row
        self.number = number
        self.list = list
        self.receivedAt = receivedAt
    }
}
