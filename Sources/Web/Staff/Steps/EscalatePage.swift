import Database
import Documents
import Domain
import Operations
import Storage

/// Trình cấp trên: the unit writes the proposal once; each level above reads the same text and adds a word of its own.
struct EscalatePage: StepPage {
    static let path: Path = "/app/ho-so/:number/trinh-cap-tren"
    static let step = Permission.escalate

    struct Lists: Sendable {
        /// The level that is asked next, and who sits there.
        var next: Level?
        var asked: String
    }

    private static let names = ["text", "pros", "cons", "legalBasis"]

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let petition = file.petition
        guard let next = (petition.work.escalation?.level ?? .unit).next else { return Lists(next: nil, asked: "") }
        let members = try petition.team.map { try TeamStore.members(of: $0, tx).map(\.member).filter { $0.serves(on: now.day) } } ?? []
        let routed = try RulesStore.load(tx).route(petition.classification, on: now.day).rule?.target
        return Lists(next: next, asked: Escalation.asked(at: next, members: members, deputyUnit: routed).name)
    }

    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody { FormBody(values: ["preferred": "0"]) }

    static func tidied(_ form: FormBody) -> FormBody {
        FormRows.tidied(form, names, most: Proposal.mostOptions, choice: "preferred")
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let waiting = file.petition.work.escalation
        return """
            \(when(lists.next) { next in
                notice(.plain, title: "Trình \(Terms.name(next)): \(lists.asked)", "<p>Với người gửi, hồ sơ vẫn đang xử lý và thời hạn vẫn tính.</p>")
            })
            \(disclosure("Nội dung kiến nghị", quoted(file.text)))
            \(when(waiting, { escalationView($0) }))
            \(when(waiting?.proposal == nil) { proposal(form, optional: waiting != nil) })
            \(form.area(
                "remark", waiting == nil ? "Ghi chú gửi kèm" : "Ý kiến của cấp trình",
                hint: waiting == nil ? nil : "Ghi dưới đề xuất, cấp trên đọc được.", optional: waiting == nil, rows: 3))
            """
    }

    private static func proposal(_ form: FormView, optional: Bool) -> HTML {
        """
        \(form.area("question", "Điều xin ý kiến", hint: "Cấp trên được đề nghị quyết định điều gì.", optional: optional, rows: 3))
        \(form.group(
            "options", "Các phương án", hint: "Ít nhất một, nhiều nhất \(Proposal.mostOptions); phương án không dùng thì để trống.",
            each(0..<Proposal.mostOptions) { option($0, form) }))
        \(form.choice("preferred", "Đề xuất chọn", (0..<Proposal.mostOptions).map { Choice(String($0), "Phương án \($0 + 1)") }))
        """
    }

    private static func option(_ index: Int, _ form: FormView) -> HTML {
        let fields: HTML = """
            \(form.area("text\(index)", "Phương án \(index + 1)", rows: 2))
            \(form.area("pros\(index)", "Ưu điểm \(index + 1)", rows: 2))
            \(form.area("cons\(index)", "Nhược điểm \(index + 1)", rows: 2))
            \(form.line("legalBasis\(index)", "Căn cứ pháp lý \(index + 1)"))
            """
        let isUsed = names.contains { !form.value("\($0)\(index)").isEmpty }
        return index == 0 ? fields : disclosure("Phương án \(index + 1)", isOpen: isUsed, fields)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let count = FormRows.count(form, names, most: Proposal.mostOptions)
        let options = (0..<count).map { row in
            Proposal.Option(
                text: form.words("text\(row)"), pros: form.words("pros\(row)"), cons: form.words("cons\(row)"),
                legalBasis: form.line("legalBasis\(row)"))
        }
        let question = form.words("question")
        // The level above adds to what is there; it proposes only where nobody did, and only if it wants to.
        let isTyped = !question.isEmpty || !options.isEmpty
        let proposal = isTyped || petition.work.escalation == nil
            ? Proposal(question: question, options: options, preferred: form["preferred"].flatMap { Int($0) } ?? -1) : nil
        _ = try await visit.office.perform(
            EscalateCase(petition: petition.id, version: version, proposal: proposal, remark: form.words("remark")), as: visit.actor)
    }
}

/// What was put before a level: the question, the options side by side, what each level on the way said.
func escalationView(_ escalation: Escalation) -> HTML {
    """
    \(when(escalation.proposal) { proposalView($0) })
    \(when(!escalation.remarks.isEmpty) {
        "<ul>\(each(escalation.remarks) { "<li><strong>\(Terms.name($0.level)), \($0.by):</strong> \($0.text)</li>" })</ul>"
    })
    """
}

private func proposalView(_ proposal: Proposal) -> HTML {
    let table = DataTable(
        .sheet, caption: "Các phương án", columns: ["Phương án", "Ưu điểm", "Nhược điểm", "Căn cứ pháp lý"].map { .init($0) },
        rows: proposal.options.enumerated().map { index, option in
            .init([
                "\(index + 1). \(option.text)\(when(index == proposal.preferred) { " \(tag("Đề xuất", .done))" })", "\(option.pros)",
                "\(option.cons)", "\(option.legalBasis)",
            ])
        })
    return "<h3>Điều xin ý kiến</h3>\(paragraphs(proposal.question))\(dataTable(table))"
}
