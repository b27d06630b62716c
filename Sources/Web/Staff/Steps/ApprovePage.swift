import Documents
import Domain
import Operations
import Storage

/// Phê duyệt: the approver reads the whole answer as the sender will read it, and sends it or sends it back.
struct ApprovePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/phe-duyet"
    static let step = Permission.approve
    static let buttons: [Button] = [
        .submit(Terms.action(.approve), name: "do", value: "approve"), .submit(Terms.action(.returnDraft), name: "do", value: "return"),
    ]

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị", quoted(file.text)))
        \(when(file.petition.draft) { answerView($0, drafted: true) })
        \(form.area(
            "reason", "Lý do trả lại", hint: "Chỉ cần khi trả lại dự thảo; người soạn đọc được.", optional: true, rows: 3))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        if form["do"] == "return" {
            _ = try await visit.office.perform(
                ReturnAnswer(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
        } else {
            _ = try await visit.office.perform(ApproveAnswer(petition: petition.id, version: version), as: visit.actor)
        }
    }
}

/// An answer as its reader sees it.
func answerView(_ answer: AnswerDraft, drafted: Bool) -> HTML {
    """
    <section class="answer">
    <p class="tags">\(tag(Terms.name(answer.outcome), .done))</p>
    <div class="conclusion">\(paragraphs(answer.conclusion))</div>
    \(when(!answer.explanation.isEmpty) { paragraphs(answer.explanation) })
    <h3>Ai làm gì, trước ngày nào</h3>
    <ul>\(each(answer.commitments) { "<li>\($0.who): \($0.what), trước ngày \($0.by.vietnamese)</li>" })</ul>
    <h3>Căn cứ pháp lý</h3>
    \(paragraphs(answer.legalBasis))
    <p class="contact">Liên hệ: \(answer.contact)</p>
    \(when(drafted) { "<p class=\"quiet\">Người soạn: \(answer.drafterName)</p>" })
    </section>
    """
}
