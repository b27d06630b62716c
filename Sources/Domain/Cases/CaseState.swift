/// Where a case stands (trạng thái; brief §8). Lateness and waiting are computed, never a state; the outcome stands apart.
package enum CaseState: String, CaseIterable, Sendable, Codable {
    /// Mới tiếp nhận: on the intake desk.
    case received
    /// Chẩn đoán, đề xuất phương án: on the diagnosis desk.
    case diagnosing
    /// Đang xử lý: with its lead unit.
    case handling
    /// Trình duyệt: a complete answer waits for its approver.
    case approving
    /// Vượt thẩm quyền, đã kiến nghị cấp trên: done for the unit, open for the sender (requirement 19).
    case referred
    /// Đã trả lời.
    case answered
    /// Từ chối tiếp nhận, with the reason.
    case declined
    /// Chuyển cơ quan khác hoặc quy trình khiếu nại, tố cáo.
    case transferred

    package var isOpen: Bool {
        switch self {
        case .received, .diagnosing, .handling, .approving, .referred: true
        case .answered, .declined, .transferred: false
        }
    }

    /// The heading under which the weekly figures count it (brief §4.2 B).
    package var count: Count {
        switch self {
        case .received, .diagnosing, .handling, .approving, .referred: .open
        case .answered: .done
        case .declined, .transferred: .transferred
        }
    }

    package enum Count: Sendable { case open, done, transferred }

    /// Which steps this state knows: the only table of transitions.
    package func knows(_ step: Permission) -> Bool {
        switch step {
        case .screen: self == .received
        case .decline, .transfer: self == .received || self == .diagnosing
        case .ask: self == .received || self == .diagnosing || self == .handling
        case .resume, .supply: isOpen
        case .diagnose: self == .diagnosing
        case .assign: self == .diagnosing || self == .handling
        case .giveBack: self == .handling
        case .draft, .submit: self == .handling || self == .referred
        case .returnDraft, .approve: self == .approving
        case .rate: self == .answered
        case .reopen: self == .answered || self == .declined
        case .invite: self == .diagnosing || self == .handling
        case .note, .view, .nameReaders: true
        case .receive, .readReports, .administer: false
        }
    }
}

/// What came of it (kết quả), recorded apart from the state (brief §8).
package enum Outcome: String, CaseIterable, Sendable, Codable {
    /// Giải quyết xong.
    case resolved
    /// Giải quyết một phần.
    case partly
    /// Đã trả lời, giải thích.
    case explained
    /// Không có cơ sở.
    case unfounded
    /// Vượt thẩm quyền, đã kiến nghị cấp trên.
    case referredUpward

    /// Where an approved answer of this outcome leaves the case.
    package var stateAfterAnswer: CaseState {
        switch self {
        case .resolved, .partly, .explained, .unfounded: .answered
        case .referredUpward: .referred
        }
    }
}
