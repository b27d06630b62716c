/// The work that is under way in a case besides its state: questions to other units, what was put before whom, who passes it to
/// whom, what was asked for and granted. Kept as one value with the case.
package struct CaseWork: Sendable, Equatable {
    /// Questions to co-ordinating units, in the order in which they were asked.
    package var consultations: [Consultation] = []
    /// What waits for a directive; `nil` when nothing does.
    package var escalation: Escalation?
    /// What was ordered, oldest first.
    package var directives: [Directive] = []
    /// The highest level that the case has been before; whoever answers it now must sign at this level at least.
    package var level: Level = .unit
    /// The hand-off that waits for its receiver.
    package var offer: Offer?
    /// How often the case went from unit to unit or back to the desk.
    package var bounces = 0
    /// Transfers are used up: the standing deputy must decide.
    package var awaitsDecision = false
    /// The standing deputy decided; whoever has it now keeps it.
    package var isDecided = false
    /// An extension that waits for its approver.
    package var wantedExtension: ExtensionRequest?
    /// Why the case is late, and the new date that was promised to the sender.
    package var excuse: Excuse?
    /// Who signed the present draft so far.
    package var signatures: [Signature] = []
    /// Everyone who wrote on the present draft; none of them approves it.
    package var drafters: Set<ID<Account>> = []
    /// The last answer to all of its cause that reached the case; 0: none.
    package var commonRound = 0
    /// The sender came back after an answer to all; from now on the case is handled for itself.
    package var hasOwnWay = false
    /// Cases that are answered with this one (hồ sơ trùng); they stay on record when all have been answered.
    package var duplicates: [Duplicate] = []

    package init() {}
}

/// A level of competence (cấp thẩm quyền), from the unit up (seed 000; brief §10.19).
package enum Level: String, CaseIterable, Sendable, Codable, Comparable {
    /// Đơn vị chủ trì.
    case unit
    /// Tổ phó phụ trách.
    case deputy
    /// Tổ trưởng.
    case head
    /// UBND tỉnh.
    case province
    /// Bộ, ngành trung ương.
    case ministry

    package var next: Level? {
        switch self {
        case .unit: .deputy
        case .deputy: .head
        case .head: .province
        case .province: .ministry
        case .ministry: nil
        }
    }

    /// Whether it is decided inside the task force; what goes further up comes back as a document.
    package var isInside: Bool { self <= .head }

    package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .unit: 0
        case .deputy: 1
        case .head: 2
        case .province: 3
        case .ministry: 4
        }
    }
}

/// A question to a co-ordinating unit (lấy ý kiến phối hợp): with its own due date inside the case's, and what silence means.
package struct Consultation: Sendable, Equatable, Codable {
    package var unit: ID<Unit>
    package var unitName: String
    package var question: String
    package var askedAt: Instant
    package var due: Instant
    package var silence: Silence
    package var opinion: Opinion?
    /// When the due date passed without an opinion and the silence rule took effect.
    package var lapsedAt: Instant?

    /// What is held when the unit stays silent (quy tắc im lặng).
    package enum Silence: String, CaseIterable, Sendable, Codable {
        /// Quá hạn không trả lời coi như đồng ý.
        case agrees
        /// Quá hạn không trả lời coi như không có ý kiến.
        case hasNoOpinion
    }

    package init(
        unit: ID<Unit>, unitName: String, question: String, askedAt: Instant, due: Instant, silence: Silence, opinion: Opinion? = nil,
        lapsedAt: Instant? = nil
    ) {
        self.unit = unit
        self.unitName = unitName
        self.question = question
        self.askedAt = askedAt
        self.due = due
        self.silence = silence
        self.opinion = opinion
        self.lapsedAt = lapsedAt
    }

    /// Whether the unit still owes its opinion.
    package var isOpen: Bool { opinion == nil && lapsedAt == nil }
    /// Whether the opinion came after its date, or never.
    package var isLate: Bool { lapsedAt != nil || (opinion.map { $0.at > due } ?? false) }
}

/// What a co-ordinating unit said (ý kiến phối hợp).
package struct Opinion: Sendable, Equatable, Codable {
    package var stance: Stance
    package var text: String
    package var by: String
    package var at: Instant

    package enum Stance: String, CaseIterable, Sendable, Codable {
        case agrees, agreesPartly, disagrees
    }

    package init(stance: Stance, text: String, by: String, at: Instant) {
        self.stance = stance
        self.text = text
        self.by = by
        self.at = at
    }
}

/// A hand-off to another unit (chuyển đơn vị khác xử lý) that waits until the receiver accepts or returns it.
package struct Offer: Sendable, Equatable, Codable {
    package var from: ID<Unit>
    package var fromName: String
    package var to: ID<Unit>
    package var toName: String
    package var reason: String
    package var at: Instant

    package init(from: ID<Unit>, fromName: String, to: ID<Unit>, toName: String, reason: String, at: Instant) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.toName = toName
        self.reason = reason
        self.at = at
    }
}

/// An extension that somebody asks for (đề nghị gia hạn).
package struct ExtensionRequest: Sendable, Equatable, Codable {
    /// Working days.
    package var days: Int
    package var reason: String
    package var by: ID<Account>
    package var byName: String
    package var at: Instant

    package init(days: Int, reason: String, by: ID<Account>, byName: String, at: Instant) {
        self.days = days
        self.reason = reason
        self.by = by
        self.byName = byName
        self.at = at
    }
}

/// What a unit says when its date has passed (báo cáo chậm; requirement 27): why, and the date it now commits itself to. It does
/// not move the due date, which stays to be measured.
package struct Excuse: Sendable, Equatable, Codable {
    package var reason: String
    package var committed: Day
    package var by: String
    /// The due date that was missed.
    package var missed: Instant

    package init(reason: String, committed: Day, by: String, missed: Instant) {
        self.reason = reason
        self.committed = committed
        self.by = by
        self.missed = missed
    }
}

/// A signature on a draft (ký duyệt) at the signer's level.
package struct Signature: Sendable, Equatable, Codable {
    package var account: ID<Account>
    package var name: String
    package var level: Level
    package var at: Instant

    package init(account: ID<Account>, name: String, level: Level, at: Instant) {
        self.account = account
        self.name = name
        self.level = level
        self.at = at
    }
}

extension CaseWork: Codable {
    private enum CodingKeys: String, CodingKey {
        case consultations, escalation, directives, level, offer, bounces, awaitsDecision, isDecided, wantedExtension, excuse, signatures
        case drafters, commonRound, hasOwnWay, duplicates
    }

    /// What a row of an older version does not know yet is empty.
    package init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        consultations = try kept.decodeIfPresent([Consultation].self, forKey: .consultations) ?? []
        escalation = try kept.decodeIfPresent(Escalation.self, forKey: .escalation)
        directives = try kept.decodeIfPresent([Directive].self, forKey: .directives) ?? []
        level = try kept.decodeIfPresent(Level.self, forKey: .level) ?? .unit
        offer = try kept.decodeIfPresent(Offer.self, forKey: .offer)
        bounces = try kept.decodeIfPresent(Int.self, forKey: .bounces) ?? 0
        awaitsDecision = try kept.decodeIfPresent(Bool.self, forKey: .awaitsDecision) ?? false
        isDecided = try kept.decodeIfPresent(Bool.self, forKey: .isDecided) ?? false
        wantedExtension = try kept.decodeIfPresent(ExtensionRequest.self, forKey: .wantedExtension)
        excuse = try kept.decodeIfPresent(Excuse.self, forKey: .excuse)
        signatures = try kept.decodeIfPresent([Signature].self, forKey: .signatures) ?? []
        drafters = try kept.decodeIfPresent(Set<ID<Account>>.self, forKey: .drafters) ?? []
        commonRound = try kept.decodeIfPresent(Int.self, forKey: .commonRound) ?? 0
        hasOwnWay = try kept.decodeIfPresent(Bool.self, forKey: .hasOwnWay) ?? false
        duplicates = try kept.decodeIfPresent([Duplicate].self, forKey: .duplicates) ?? []
    }
}
