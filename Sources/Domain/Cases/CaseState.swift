/// Where a case stands (trạng thái; brief §8). Lateness and waiting are computed, never a state; the outcome stands apart.
package enum CaseState: String, CaseIterable, Sendable, Codable {
    /// Mới tiếp nhận: on the intake desk.
    case received
    /// Chẩn đoán, đề xuất phương án: on the diagnosis desk.
    case diagnosing
    /// Đang xử lý: with its lead unit.
    case handling
    /// Chờ ý kiến chỉ đạo: put before a higher level.
    case escalated
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
        case .received, .diagnosing, .handling, .escalated, .approving, .referred: true
        case .answered, .declined, .transferred: false
        }
    }

    /// The heading under which the weekly figures count it (brief §4.2 B).
    package var count: Count {
        switch self {
        case .received, .diagnosing, .handling, .escalated, .approving, .referred: .open
        case .answered: .done
        case .declined, .transferred: .transferred
        }
    }

    package enum Count: Sendable { case open, done, transferred }

    /// Which steps this state knows, by the one table of steps.
    package func knows(_ step: Permission) -> Bool {
        switch step {
        case .view: true
        case .receive, .takeIn, .readReports, .administer: false
        case .screen, .decline, .transfer, .ask, .resume, .diagnose, .assign, .giveBack, .note, .tell, .draft, .submit, .returnDraft, .approve,
            .invite, .nameReaders, .split, .advise, .escalate, .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension,
            .extend, .refuseExtension, .excuse, .joinCause, .visit, .merge, .unmerge, .supply, .rate, .reopen:
            StepSheet.of(step)?.from.contains(self) ?? false
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

    /// Whether something is said to have been done, which must be proved.
    package var claimsResult: Bool {
        switch self {
        case .resolved, .partly: true
        case .explained, .unfounded, .referredUpward: false
        }
    }

    /// Where an approved answer of this outcome leaves the case.
    package var stateAfterAnswer: CaseState {
        switch self {
        case .resolved, .partly, .explained, .unfounded: .answered
        case .referredUpward: .referred
        }
    }
}
