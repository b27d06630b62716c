import Database
import Documents
import Domain
import Operations
import Storage

/// Sửa mô tả vấn đề chung.
struct ChangeCausePage: CauseForm {
    static let path: Path = "/app/van-de-chung/:number/sua"
    static let step = Permission.joinCause

    static func button(_ file: CauseFile) -> Button { .submit("Lưu mô tả") }
    static func opening(_ file: CauseFile, _ visit: Visit) -> FormBody {
        FormBody(values: ["title": file.cause.title, "summary": file.cause.summary])
    }

    static func fields(_ form: FormView, _ file: CauseFile) -> HTML {
        """
        \(versionField(form, file))
        \(form.line("title", "Tên vấn đề"))
        \(form.area("summary", "Mô tả", rows: 6))
        """
    }

    static func take(_ form: FormBody, _ file: CauseFile, _ visit: Visit) async throws -> String {
        try await visit.office.perform(
            ChangeCause(cause: file.cause.id, version: version(form), title: form.line("title"), summary: form.words("summary")), as: visit.actor)
        return file.link
    }
}

/// Soạn trả lời chung: the same form as for one case.
struct CauseDraftPage: CauseForm {
    static let path: Path = "/app/van-de-chung/:number/tra-loi"
    static let step = Permission.draft
    static let takesFiles = true

    static func button(_ file: CauseFile) -> Button { .submit(Terms.action(.submit), name: "do", value: "submit") }
    static func others(_ file: CauseFile) -> [Button] {
        [.submit("Lưu dự thảo", name: "do", value: "keep"), .submit("Che thông tin cá nhân", name: "do", value: "mask")]
    }
    static func redrawn(_ form: FormBody) -> FormBody? { form["do"] == "mask" ? AnswerForm.masked(form) : nil }

    static func opening(_ file: CauseFile, _ visit: Visit) -> FormBody {
        guard let draft = file.cause.draft else { return FormBody(values: ["who0": file.lead, "contact": file.lead]) }
        return AnswerForm.opening(draft)
    }

    static func introduction(_ file: CauseFile) -> HTML {
        """
        <p class="subject"><strong>\(file.cause.number)</strong> \(file.cause.title)</p>
        \(disclosure("Mô tả vấn đề", paragraphs(file.cause.summary)))
        <p class="quiet">Trả lời này sẽ đến \(grouped: file.waiting.count) người gửi.</p>
        """
    }

    static func fields(_ form: FormView, _ file: CauseFile) -> HTML {
        "\(versionField(form, file))\(AnswerForm.fields(form, file.cause.draft, link: file.evidenceLink))"
    }

    static func take(_ form: FormBody, _ file: CauseFile, _ visit: Visit) async throws -> String {
        let proofs = try EvidenceRows.read(form)
        let draft = DraftCommonAnswer(
            cause: file.cause.id, version: version(form), content: try AnswerForm.content(of: form, proofs.evidence), files: proofs.files)
        do {
            if form["do"] == "keep" {
                try await visit.office.perform(draft, as: visit.actor)
            } else {
                try await visit.office.perform(SubmitCommonAnswer(draft), as: visit.actor)
            }
        } catch Refusal.invalid(let problems) {
            throw Refusal.invalid(problems.map { proofs.placed($0) })
        }
        return file.link
    }
}

/// Phê duyệt trả lời chung, or send it back.
struct CauseApprovalPage: CauseForm {
    static let path: Path = "/app/van-de-chung/:number/phe-duyet"
    static let step = Permission.returnDraft

    static func title(_ file: CauseFile) -> String { "Phê duyệt trả lời chung" }
    static func button(_ file: CauseFile) -> Button {
        file.cause.offers(.approve, to: file.actor)
            ? .submit("\(Terms.causeAction(.approve)) (\(file.waiting.count))", name: "do", value: "approve") : back
    }
    static func others(_ file: CauseFile) -> [Button] { file.cause.offers(.approve, to: file.actor) ? [back] : [] }
    private static let back = Button.submit(Terms.causeAction(.returnDraft), name: "do", value: "return")

    static func introduction(_ file: CauseFile) -> HTML {
        let channels = Dictionary(grouping: file.waiting, by: \.channel).mapValues(\.count)
            .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        return """
            <p class="subject"><strong>\(file.cause.number)</strong> \(file.cause.title)</p>
            <p>Gửi \(grouped: file.waiting.count) người: \(channels.map { "\(Terms.name($0.key)) \($0.value)" }.joined(separator: ", ")). \
            Cấp ký: \(Terms.name(file.cause.signingLevel(for: file.waiting))).</p>
            \(when(file.cause.draft) { CausePage.whole($0, file) })
            """
    }

    static func fields(_ form: FormView, _ file: CauseFile) -> HTML {
        """
        \(versionField(form, file))
        \(form.area("reason", "Lý do trả lại", hint: "Chỉ cần khi trả lại dự thảo; người soạn đọc được.", optional: true, rows: 3))
        """
    }

    static func take(_ form: FormBody, _ file: CauseFile, _ visit: Visit) async throws -> String {
        if form["do"] == "return" {
            try await visit.office.perform(
                ReturnCommonAnswer(cause: file.cause.id, version: version(form), reason: form.words("reason")), as: visit.actor)
        } else {
            try await visit.office.perform(ApproveCommonAnswer(cause: file.cause.id, version: version(form)), as: visit.actor)
        }
        return file.link
    }
}

/// Kiến nghị chính sách: what should change, by whom, with which document it went up, what came back.
struct CausePolicyPage: CauseForm {
    static let path: Path = "/app/van-de-chung/:number/kien-nghi"
    static let step = Permission.escalate

    static func button(_ file: CauseFile) -> Button { .submit("Lưu kiến nghị chính sách") }

    static func opening(_ file: CauseFile, _ visit: Visit) -> FormBody {
        guard let proposal = file.cause.proposal else { return FormBody(values: ["level": Level.province.rawValue]) }
        return FormBody(values: [
            "level": proposal.level.rawValue, "text": proposal.text, "legalBasis": proposal.legalBasis, "document": proposal.document,
            "reply": proposal.reply,
        ])
    }

    static func fields(_ form: FormView, _ file: CauseFile) -> HTML {
        """
        \(versionField(form, file))
        \(form.choice("level", "Cấp có thẩm quyền", Level.allCases.filter { $0 > .unit }.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area("text", "Nội dung kiến nghị", hint: "Sửa quy định nào, thành thế nào, vì sao; ai được lợi, ai bị ảnh hưởng.", rows: 6))
        \(form.area("legalBasis", "Căn cứ pháp lý", rows: 2))
        \(form.line("document", "Văn bản gửi đi", hint: "Số, ngày, trích yếu; để trống khi còn chuẩn bị.", optional: true))
        \(form.area("reply", "Trả lời của cấp trên", optional: true, rows: 4))
        """
    }

    static func take(_ form: FormBody, _ file: CauseFile, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let level = reading.choice("level", else: Level.province)
        try reading.finish()
        let proposal = CommonCause.PolicyProposal(
            level: level, text: form.words("text"), legalBasis: form.words("legalBasis"), document: form.line("document"), reply: form.words("reply"))
        try await visit.office.perform(
            ProposePolicy(cause: file.cause.id, version: version(form), proposal: proposal), as: visit.actor)
        return file.link
    }
}

/// A file that proves the answer to all.
struct CauseEvidencePage: Page {
    static let path: Path = "/app/van-de-chung/:number/minh-chung/:paper"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        _ = try visit.account()
        guard let id = ID<Paper>(visit.parameter("paper")) else { throw Refusal.noSuch(.attachment) }
        let file = try await visit.office.read { tx in
            let cause = try CauseFile.open(visit, tx).cause
            let known = ((cause.draft?.evidence ?? []) + (cause.answer?.evidence ?? [])).compactMap(\.paper)
            guard known.contains(id), let file = try PaperStore.load(id, tx) else { throw Refusal.noSuch(.attachment) }
            return file
        }
        return .file(OpenedFile(name: file.paper.name, contentType: file.paper.contentType, bytes: file.bytes))
    }
}
