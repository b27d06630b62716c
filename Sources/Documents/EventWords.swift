package import Domain

/// An event of a case in words, for histories that staff read: what happened, and what was said with it. One exhaustive switch.
package struct EventWords: Sendable, Equatable {
    /// What happened, in a few words.
    package let headline: String
    /// What was said with it; empty when nothing was.
    package let detail: String
    /// What joins the two in one sentence.
    private let joint: String

    init(_ headline: String, _ detail: String = "", joint: String = ": ") {
        self.headline = headline
        self.detail = detail
        self.joint = joint
    }

    package init(_ event: CaseEvent) {
        self =
            switch event {
            case .received(let due, _, let origin, let noted): Self.received(due, origin, noted)
            case .wrote: EventWords("Người gửi nhắn thêm")
            case .screened(let classification, let remark, _):
                EventWords("Sàng lọc: \(classification.kind.map(Terms.name) ?? "chưa rõ loại")", remark, joint: ". ")
            case .declined(let reason): EventWords("Từ chối tiếp nhận", reason)
            case .transferred(let kind, let body, let reason):
                EventWords("Chuyển \(body)\(kind.map { " (\(Terms.name($0).lowercased()))" } ?? "")", reason)
            case .asked(let question): EventWords("Yêu cầu bổ sung, tạm dừng thời hạn", question)
            case .supplied(let due, _): EventWords("Người gửi đã bổ sung, hạn mới \(due.day.vietnamese)")
            case .resumed(let reason, let due, _): EventWords("Tiếp tục tính thời hạn, hạn mới \(due.day.vietnamese)", reason)
            case .diagnosed(let diagnosis): EventWords("Chẩn đoán", "\(diagnosis.finding) Đề xuất: \(diagnosis.proposal)")
            case .assigned(let assignment): Self.assigned(assignment)
            case .gaveBack(let reason, _): EventWords("Trả lại tổ chẩn đoán", reason)
            case .noted(let note): EventWords(Terms.name(note.kind), note.text)
            case .told(let telling): EventWords("Nhắn người gửi", telling.described)
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
            case .split(let item, _): EventWords("Tách văn bản thành \(item.of) nội dung; hồ sơ này là nội dung \(item.item)")
            case .consulted, .advised, .lapsed: Self.consultation(event)
            case .escalated(let escalation): Self.escalated(escalation)
            case .directed(let directive): Self.directed(directive)
            case .offered, .decisionAsked, .tookOver, .sentBack, .offerWithdrawn: Self.passing(event)
            case .extensionAsked, .extended, .extensionRefused, .excused, .clockSet, .recomputed: Self.clock(event)
            case .endorsed(let signature): EventWords("Ký duyệt cấp \(Terms.name(signature.level).lowercased()), chuyển cấp trên ký")
            case .joined(_, let title, _, let unit, _): EventWords("Nhập vào vấn đề chung do \(unit) trả lời", title)
            case .partyMoved(_, _, let name): EventWords("Sắp xếp tổ chức: \(name) kế thừa việc phối hợp, tiếp nhận")
            case .leftCause(let reason): EventWords("Tách khỏi vấn đề chung", reason)
            case .merged, .followed, .separated, .absorbed, .released, .jointDueSet, .duplicateWrote: Self.merging(event)
            }
    }

    private static func received(_ due: Instant, _ origin: ImportOrigin?, _ noted: Backdating?) -> EventWords {
        guard let noted else {
            return EventWords("Tiếp nhận, hạn trả lời \(due.day.vietnamese)", origin.map(PetitionImportWords.sentence) ?? "")
        }
        return EventWords("Ghi nhận việc tiếp nhận lúc \(noted.receivedAt.vietnamese), hạn trả lời \(due.day.vietnamese)", noted.reason)
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
        case .approved(let answer):
            answer.outcome.stateAfterAnswer != .answered ? "Vượt thẩm quyền, đã kiến nghị cấp trên."
                : answer.common == nil ? "Đã trả lời." : "Đã trả lời chung cùng các kiến nghị có chung nguyên nhân."
        case .rated: "Đã nhận đánh giá."
        case .reopened(let reason, _):
            reason.isEmpty ? "Người gửi chưa hài lòng; hồ sơ được xem xét lại." : "Đã nhận kiến nghị lại; hồ sơ được xem xét lại."
        case .inherited(let inheritance): "Đã bàn giao nguyên trạng cho \(inheritance.toName); thời hạn không thay đổi."
        case .split(let item, _): "Văn bản gồm \(item.of) nội dung; đây là nội dung \(item.item), được theo dõi riêng."
        case .consulted(let asked): "Đang lấy ý kiến \(asked.unitName)."
        case .escalated(let escalation): "Đã trình \(Terms.name(escalation.level)) cho ý kiến chỉ đạo."
        case .directed(let directive): "Đã có ý kiến chỉ đạo; \(directive.unitName) thực hiện."
        case .tookOver(_, let unit, _): "\(unit) tiếp nhận và chủ trì giải quyết; thời hạn không thay đổi."
        case .extended(_, _, let due): "Gia hạn trả lời đến \(due.day.vietnamese)."
        case .excused(let excuse): "Chậm trả lời; cam kết trả lời trước ngày \(excuse.committed.vietnamese)."
        case .clockSet(_, let due): "Thời hạn theo loại nội dung: \(due.day.vietnamese)."
        case .recomputed(_, let due): "Thời hạn tính lại theo lịch làm việc: \(due.day.vietnamese)."
        case .joined(_, _, _, let unit, _): "Được giải quyết cùng các kiến nghị có chung nguyên nhân; \(unit) chủ trì."
        case .merged: "Được giải quyết cùng một kiến nghị khác có cùng nội dung; thời hạn không thay đổi."
        case .absorbed(let absorption):
            absorption.tells ? "Một kiến nghị khác có cùng nội dung được giải quyết cùng; thời hạn không thay đổi." : nil
        case .followed(let main, let tells): tells ? "Đã giao \(main.leadName) chủ trì giải quyết." : nil
        case .separated: "Được giải quyết riêng; thời hạn không thay đổi."
        case .told(let telling): "Tổ công tác nhắn: \(telling.described)"
        case .diagnosed, .gaveBack, .noted, .drafted, .submitted, .draftReturned, .invited, .readersNamed, .handedOver, .advised, .lapsed,
            .offered, .decisionAsked, .sentBack, .offerWithdrawn, .extensionAsked, .extensionRefused, .endorsed, .leftCause, .partyMoved,
            .released, .jointDueSet, .duplicateWrote:
            nil
        }
    }
}
