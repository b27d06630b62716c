import Domain

/// Cases and people for tests of the pure rules.
enum Scene {
    static func id<Owner>(_ number: UInt8) -> ID<Owner> {
        ID(at: Instant(milliseconds: 1_600_000_000_000), chance: [UInt8](repeating: number, count: 10))
    }

    static let desk = Unit(id: id(1), key: "vp", name: "Văn phòng", shortName: "VP", level: .department, validFrom: Day(number: 0))
    static let own = Unit(id: id(2), key: "bql", name: "Ban Quản lý", shortName: "BQL", level: .board, validFrom: Day(number: 0))
    static let other = Unit(id: id(3), key: "sct", name: "Sở Công Thương", shortName: "SCT", level: .department, validFrom: Day(number: 0))

    static let team: ID<Team> = id(90)

    /// Monday 3 August 2026, 09:00.
    static let monday = Instant(Day(number: 20668), secondOfDay: 9 * 3600)

    static let rules = Rules(calendar: WorkingCalendar(days: [], years: [2026: .decided]), profiles: [.national], routing: [])

    static func account(_ roles: Set<Role>, in unit: Unit = own, number: UInt8 = 40, active: Bool = true) -> Account {
        Account(
            id: id(number), login: "a\(number)", name: "Người \(number)", title: "", roles: roles, unit: unit.id, isActive: active)
    }

    static func staff(_ roles: Role..., in unit: Unit = own, number: UInt8 = 40) -> Actor {
        .staff(account(Set(roles), in: unit, number: number))
    }

    static func draft(_ outcome: Outcome = .resolved, by drafter: UInt8 = 77) -> AnswerDraft {
        AnswerDraft(
            outcome: outcome, conclusion: "Mặt đường được sửa xong.", explanation: "", legalBasis: "Quyết định 2290",
            commitments: [AnswerDraft.Commitment(who: "Chủ đầu tư", what: "Vá mặt đường", by: monday.day.adding(7))],
            contact: "Phòng Hạ tầng",
            evidence: [AnswerDraft.Evidence(kind: .document, text: "Biên bản số 12/BB-BQL")], drafter: id(drafter), drafterName: "Người \(drafter)")
    }

    static let diagnosis = Diagnosis(finding: "Nền đường đã lún.", proposal: "Giao Ban Quản lý xử lý.")

    static let sorted = Classification(kind: .regulation, field: FieldCode("giao-thong"), site: .park)

    static let reason = "Lý do đủ dài để đọc."

    /// A case in a state with all that its steps may need: diagnosis, a draft of somebody else's, the own unit as lead.
    static func petition(_ state: CaseState = .received, lead: Unit = own, paused: Bool = false, kind: Kind = .regulation) -> Case {
        var classification = sorted
        classification.kind = kind
        let pauses = paused ? [CaseClock.Pause(from: monday, reason: "hỏi thêm")] : []
        let clock = CaseClock(profile: .national, due: rules.due(after: monday, workingDays: 15), begun: monday, pauses: pauses)
        var petition = Case(
            id: id(10), team: team, number: CaseNumber.first, lookupCode: LookupCode(chance: [7]), contact: id(11), channel: .form, receivedAt: monday,
            title: "Đường lún", state: state, classification: classification, lead: lead.id, diagnosis: diagnosis, clock: clock,
            draft: draft())
        if state == .escalated { petition.apply(.escalated(escalation()), at: monday) }
        return petition
    }

    /// What lies before a level, with a proposal under it.
    static func escalation(_ level: Level = .deputy) -> Escalation {
        Escalation(level: level, cause: .beyondCompetence, proposal: proposal, asked: Escalation.Asked(name: "Tổ phó"), at: monday)
    }

    static let proposal = Proposal(
        question: "Xin ý kiến về nguồn vốn sửa đường.",
        options: [
            Proposal.Option(text: "Dùng vốn sự nghiệp.", pros: "Nhanh.", cons: "Phải cắt việc khác.", legalBasis: "Quyết định 2290"),
            Proposal.Option(text: "Chờ kế hoạch vốn năm sau.", pros: "Đủ vốn.", cons: "Chậm.", legalBasis: "Quyết định 2290"),
        ], preferred: 0)

    static let cause = CommonCause(
        id: id(60), team: team, number: "VDC-2026-1", title: "Mất điện cuối tuần", summary: "Lưới điện quá tải.", field: nil, lead: own.id,
        openedAt: monday)

    /// Another sender's case of the same matter, received an hour earlier.
    static func twin(_ state: CaseState = .handling, number: Int = 2, at: Instant = monday.adding(seconds: -3600)) -> Case {
        let like = petition(state)
        return Case(
            id: id(UInt8(100 + number)), team: team, number: CaseNumber(prefix: "BD", year: 2026, serial: number) ?? .first,
            lookupCode: LookupCode(chance: [UInt8(number)]), contact: id(UInt8(150 + number)), channel: .zalo, receivedAt: at,
            title: "Đường hỏng",
            state: state, classification: like.classification, lead: like.lead, diagnosis: like.diagnosis,
            clock: CaseClock(profile: .national, due: rules.due(after: at, workingDays: 15), begun: at), draft: like.draft, work: like.work)
    }

    /// A case that has only just come in.
    static var fresh: Case {
        var petition = petition()
        petition.classification = Classification()
        petition.diagnosis = nil
        petition.draft = nil
        petition.lead = desk.id
        return petition
    }
}

extension CaseNumber {
    /// `BD-2026-0000001`.
    static let first = [1].compactMap { CaseNumber(prefix: "BD", year: 2026, serial: $0) }[0]
}

/// Chance that comes out the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The refusal that something ends in; `nil` when it goes through.
func refusal(_ body: () throws(Refusal) -> CaseEvent) -> Refusal? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
