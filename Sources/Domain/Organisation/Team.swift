/// A task force (Tổ công tác, Tổ phản ứng nhanh, Ban chỉ đạo, Tổ giúp việc): founded by a decision, led by a head, with a standing
/// body and a rhythm of reports of its own (seeds 000, 001, 003). It ends by a decision or because its purpose is fulfilled.
package struct Team: Sendable, Equatable {
    package let id: ID<Team>
    /// The word by which commands name it, such as `tpn`.
    package var key: String
    package var name: String
    package var kind: Kind
    package var level: Unit.Level
    /// Printed in front of case numbers.
    package var numberPrefix: String
    package var foundingDecision: String
    /// The day on which the decision was signed; it may take effect on another.
    package var decidedOn: Day?
    package var purpose: String
    package var validFrom: Day
    /// The standing body, on whose intake desk lands whatever no rule catches.
    package var standingUnit: ID<Unit>
    package var end: End?

    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Tổ công tác.
        case taskForce
        /// Tổ phản ứng nhanh.
        case rapidResponse
        /// Ban chỉ đạo.
        case steeringCommittee
        /// Tổ giúp việc.
        case assisting
    }

    /// How it ended (giải thể): who got what was open, and the minutes of it.
    package struct End: Sendable, Equatable, Codable {
        /// The last day.
        package var last: Day
        /// `nil`: the purpose was fulfilled, as the founding decision said (tự giải thể).
        package var decision: Decision?
        package var reason: String
        /// The key of the task force that goes on.
        package var heir: String?
        package var minutes: HandOver

        package init(last: Day, decision: Decision?, reason: String, heir: String?, minutes: HandOver) {
            self.last = last
            self.decision = decision
            self.reason = reason
            self.heir = heir
            self.minutes = minutes
        }
    }

    /// What was handed over (biên bản bàn giao): figures and numbers as they were on that day.
    package struct HandOver: Sendable, Equatable, Codable {
        package var received: Int
        package var closed: Int
        /// Numbers of the cases that were open, by their due dates.
        package var open: [String]
        package var restricted: Int

        package init(received: Int, closed: Int, open: [String], restricted: Int) {
            self.received = received
            self.closed = closed
            self.open = open
            self.restricted = restricted
        }
    }

    package init(
        id: ID<Team>, key: String, name: String, kind: Kind = .taskForce, level: Unit.Level = .province, numberPrefix: String,
        foundingDecision: String, decidedOn: Day? = nil, purpose: String = "", validFrom: Day, standingUnit: ID<Unit>, end: End? = nil
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.kind = kind
        self.level = level
        self.numberPrefix = numberPrefix
        self.foundingDecision = foundingDecision
        self.decidedOn = decidedOn
        self.purpose = purpose
        self.validFrom = validFrom
        self.standingUnit = standingUnit
        self.end = end
    }

    /// The task force that takes in what nobody else does: of those that stand, the highest, then the oldest.
    package static func takingIn(_ teams: [Team], on day: Day) -> Team? {
        // One that is dissolved today still stands today, and takes nothing in any more.
        teams.filter { $0.end == nil && $0.stands(on: day) }.min { ($0.rank, $0.validFrom, $0.key) < ($1.rank, $1.validFrom, $1.key) }
    }

    private var rank: Int { Unit.Level.allCases.firstIndex(of: level) ?? 0 }

    package func stands(on day: Day) -> Bool { validFrom <= day && end.map { day <= $0.last } ?? true }

    /// What is typed of a new one. Throws `Refusal.invalid`.
    package func check() throws(Refusal) {
        var list = ProblemList()
        list.text("key", key, atLeast: 2, atMost: 40)
        if !key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) { list.add("key", .unknownCode) }
        list.text("name", name, atLeast: 3, atMost: 300)
        list.text("prefix", numberPrefix, atLeast: 2, atMost: 8)
        if !numberPrefix.utf8.allSatisfy({ (65...90).contains($0) }) { list.add("prefix", .unknownCode) }
        list.text("decision", foundingDecision, atLeast: 3, atMost: 200)
        list.text("purpose", purpose, atLeast: 0, atMost: 2000)
        try list.refuse()
    }
}

/// A member of a task force (thành viên): who, with what post, for which fields and areas, from when until when.
package struct TeamMember: Sendable, Equatable {
    package var name: String
    package var post: Post
    package var unit: ID<Unit>
    /// The office that the member holds outside the task force.
    package var office: String
    /// What is assigned to the member, in words (lĩnh vực, địa bàn được phân công).
    package var duty: String
    /// The account with which the member signs in, if any.
    package var account: ID<Account>?
    package var fields: [FieldCode]
    package var areas: [AreaCode]
    /// `nil`: since the founding.
    package var validFrom: Day?
    package var validTo: Day?
    package var document: Decision?

    package enum Post: String, CaseIterable, Sendable, Codable {
        /// Tổ trưởng, Trưởng ban.
        case head
        /// Tổ phó Thường trực.
        case standingDeputy
        /// Tổ phó.
        case deputy
        /// Thành viên.
        case member
        /// Tổ giúp việc, thư ký.
        case secretariat

        /// What the post lets its holder do: the mandates that go with an appointment.
        package var roles: [Role] {
            switch self {
            case .head: [.head]
            case .standingDeputy, .deputy: [.coordinator]
            case .member: [.handler]
            case .secretariat: [.intake, .diagnosis]
            }
        }

        /// Whether a task force has at most one at a time.
        package var isSingle: Bool { self == .head || self == .standingDeputy }
    }

    package init(
        name: String, post: Post, unit: ID<Unit>, office: String, duty: String, account: ID<Account>? = nil, fields: [FieldCode] = [],
        areas: [AreaCode] = [], validFrom: Day? = nil, validTo: Day? = nil, document: Decision? = nil
    ) {
        self.name = name
        self.post = post
        self.unit = unit
        self.office = office
        self.duty = duty
        self.account = account
        self.fields = fields
        self.areas = areas
        self.validFrom = validFrom
        self.validTo = validTo
        self.document = document
    }

    package func serves(on day: Day) -> Bool { validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true }

    /// Checks what is typed, beside those who serve already. Throws `Refusal.invalid`.
    package func check(beside others: [TeamMember], from first: Day) throws(Refusal) {
        var list = ProblemList()
        list.text("name", name, atLeast: 2, atMost: 200)
        list.text("office", office, atLeast: 0, atMost: 300)
        list.text("duty", duty, atLeast: 0, atMost: 1000)
        if let begin = validFrom, begin < first { list.add("from", .dateInPast) }
        if let last = validTo, last < validFrom ?? first { list.add("to", .endsBeforeBegin) }
        if post.isSingle, others.contains(where: { $0.post == post && $0.serves(on: validFrom ?? first) }) { list.add("post", .held) }
        document?.check("document", &list)
        try list.refuse()
    }
}
