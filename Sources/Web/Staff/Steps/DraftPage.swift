import Documents
import Domain
import Operations
import Storage

/// Soạn trả lời: a draft can be kept half done; what is put before the approver must be whole.
struct DraftPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tra-loi"
    static let step = Permission.draft
    static let buttons: [Button] = [
        .submit(Terms.action(.submit), name: "do", value: "submit"), .submit("Lưu dự thảo", name: "do", value: "keep"),
    ]

    /// Lines for who does what by when.
    static let lines = 3

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody {
        guard let draft = file.petition.draft else { return FormBody(values: ["who0": file.lead.name, "contact": file.lead.name]) }
        var values: [String: String?] = [
            "outcome": draft.outcome.rawValue, "conclusion": draft.conclusion, "explanation": draft.explanation,
            "legalBasis": draft.legalBasis, "contact": draft.contact,
        ]
        for (index, commitment) in draft.commitments.enumerated() {
            values["who\(index)"] = commitment.who
            values["what\(index)"] = commitment.what
            values["by\(index)"] = commitment.by.iso
        }
        return FormBody(values: values)
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị và chẩn đoán", background(file)))
        \(form.choice("outcome", "Kết quả", Outcome.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area(
            "conclusion", "Kết luận", hint: "Một, hai câu trả lời thẳng vào điều được hỏi: được, được một phần, không, hay sẽ làm gì.",
            rows: 3))
        \(form.area("explanation", "Giải thích", optional: true, rows: 6))
        \(form.area("legalBasis", "Căn cứ pháp lý", hint: "Tên, số văn bản và điều khoản.", rows: 2))
        \(form.group(
            "commitments", "Ai làm gì, xong trước ngày nào", hint: "Ít nhất một dòng; dòng không dùng thì để trống.",
            each(0..<lines) { commitment($0, form) }))
        \(form.line("contact", "Liên hệ", hint: "Người hoặc bộ phận mà doanh nghiệp hỏi tiếp được, kèm số điện thoại."))
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
        let content = try content(of: form)
        if form["do"] == "keep" {
            _ = try await visit.office.perform(
                DraftAnswer(petition: petition.id, version: version, content: content), as: visit.actor)
        } else {
            _ = try await visit.office.perform(
                SubmitAnswer(petition: petition.id, version: version, content: content), as: visit.actor)
        }
    }

    /// Reads the form: a line counts when anything stands in it, and then needs a readable date.
    private static func content(of form: FormBody) throws(Refusal) -> AnswerContent {
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
            legalBasis: form.words("legalBasis"), commitments: commitments, contact: form.line("contact"))
    }
}
