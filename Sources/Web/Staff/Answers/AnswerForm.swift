import Documents
import Domain
import Operations
import Storage

/// The form of an answer, for one case or for all of a common cause: what stands in it, its fields, how it is read.
enum AnswerForm {
    /// Lines for who does what by when.
    static let lines = 3

    static func opening(_ draft: AnswerDraft) -> FormBody {
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

    /// Covers names and numbers in the public text; an empty one is begun from the answer itself.
    static func masked(_ form: FormBody) -> FormBody {
        let answer = [form.words("conclusion"), form.words("explanation")].filter { !$0.isEmpty }.joined(separator: "\n")
        return form.setting("publicText", PersonalData.mask(form.words("publicText").nonEmpty ?? answer).text)
    }

    /// - Parameters:
    ///   - draft: the one that stands; its files can be kept.
    ///   - link: where a file of it is shown.
    static func fields(_ form: FormView, _ draft: AnswerDraft?, link: (ID<Paper>) -> String) -> HTML {
        """
        \(form.choice("outcome", "Kết quả", Outcome.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area(
            "conclusion", "Kết luận", hint: "Một, hai câu trả lời thẳng vào điều được hỏi: được, được một phần, không, hay sẽ làm gì.",
            rows: 3))
        \(form.area("explanation", "Giải thích", optional: true, rows: 6))
        \(form.area("legalBasis", "Căn cứ pháp lý", hint: "Tên, số văn bản và điều khoản.", rows: 2))
        \(form.group(
            "commitments", "Ai làm gì, xong trước ngày nào", hint: "Ít nhất một dòng; dòng không dùng thì để trống.",
            each(0..<lines) { commitment($0, form) }))
        \(EvidenceRows.fields(form, draft?.evidence ?? [], link: link))
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

    /// Reads the form: a line counts when anything stands in it, and then needs a readable date.
    static func content(of form: FormBody, _ evidence: [AnswerDraft.Evidence]) throws(Refusal) -> AnswerContent {
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
