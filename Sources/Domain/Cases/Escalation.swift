/// What is put before a higher level (trình cấp trên): why, the options with what speaks for and against each, and the one that is
/// proposed (phương án; brief §10.17). The level above reads the same text and adds its word; nothing is typed twice.
package struct Escalation: Sendable, Equatable, Codable {
    package var level: Level
    package var cause: Cause
    /// `nil` when the sender's dissatisfaction brought it here.
    package var proposal: Proposal?
    /// What each level on the way up added.
    package var remarks: [Remark]
    /// Who is asked, by name, so that it lies on one desk: the deputy for this class of site, or the head.
    package var askedName: String
    package var askedAccount: ID<Account>?
    package var at: Instant

    package enum Cause: String, Sendable, Codable {
        /// Vượt thẩm quyền.
        case beyondCompetence
        /// Người gửi chưa hài lòng hoặc kiến nghị lại.
        case dissatisfied
    }

    /// A word added on the way up.
    package struct Remark: Sendable, Equatable, Codable {
        package var level: Level
        package var by: String
        package var text: String

        package init(level: Level, by: String, text: String) {
            self.level = level
            self.by = by
            self.text = text
        }
    }

    package init(
        level: Level, cause: Cause, proposal: Proposal?, remarks: [Remark] = [], asked: Asked, at: Instant
    ) {
        self.level = level
        self.cause = cause
        self.proposal = proposal
        self.remarks = remarks
        askedName = asked.name
        askedAccount = asked.account
        self.at = at
    }

    /// Who is asked at a level.
    package struct Asked: Sendable, Equatable {
        package var name: String
        package var account: ID<Account>?

        package init(name: String, account: ID<Account>? = nil) {
            self.name = name
            self.account = account
        }
    }
}

extension Escalation {
    /// Who sits at a level (seed 000): the deputy of the unit that the site of the firm leads to, else the standing deputy, else any;
    /// the head; above the task force an office without a name.
    package static func asked(at level: Level, members: [TeamMember], deputyUnit: ID<Unit>?) -> Asked {
        let deputies = members.filter { $0.post == .deputy || $0.post == .standingDeputy }
        let member: TeamMember? =
            switch level {
            case .unit, .province, .ministry: nil
            case .deputy:
                deputies.first { $0.post == .deputy && $0.unit == deputyUnit } ?? deputies.first { $0.post == .standingDeputy } ?? deputies.first
            case .head: members.first { $0.post == .head }
            }
        if let member { return Asked(name: member.name, account: member.account) }
        return switch level {
        case .unit: Asked(name: "đơn vị chủ trì")
        case .deputy: Asked(name: "Tổ phó phụ trách")
        case .head: Asked(name: "Tổ trưởng")
        case .province: Asked(name: "Văn phòng Ủy ban nhân dân tỉnh")
        case .ministry: Asked(name: "bộ, ngành quản lý lĩnh vực")
        }
    }
}

/// Options for a decision (phương án), with the one that is proposed.
package struct Proposal: Sendable, Equatable, Codable {
    /// What the level above is asked to decide.
    package var question: String
    package var options: [Option]
    /// Index of the proposed option.
    package var preferred: Int

    package struct Option: Sendable, Equatable, Codable {
        package var text: String
        /// Ưu điểm.
        package var pros: String
        /// Nhược điểm.
        package var cons: String
        /// Căn cứ pháp lý.
        package var legalBasis: String

        package init(text: String, pros: String, cons: String, legalBasis: String) {
            self.text = text
            self.pros = pros
            self.cons = cons
            self.legalBasis = legalBasis
        }
    }

    package init(question: String, options: [Option], preferred: Int) {
        self.question = question
        self.options = options
        self.preferred = preferred
    }

    /// Most options that are put before anyone.
    package static let mostOptions = 4

    func check(_ list: inout ProblemList) {
        list.text("question", question, atLeast: Case.shortestReason, atMost: 2000)
        if options.isEmpty { list.add("options", .missing) }
        if options.count > Self.mostOptions { list.add("options", .tooMany(Self.mostOptions)) }
        for (index, option) in options.enumerated() {
            list.text("text\(index)", option.text, atLeast: Case.shortestReason, atMost: 2000)
            list.text("pros\(index)", option.pros, atMost: 1000)
            list.text("cons\(index)", option.cons, atMost: 1000)
            list.text("legalBasis\(index)", option.legalBasis, atLeast: 5, atMost: 1000)
        }
        if !options.indices.contains(preferred) { list.add("preferred", .unknownCode) }
    }
}

/// What comes down (ý kiến chỉ đạo): an order with an owner and a date, on the document when it came from outside.
package struct Directive: Sendable, Equatable, Codable {
    package var level: Level
    package var order: String
    /// The option of the proposal that was taken; `nil`: another way.
    package var option: Int?
    package var unit: ID<Unit>
    package var unitName: String
    package var due: Instant
    package var by: String
    /// The document of a level outside the task force, as it is cited.
    package var document: String
    package var at: Instant
    /// Who answers for the case in the unit that gets the order; `nil`: whoever did before.
    package var owner: Owner?

    package init(
        level: Level, order: String, option: Int?, unit: ID<Unit>, unitName: String, due: Instant, by: String, document: String, at: Instant,
        owner: Owner? = nil
    ) {
        self.level = level
        self.order = order
        self.option = option
        self.unit = unit
        self.unitName = unitName
        self.due = due
        self.by = by
        self.document = document
        self.at = at
        self.owner = owner
    }
}
