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

    /// Lines for who does what by when.
    static let lines = 3

    /// Putting it before the approver is offered only when the server would take it; why it would not, the page says.
    static func buttons(_ scene: StepScene) -> [Button] {
        let keep = Button.submit("Lưu dự thảo", name: "do", value: "keep")
        let mask = Button.submit("Che thông tin cá nhân", name: "do", value: "mask")
        return scene.offers(.submit) ? [.submit(Terms.action(.submit), name: "do", value: "submit"), keep, mask] : [keep, mask]
    }

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody {
        guard let draft = file.petition.draft else { return FormBody(values: ["who0": file.lead.name, "contact": file.lead.name]) }
        var values: [String: String?] = [
            "outcome": draft.outcome.rawValue, "conclusion": draft.conclusion, "explanation": draft.explanation,
            "legalBasis": draft.legalBasis, "contact": draft.contact, "publicText": draft.publicText,
        ]
        for (index, commitment) in draft.commitments.enumerated() {
            values["who\(index)"] = commitment.who
            values["what\(index)"] = commitment.what
            values["by\(index)"] = commitment.by.iso
        }
        return FormBody(values: values.merging(EvidenceRows.opening(draft.evidence)) { $1 })
    }

    /// A template or an earlier answer that the drafter has chosen.
    static func asked(_ query: QueryString, _ scene: StepScene, _ tx: Transaction) throws -> [String: String?]? {
        try DraftSuggestion.opening(query, scene.file, by: scene.actor, tx)
    }

    /// Covers names and numbers in the public text; an empty one is begun from the answer itself.
    static func redrawn(_ form: FormBody, _ file: CaseFile) -> FormBody? {
        guard form["do"] == "mask" else { return nil }
        let answer = [form.words("conclusion"), form.words("explanation")].filter { !$0.isEmpty }.joined(separator: "\n")
        return form.setting("publicText", PersonalData.mask(form.words("publicText").nonEmpty ?? answer).text)
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị và chẩn đoán", background(file)))
        \(CoordinationSection.table(file.petition.work.consultations))
        \(DraftRemarks.section(file))
        \(suggestionsBeside(file.petition.number))
        \(form.choice("outcome", "Kết quả", Outcome.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area(
            "conclusion", "Kết luận", hint: "Một, hai câu trả lời thẳng vào điều được hỏi: được, được một phần, không, hay sẽ làm gì.",
            rows: 3))
        \(form.area("explanation", "Giải thích", optional: true, rows: 6))
        \(form.area("legalBasis", "Căn cứ pháp lý", hint: "Tên, số văn bản và điều khoản.", rows: 2))
        \(form.group(
            "commitments", "Ai làm gì, xong trước ngày nào", hint: "Ít nhất một dòng; dòng không dùng thì để trống.",
            each(0..<lines) { commitment($0, form) }))
        \(EvidenceRows.fields(form, file))
        \(form.line("contact", "Liên hệ", hint: "Người hoặc bộ phận mà doanh nghiệp hỏi tiếp được, kèm số điện thoại."))
        \(form.area(
            "publicText", "Nội dung công khai",
            hint: "Chỉ khi đăng công khai; không có tên, số của cá nhân, doanh nghiệp. “Che thông tin cá nhân” che giúp, rồi hãy rà lại.",
            optional: true, rows: 4))
        """
    }

    private static func commitment(_ index: Int, _ form: FormView) -> HTML {
        """
        <div class="together">
        \(form.line("who\(index)", "Ai \(index + 1)"))
        \(form.line("what\(index)", "Làm gì \(index + 1)"))
        \(form.line("by\(index)", "Trước ngày \(index + 1)", kind: .date))
        </div>
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
        let content = try content(of: form, proofs.evidence)
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

    /// Reads the form: a line counts when anything stands in it, and then needs a readable date.
    private static func content(of form: FormBody, _ evidence: [AnswerDraft.Evidence]) throws(Refusal) -> AnswerContent {
        var list = ProblemList()
        var commitments: [AnswerDraft.Commitment] = []
        for index in 0..<lines {
            let (who, what, by) = (form.line("who\(index)"), form.line("what\(index)"), form.words("by\(index)"))
            // Who alone is what the empty form offers, not yet an entry.
            if what.isEmpty && by.isEmpty { continue }
            guard let day = Day(typed: by) else {
                list.add("by\(index)", by.isEmpty ? .missing : .dateUnreadable)
                continue
            }
            commitments.append(AnswerDraft.Commitment(who: who, what: what, by: day))
        }
        let outcome: Outcome? = try form.choice("outcome")
        if outcome == nil { list.add("outcome", .missing) }
        try list.refuse()
        return AnswerContent(
            outcome: outcome ?? .explained, conclusion: form.words("conclusion"), explanation: form.words("explanation"),
            legalBasis: form.words("legalBasis"), commitments: commitments, contact: form.line("contact"), evidence: evidence,
            publicText: form.words("publicText"))
    }
}
