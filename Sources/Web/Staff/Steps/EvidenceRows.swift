import Documents
import Domain
import Operations
import Storage

/// The rows of a draft in which its evidence is entered: a document as it is cited, what a visit found, or a file.
enum EvidenceRows {
    static let count = 3

    /// What was read of the rows.
    struct Reading {
        var evidence: [AnswerDraft.Evidence] = []
        /// New files, in the order of the evidence that has none yet.
        var files: [UploadedFile] = []
        /// In which row each piece of evidence stands.
        var rows: [Int] = []

        /// A problem of a piece of evidence at the row where it was entered.
        func placed(_ problem: Problem) -> Problem {
            guard let row = rows.indices.first(where: { problem.field == "file\($0)" }) else { return problem }
            return Problem("proofFile\(rows[row])", problem.fault)
        }
    }

    static func opening(_ evidence: [AnswerDraft.Evidence]) -> [String: String?] {
        var values: [String: String?] = [:]
        for (row, proof) in evidence.prefix(count).enumerated() {
            values["proof\(row)"] = proof.kind.rawValue
            values["proofText\(row)"] = proof.text
            values["proofPaper\(row)"] = proof.paper?.text
        }
        return values
    }

    /// - Parameters:
    ///   - kept: the evidence of the draft that stands.
    ///   - link: where a file of it is shown.
    static func fields(_ form: FormView, _ kept: [AnswerDraft.Evidence], link: (ID<Paper>) -> String) -> HTML {
        form.group(
            "evidence", "Minh chứng", hint: "Bắt buộc khi kết quả là giải quyết xong hoặc giải quyết một phần.",
            each(0..<count) { row($0, form, kept, link) })
    }

    private static func row(_ row: Int, _ form: FormView, _ known: [AnswerDraft.Evidence], _ link: (ID<Paper>) -> String) -> HTML {
        let kinds = AnswerDraft.Evidence.Kind.allCases.map { ($0.rawValue, Terms.name($0)) }
        let kept = known.first { $0.paper != nil && $0.paper?.text == form.value("proofPaper\(row)") }
        let fields: HTML = """
            <div class="together">
            \(form.select("proof\(row)", "Loại minh chứng \(row + 1)", kinds))
            \(form.line("proofText\(row)", "Số, ngày văn bản hoặc mô tả \(row + 1)"))
            </div>
            \(form.file("proofFile\(row)", "Tệp \(row + 1)"))
            \(when(kept?.paper) { paper in
                """
                \(hiddenField("proofPaper\(row)", paper.text))
                <p>Đang có tệp: \(fileLink(kept?.text ?? "", link(paper)))</p>
                \(form.check("proofDrop\(row)", "Bỏ minh chứng \(row + 1)"))
                """
            })
            """
        let isUsed = kept != nil || !form.value("proof\(row)").isEmpty || !form.value("proofText\(row)").isEmpty
        return row == 0 ? fields : disclosure("Minh chứng \(row + 1)", isOpen: isUsed, fields)
    }

    /// Throws `Refusal.invalid` for a row whose kind is missing or unknown.
    static func read(_ form: FormBody) throws(Refusal) -> Reading {
        var list = ProblemList()
        var reading = Reading()
        for row in 0..<count where form["proofDrop\(row)"] != "1" {
            let text = form.line("proofText\(row)")
            let upload = form.files("proofFile\(row)").first.map { UploadedFile(name: $0.name, bytes: $0.bytes, recognised: FileKind($0.bytes)) }
            let word = form["proof\(row)"] ?? ""
            let paper = form["proofPaper\(row)"].flatMap { $0.isEmpty ? nil : $0 }
            if text.isEmpty, upload == nil, paper == nil, word.isEmpty { continue }
            // A file says by itself what it is.
            let kind = upload != nil || paper != nil ? .file : AnswerDraft.Evidence.Kind(rawValue: word)
            guard let kind else {
                list.add("proof\(row)", word.isEmpty ? .missing : .unknownCode)
                continue
            }
            let known = paper.flatMap { ID<Paper>($0) }
            if paper != nil, known == nil { list.add("proofFile\(row)", .unknownCode) }
            // A new file takes the place of the old one.
            reading.evidence.append(AnswerDraft.Evidence(kind: kind, text: text, paper: upload == nil ? known : nil))
            reading.rows.append(row)
            if let upload { reading.files.append(upload) }
        }
        try list.refuse()
        return reading
    }

    /// The link to a file of evidence.
    static func fileLink(_ name: String, _ address: String) -> HTML {
        let words = name.isEmpty ? Terms.name(AnswerDraft.Evidence.Kind.file) : name
        return "\(Icon.file.html) <a href=\"\(address)\">\(words)</a>"
    }

    /// What proves an answer, for staff.
    static func view(_ evidence: [AnswerDraft.Evidence], of petition: Case) -> HTML {
        view(evidence) { EvidencePage.path.link(petition.number.text, $0.text) }
    }

    static func view(_ evidence: [AnswerDraft.Evidence], link: (ID<Paper>) -> String) -> HTML {
        if evidence.isEmpty { return .empty }
        return """
            <section><h3>Minh chứng</h3><ul>\(each(evidence) { proof in
                "<li>\(Terms.name(proof.kind)): \(when(proof.paper, { fileLink(proof.text, link($0)) }, else: { "\(proof.text)" }))</li>"
            })</ul></section>
            """
    }
}

/// A file that proves an answer, for whoever may see the case.
struct EvidencePage: Page {
    static let path: Path = "/app/ho-so/:number/minh-chung/:paper"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let (code, actor) = (visit.parameter("number"), visit.actor)
        guard let id = ID<Paper>(visit.parameter("paper")) else { throw Refusal.noSuch(.attachment) }
        try await visit.noteLook(at: code)
        let file = try await visit.office.read { tx in
            guard let petition = try CaseStore.find(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
            let events = try CaseStore.events(of: petition.id, tx)
            guard papers(of: petition, events).contains(id), let file = try PaperStore.load(id, tx) else { throw Refusal.noSuch(.attachment) }
            return file
        }
        return .file(OpenedFile(name: file.paper.name, contentType: file.paper.contentType, bytes: file.bytes))
    }

    /// Every file that an answer to this case was ever to be proved by.
    private static func papers(of petition: Case, _ events: [RecordedEvent]) -> Set<ID<Paper>> {
        var all = petition.draft?.evidence ?? []
        for event in events {
            if case .drafted(let draft) = event.event { all += draft.evidence }
            if case .approved(let answer) = event.event { all += answer.evidence }
        }
        return Set(all.compactMap(\.paper))
    }
}
