package import Domain

/// An event of a case in words, for histories that staff read: what happened, and what was said with it. One exhaustive switch.
package struct EventWords: Sendable, Equatable {
    /// What happened, in a few words.
    package let headline: String
    /// What was said with it; empty when nothing was.
    package let detail: String
    /// What joins the two in one sentence.
    private let joint: String

    private init(_ headline: String, _ detail: String = "", joint: String = ": ") {
        self.headline = headline
        self.detail = detail
        self.joint = joint
    }

    package init(_ event: CaseEvent) {
        self =
            switch event {
            case .received(let due): EventWords("Tiếp nhận, hạn trả lời \(due.day.vietnamese)")
            case .wrote: EventWords("Người gửi nhắn thêm")
            case .screened(let classification, let remark):
                EventWords("Sàng lọc: \(classification.kind.map(Terms.name) ?? "chưa rõ loại")", remark, joint: ". ")
            case .declined(let reason): EventWords("Từ chối tiếp nhận", reason)
            case .transferred(let kind, let body, let reason):
                EventWords("Chuyển \(body)\(kind.map { " (\(Terms.name($0).lowercased()))" } ?? "")", reason)
            case .asked(let question): EventWords("Yêu cầu bổ sung, tạm dừng thời hạn", question)
            case .supplied(let due): EventWords("Người gửi đã bổ sung, hạn mới \(due.day.vietnamese)")
            case .resumed(let reason, let due): EventWords("Tiếp tục tính thời hạn, hạn mới \(due.day.vietnamese)", reason)
            case .diagnosed(let diagnosis): EventWords("Chẩn đoán", "\(diagnosis.finding) Đề xuất: \(diagnosis.proposal)")
            case .assigned(let assignment): Self.assigned(assignment)
            case .gaveBack(let reason): EventWords("Trả lại tổ chẩn đoán", reason)
            case .noted(let note): EventWords(Terms.name(note.kind), note.text)
            case .drafted: EventWords("Soạn dự thảo trả lời")
            case .submitted: EventWords("Trình duyệt trả lời")
            case .draftReturned(let reason): EventWords("Trả lại dự thảo", reason)
            case .approved(let answer): EventWords("Phê duyệt, gửi trả lời (\(Terms.name(answer.outcome)))", answer.conclusion)
            case .rated(let rating):
                EventWords("Người gửi đánh giá: \(rating.satisfied ? "hài lòng" : "chưa hài lòng")", rating.remark, joint: ". ")
            case .reopened(let reason, let due): EventWords("Người gửi kiến nghị lại, hạn mới \(due.day.vietnamese)", reason)
            case .invited(let invitation): EventWords("Mời \(invitation.unitName) phối hợp", invitation.question)
            case .readersNamed(let readers):
                EventWords("Giao xem hồ sơ hạn chế", readers.map(\.name).joined(separator: ", "))
            case .inherited(let inheritance): Self.inherited(inheritance)
            case .handedOver(_, let name): EventWords("Bàn giao cho \(name)")
            }
    }

    private static func inherited(_ inheritance: Inheritance) -> EventWords {
        EventWords(
            "Bàn giao nguyên trạng từ \(inheritance.fromName) sang \(inheritance.toName)",
            "theo \(inheritance.document)"
                + (inheritance.isClear ? "" : "; văn bản chưa nêu rõ đơn vị nhận, cần xem lại đơn vị chủ trì"), joint: " ")
    }

    private static func assigned(_ assignment: Assignment) -> EventWords {
        let reasons =
            (assignment.rule.map { ["theo quy tắc: \($0)"] } ?? []) + (assignment.reason.isEmpty ? [] : ["lý do: \(assignment.reason)"])
        return EventWords(
            (["Phân công \(assignment.unitName)"] + (assignment.personName.map { [$0] } ?? [])).joined(separator: ", "),
            reasons.joined(separator: ", "), joint: ", ")
    }

    /// Both in one sentence.
    package static func sentence(_ event: CaseEvent) -> String {
        let words = EventWords(event)
        return words.detail.isEmpty ? words.headline : words.headline + words.joint + words.detail
    }

    /// The same for the sender and whoever holds the lookup code: what happened and who has it, no names, no inner words. `nil`
    /// when the event is nobody's business outside.
    package static func publicSentence(_ event: CaseEvent) -> String? {
        switch event {
        case .received: "Đã tiếp nhận kiến nghị."
        case .wrote: "Đã nhận nội dung nhắn thêm."
        case .screened: "Đã phân loại, chuyển tổ chẩn đoán, đề xuất phương án."
        case .declined: "Không tiếp nhận giải quyết."
        case .transferred: "Đã chuyển theo quy trình khác."
        case .asked: "Đề nghị bổ sung thông tin; thời hạn tạm dừng."
        case .supplied: "Đã nhận thông tin bổ sung; thời hạn tiếp tục."
        case .resumed: "Thời hạn tiếp tục."
        case .assigned(let assignment): "Đã giao \(assignment.unitName) chủ trì giải quyết."
        case .approved(let answer): answer.outcome.stateAfterAnswer == .answered ? "Đã trả lời." : "Vượt thẩm quyền, đã kiến nghị cấp trên."
        case .rated: "Đã nhận đánh giá."
        case .reopened: "Đã nhận kiến nghị lại; hồ sơ được xem xét lại."
        case .inherited(let inheritance): "Đã bàn giao nguyên trạng cho \(inheritance.toName); thời hạn không thay đổi."
        case .diagnosed, .gaveBack, .noted, .drafted, .submitted, .draftReturned, .invited, .readersNamed, .handedOver: nil
        }
    }
}
