package import Domain

/// What happened to a common cause, in words for staff.
package struct CauseWords: Sendable {
    package let headline: String
    package let detail: String

    package init(_ event: CauseEvent) {
        switch event {
        case .opened: (headline, detail) = ("Mở vấn đề chung", "")
        case .changed(let title, _): (headline, detail) = ("Sửa mô tả", title)
        case .drafted: (headline, detail) = ("Lưu dự thảo trả lời chung", "")
        case .submitted: (headline, detail) = ("Trình duyệt trả lời chung", "")
        case .draftReturned(let reason): (headline, detail) = ("Trả lại dự thảo", reason)
        case .approved(let answer, let senders):
            (headline, detail) = ("Phê duyệt trả lời chung, gửi \(senders) người", "\(Terms.name(answer.outcome)). \(answer.conclusion)")
        case .proposed(let proposal):
            let state = proposal.reply.isEmpty ? (proposal.document.isEmpty ? "đang chuẩn bị" : "đã gửi, \(proposal.document)") : "đã có trả lời"
            (headline, detail) = ("Kiến nghị chính sách với \(Terms.name(proposal.level))", state)
        }
    }
}
