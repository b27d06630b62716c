import Database
import Documents
import Domain
import Operations
import Storage

/// Soạn trả lời: a draft can be kept half done; what is put before the approver must be whole.
struct DraftPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tra-loi"
    static let step = Permission.draft
    static let also: [Permission] = [.submit]
    static let takesFiles = true

    /// Putting it before the approver is offered only when the server would take it; why it would not, the page says.
    static func buttons(_ scene: StepScene) -> [Button] {
        let keep = Button.submit("Lưu dự thảo", name: "do", value: "keep")
        let mask = Button.submit("Che thông tin cá nhân", name: "do", value: "mask")
        return scene.offers(.submit) ? [.submit(Terms.action(.submit), name: "do", value: "submit"), keep, mask] : [keep, mask]
    }

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody {
        guard let draft = file.petition.draft else { return FormBody(values: ["who0": file.lead.name, "contact": file.lead.name]) }
        return AnswerForm.opening(draft)
    }

    /// A template or an earlier answer that the drafter has chosen.
    static func asked(_ query: QueryString, _ scene: StepScene, _ tx: Transaction) throws -> [String: String?]? {
        try DraftSuggestion.opening(query, scene.file, by: scene.actor, tx)
    }

    static func redrawn(_ form: FormBody, _ file: CaseFile) -> FormBody? { form["do"] == "mask" ? AnswerForm.masked(form) : nil }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị và chẩn đoán", background(file)))
        \(CoordinationSection.table(file.petition.work.consultations))
        \(DraftRemarks.section(file))
        \(suggestionsBeside(file.petition.number))
        \(AnswerForm.fields(form, file.petition.draft) { EvidencePage.path.link(file.petition.number.text, $0.text) })
        """
    }

    private static func background(_ file: CaseFile) -> HTML {
        """
        \(quoted(file.text))
        \(when(file.petition.diagnosis) { "<p><strong>Chẩn đoán:</strong> \($0.finding)</p><p><strong>Phương án:</strong> \($0.proposal)</p>" })
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let proofs = try EvidenceRows.read(form)
        let content = try AnswerForm.content(of: form, proofs.evidence)
        do {
            if form["do"] == "keep" {
                _ = try await visit.office.perform(
                    DraftAnswer(petition: petition.id, version: version, content: content, files: proofs.files), as: visit.actor)
            } else {
                _ = try await visit.office.perform(
                    SubmitAnswer(petition: petition.id, version: version, content: content, files: proofs.files), as: visit.actor)
            }
        } catch Refusal.invalid(let problems) {
            throw Refusal.invalid(problems.map { proofs.placed($0) })
        }
    }
}
