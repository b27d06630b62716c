/// A unit that is asked to co-ordinate (mời phối hợp), and what it is asked.
package struct Invitation: Sendable, Equatable, Codable {
    package var unit: ID<Unit>
    package var unitName: String
    package var question: String

    package init(unit: ID<Unit>, unitName: String, question: String) {
        self.unit = unit
        self.unitName = unitName
        self.question = question
    }
}

/// A named person who may open a restricted case (người được phân công xem hồ sơ hạn chế).
package struct Reader: Sendable, Equatable, Codable {
    package var account: ID<Account>
    package var name: String

    package init(account: ID<Account>, name: String) {
        self.account = account
        self.name = name
    }
}

/// Who goes on with a case when its unit ends or hands a field over (bàn giao nguyên trạng; brief §3.3).
package struct Inheritance: Sendable, Equatable, Codable {
    package var from: ID<Unit>
    package var fromName: String
    package var to: ID<Unit>
    package var toName: String
    /// The person stays when he went to the same unit; otherwise whoever answers for it there.
    package var person: ID<Account>?
    /// Why this person, where he did not come along.
    package var ownerReason: String?
    /// The document that it rests on, as it is cited.
    package var document: String
    /// Whether the document says who goes on; otherwise the unit leads until somebody decides.
    package var isClear: Bool

    package init(
        from: ID<Unit>, fromName: String, to: ID<Unit>, toName: String, person: ID<Account>?, ownerReason: String? = nil,
        document: String, isClear: Bool
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.toName = toName
        self.person = person
        self.ownerReason = ownerReason
        self.document = document
        self.isClear = isClear
    }
}

/// One lead unit, one person, and why these (phân công xử lý).
package struct Assignment: Sendable, Equatable, Codable {
    package var unit: ID<Unit>
    package var unitName: String
    package var person: ID<Account>?
    package var personName: String?
    /// Why this person, where nobody named him.
    package var ownerReason: String?
    /// The routing rule that led here; `nil` when a person chose otherwise.
    package var rule: String?
    /// Why the person chose so; required where no rule did.
    package var reason: String

    package init(
        unit: ID<Unit>, unitName: String, person: ID<Account>? = nil, personName: String? = nil, ownerReason: String? = nil,
        rule: String? = nil, reason: String = ""
    ) {
        self.unit = unit
        self.unitName = unitName
        self.person = person
        self.personName = personName
        self.ownerReason = ownerReason
        self.rule = rule
        self.reason = reason
    }
}

/// An internal note (ghi chú), or what was found on the spot (xử lý hiện trường).
package struct Note: Sendable, Equatable, Codable {
    package var kind: Kind
    package var text: String

    package enum Kind: String, CaseIterable, Sendable, Codable {
        case remark
        /// Kết quả xử lý hiện trường.
        case field
        /// Góp ý dự thảo: what a colleague says on the draft of the answer.
        case onDraft
    }

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
