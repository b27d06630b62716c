import Database
import Documents
import Domain
import Operations
import Storage

/// Phê duyệt: the approver reads the whole answer as the sender will read it, and signs it or sends it back.
struct ApprovePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/phe-duyet"
    static let step = Permission.approve
    static let also: [Permission] = [.returnDraft]

    static func buttons(_ scene: StepScene) -> [Button] {
        let sign = Button.submit(label(scene.file.petition, scene.actor), name: "do", value: "approve")
        let back = Button.submit(Terms.action(.returnDraft), name: "do", value: "return")
        return (scene.offers(.approve) ? [sign] : []) + (scene.offers(.returnDraft) ? [back] : [])
    }

    /// What a signature of this person does: it goes on to the level above, or the answer goes out.
    static func label(_ petition: Case, _ actor: Actor) -> String {
        guard let account = actor.account, let level = Rights.signingLevel(of: account, on: petition.subject), level < petition.signingLevel
        else { return Terms.action(.approve) }
        return "Ký, chuyển cấp trên"
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị", quoted(file.text)))
        \(Signatures.section(file.petition))
        \(when(file.petition.draft) { draft in
            """
            \(answerView(draft, drafted: true))
            \(EvidenceRows.view(draft.evidence, of: file.petition))
            \(publicView(draft))
            """
        })
        \(CoordinationSection.table(file.petition.work.consultations))
        \(DraftRemarks.section(file))
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

/// Which signature an answer needs, and whose it has (cấp ký duyệt).
enum Signatures {
    static func section(_ petition: Case) -> HTML {
        let signed = petition.work.signatures
        if petition.signingLevel == .unit, signed.isEmpty { return .empty }
        let levels: [Level] = [.unit, .deputy, .head].filter { $0 <= petition.signingLevel }
        return """
            <section><h2>Ký duyệt</h2>\(factsList(levels.map { level in
                let own = signed.last { $0.level == level }
                let needed = level == petition.signingLevel ? "Cấp phải ký để gửi trả lời" : "Chưa ký"
                return (Terms.name(level), own.map { "\($0.name), \($0.at.vietnamese)" } ?? needed)
            }))</section>
            """
    }
}

/// What colleagues say on the draft (góp ý dự thảo).
enum DraftRemarks {
    /// Those since the last answer went out.
    static func section(_ file: CaseFile) -> HTML {
        let last = file.events.last { if case .approved = $0.event { true } else { false } }?.position ?? 0
        let remarks = file.events.compactMap { event -> (RecordedEvent, String)? in
            guard event.position > last, case .noted(let note) = event.event, note.kind == .onDraft else { return nil }
            return (event, note.text)
        }
        if remarks.isEmpty { return .empty }
        return """
            <section><h2>Góp ý dự thảo</h2>\(timeline(remarks.reversed().map { event, text in
                TimelineEntry(time: event.at.vietnamese, machineTime: event.at.iso, title: event.actorName, body: paragraphs(text))
            }))</section>
            """
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
    \(when(!answer.opinions.isEmpty) {
        "<h3>Ý kiến các đơn vị phối hợp</h3><ul>\(each(answer.opinions) { "<li>\($0.unitName): \(saidWords($0))</li>" })</ul>"
    })
    <p class="contact">Liên hệ: \(answer.contact)</p>
    \(when(drafted) { "<p class=\"quiet\">Người soạn: \(answer.drafterName)</p>" })
    </section>
    """
}

private func saidWords(_ said: AnswerDraft.Said) -> String {
    said.opinion.map { Terms.name($0.stance).lowercased() } ?? Terms.name(said.silence).lowercased()
}

/// The text for everybody, apart from the answer.
func publicView(_ answer: AnswerDraft) -> HTML {
    when(!answer.publicText.isEmpty) { disclosure("Nội dung công khai", paragraphs(answer.publicText)) }
}
