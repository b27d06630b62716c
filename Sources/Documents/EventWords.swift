package import Domain

/// An event of a case in a sentence, for histories that staff read. One exhaustive switch.
package enum EventWords {
    package static func sentence(_ event: CaseEvent) -> String {
        switch event {
        case .received(let due): "Tiếp nhận, hạn trả lời \(due.day.vietnamese)"
        case .wrote: "Người gửi nhắn thêm"
        case .screened(let classification, let remark):
            "Sàng lọc: \(classification.kind.map(Terms.name) ?? "chưa rõ loại")" + tail(remark)
        case .declined(let reason): "Từ chối tiếp nhận: \(reason)"
        case .transferred(let kind, let body, let reason):
            "Chuyển \(body)\(kind.map { " (\(Terms.name($0).lowercased()))" } ?? ""): \(reason)"
        case .asked(let question): "Yêu cầu bổ sung, tạm dừng thời hạn: \(question)"
        case .supplied(let due): "Người gửi đã bổ sung, hạn mới \(due.day.vietnamese)"
        case .resumed(let reason, let due): "Tiếp tục tính thời hạn: \(reason). Hạn mới \(due.day.vietnamese)"
        case .diagnosed(let diagnosis): "Chẩn đoán: \(diagnosis.finding) Đề xuất: \(diagnosis.proposal)"
        case .assigned(let assignment): assigned(assignment)
        case .gaveBack(let reason): "Trả lại tổ chẩn đoán: \(reason)"
        case .noted(let note): "\(Terms.name(note.kind)): \(note.text)"
        case .drafted: "Soạn dự thảo trả lời"
        case .submitted: "Trình duyệt trả lời"
        case .draftReturned(let reason): "Trả lại dự thảo: \(reason)"
        case .approved(let answer): "Phê duyệt, gửi trả lời (\(Terms.name(answer.outcome))): \(answer.conclusion)"
        case .rated(let rating): "Người gửi đánh giá: \(rating.satisfied ? "hài lòng" : "chưa hài lòng")" + tail(rating.remark)
        case .reopened(let reason, let due): "Người gửi kiến nghị lại: \(reason). Hạn mới \(due.day.vietnamese)"
        }
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
        case .diagnosed, .gaveBack, .noted, .drafted, .submitted, .draftReturned: nil
        }
    }

    private static func assigned(_ assignment: Assignment) -> String {
        var sentence = "Phân công \(assignment.unitName)"
        if let person = assignment.personName { sentence += ", \(person)" }
        if let rule = assignment.rule { sentence += ", theo quy tắc: \(rule)" }
        return sentence + (assignment.reason.isEmpty ? "" : ", lý do: \(assignment.reason)")
    }

    private static func tail(_ text: String) -> String { text.isEmpty ? "" : ". \(text)" }
}
