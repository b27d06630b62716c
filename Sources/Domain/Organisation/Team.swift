/// A task force (Tổ công tác, Tổ phản ứng nhanh): founded by a decision, led by a head, with a standing body and a rhythm of
/// reports of its own (seeds 000, 001).
package struct Team: Sendable, Equatable {
    package let id: ID<Team>
    /// The word by which commands name it, such as `tpn`.
    package var key: String
    package var name: String
    /// Printed in front of case numbers.
    package var numberPrefix: String
    package var foundingDecision: String
    package var validFrom: Day
    /// The standing body, on whose intake desk lands whatever no rule catches.
    package var standingUnit: ID<Unit>

    package init(
        id: ID<Team>, key: String, name: String, numberPrefix: String, foundingDecision: String, validFrom: Day, standingUnit: ID<Unit>
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.numberPrefix = numberPrefix
        self.foundingDecision = foundingDecision
        self.validFrom = validFrom
        self.standingUnit = standingUnit
    }
}

/// A member of a task force (thành viên): who, with what post, for which fields.
package struct TeamMember: Sendable, Equatable {
    package var name: String
    package var post: Post
    package var unit: ID<Unit>
    /// The office that the member holds outside the task force.
    package var office: String
    /// What is assigned to the member, in words (lĩnh vực, địa bàn được phân công).
    package var duty: String

    package enum Post: String, CaseIterable, Sendable, Codable {
        /// Tổ trưởng.
        case head
        /// Tổ phó Thường trực.
        case standingDeputy
        /// Tổ phó.
        case deputy
        /// Thành viên.
        case member
        /// Tổ giúp việc.
        case secretariat
    }

    package init(name: String, post: Post, unit: ID<Unit>, office: String, duty: String) {
        self.name = name
        self.post = post
        self.unit = unit
        self.office = office
        self.duty = duty
    }
}
