/// What somebody may do where: a role in a unit, for one task force or all, for some fields and areas or all.
package struct Authority: Sendable, Equatable, Codable {
    package var role: Role
    package var unit: ID<Unit>
    /// The task force that it was given in; `nil`: whichever.
    package var team: ID<Team>?
    /// What is assigned (lĩnh vực, địa bàn được phân công; seed 000); empty: all.
    package var fields: [FieldCode]
    package var areas: [AreaCode]
    /// The name of the person who is stood in for.
    package var standsInFor: String?

    package init(
        role: Role, unit: ID<Unit>, team: ID<Team>? = nil, fields: [FieldCode] = [], areas: [AreaCode] = [], standsInFor: String? = nil
    ) {
        self.role = role
        self.unit = unit
        self.team = team
        self.fields = fields
        self.areas = areas
        self.standsInFor = standsInFor
    }

    /// Whether a case lies within the task force, the fields and the areas.
    func covers(_ subject: CaseSubject) -> Bool {
        if let team, subject.team != team { return false }
        if !fields.isEmpty, !(subject.field.map(fields.contains) ?? false) { return false }
        return areas.isEmpty || (subject.area.map(areas.contains) ?? false)
    }
}

/// A mandate: an authority that a person holds from a day to a day, by a document. One person may hold several at once; a stand-in
/// (ủy quyền) is a mandate that names whom it stands in for, and always ends.
package struct Mandate: Sendable, Equatable {
    package let id: ID<Mandate>
    package var account: ID<Account>
    package var authority: Authority
    package var validFrom: Day
    /// The last day; `nil`: until it is ended.
    package var validTo: Day?
    /// `nil` for what was there before the system.
    package var document: Decision?

    package init(
        id: ID<Mandate>, account: ID<Account>, authority: Authority, validFrom: Day, validTo: Day? = nil, document: Decision? = nil
    ) {
        self.id = id
        self.account = account
        self.authority = authority
        self.validFrom = validFrom
        self.validTo = validTo
        self.document = document
    }

    package func isInForce(on day: Day) -> Bool { validFrom <= day && validTo.map { day <= $0 } ?? true }

    /// Checks days and document. Throws `Refusal.invalid`.
    package func check() throws(Refusal) {
        var list = ProblemList()
        if let last = validTo, last < validFrom { list.add("to", .endsBeforeBegin) }
        if authority.standsInFor != nil {
            if validTo == nil { list.add("to", .missing) }
            if document == nil { list.add("document", .missing) }
        }
        document?.check("document", &list)
        try list.refuse()
    }
}
