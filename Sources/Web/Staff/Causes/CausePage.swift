import Database
import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// One common cause: what it is, the answer, with whom it arrived, which cases are like it, the proposal upward.
struct CausePage: Page {
    static let path: Path = "/app/van-de-chung/:number"
    static let access = Access.staff

    /// Members of one page.
    static let rows = 100

    struct Model: Sendable {
        var file: CauseFile
        var members: [CauseQueries.Member]
        var counts: [CauseQueries.Delivery: Int]
        var alike: [(case: Case, found: LikeCase)]
        var events: [RecordedCauseEvent]
        var field: String?
        var calendar: WorkingCalendar
    }

    static func show(_ visit: Visit) async throws -> Reply {
        guard let visibility = CaseVisibility(of: try visit.account()) else { throw Refusal.notPermitted(.view) }
        let cursor = try cursor(visit.query["sau"])
        let model = try await visit.office.read { tx in
            let file = try CauseFile.open(visit, tx)
            return Model(
                file: file, members: try CauseQueries.members(of: file.cause.id, visibility: visibility, after: cursor, limit: rows + 1, tx),
                counts: try CauseQueries.deliveries(of: file.cause.id, tx), alike: try alike(file, visibility, tx),
                events: try CauseStore.events(of: file.cause.id, tx),
                field: try file.cause.field.flatMap { try visit.office.catalogue(tx).name(of: $0) }, calendar: try visit.office.rules(tx).calendar)
        }
        let cause = model.file.cause
        let content: HTML = """
            \(breadcrumbs([NavItem("Vấn đề chung", CausesPage.path.link())], here: cause.number))
            <h1>\(cause.title)</h1>
            <p class="tags">\(causeTag(cause.state))</p>
            \(actions(model.file))
            \(late(model.file, visit))
            \(description(model))
            \(answers(model.file))
            \(CauseMembers.section(model, visit))
            \(CauseMembers.alike(model, visit))
            \(policy(cause))
            \(history(model.events))
            """
        return .document(try await StaffFrame.page(title: cause.number, queue: nil, content, visit))
    }

    private static func cursor(_ text: String?) throws(Refusal) -> CaseCursor? {
        guard let text, !text.isEmpty else { return nil }
        guard let cursor = CaseCursor(text) else { throw .noSuch(.petition) }
        return cursor
    }

    /// Cases like the cause, or like the first of its members, that could join it.
    private static func alike(_ file: CauseFile, _ visibility: CaseVisibility, _ tx: Transaction) throws -> [(case: Case, found: LikeCase)] {
        guard file.cause.offers(.joinCause, to: file.actor) else { return [] }
        let text = ([file.cause.title, file.cause.summary] + file.waiting.prefix(3).map(\.title)).joined(separator: "\n")
        let found = try LikenessQueries.alike(text, visibility: visibility, onlyAnswered: false, excluding: nil, limit: 40, tx)
        return try found.compactMap { like in
            guard let petition = try CaseStore.load(like.row.id, tx), petition.refusalToJoin(file.cause, to: file.actor) == nil else { return nil }
            return (petition, like)
        }
    }
}

extension CausePage {
    /// Where each step is taken; two share a page.
    static func address(of step: Permission, _ cause: CommonCause) -> String? {
        switch step {
        case .joinCause: ChangeCausePage.path.link(cause.number)
        case .draft, .submit: CauseDraftPage.path.link(cause.number)
        case .approve, .returnDraft: CauseApprovalPage.path.link(cause.number)
        case .escalate: CausePolicyPage.path.link(cause.number)
        case .screen, .decline, .transfer, .ask, .resume, .diagnose, .assign, .giveBack, .note, .tell, .invite, .nameReaders, .split, .advise,
            .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension, .extend, .refuseExtension, .excuse, .visit, .merge, .unmerge,
            .supply, .rate, .reopen, .receive, .takeIn, .view, .readReports, .administer:
            nil
        }
    }

    private static func actions(_ file: CauseFile) -> HTML {
        var seen: Set<String> = []
        let links = CommonCause.steps.filter { file.cause.offers($0, to: file.actor) }.compactMap { step -> (Permission, Button)? in
            guard let address = address(of: step, file.cause), seen.insert(address).inserted else { return nil }
            return (step, .link(Terms.causeAction(step), address))
        }
        let due = links.first { [.approve, .draft].contains($0.0) }
        if links.isEmpty { return .empty }
        let bar = buttonRow(primary: due?.1, others: links.filter { $0.0 != due?.0 }.map(\.1))
        return "<nav class=\"actions\" aria-label=\"Việc có thể làm\">\(bar)</nav>"
    }

    /// What must be said of those that are late before anything goes out, once for all of them.
    private static func late(_ file: CauseFile, _ visit: Visit) -> HTML {
        let late = file.late
        if late.isEmpty { return .empty }
        let own = late.filter { $0.offers(.excuse, to: file.actor, at: file.now) }
        return notice(
            .late, title: "\(late.count) hồ sơ quá hạn chưa nêu lý do",
            """
            <p>Trả lời chung chỉ trình và phê duyệt được khi mỗi hồ sơ quá hạn đã có lý do và ngày cam kết mới.</p>
            \(when(!own.isEmpty) {
                """
                <form method="post" action="\(BulkPage.path.link())">\(hiddenFields(visit))
                \(each(own) { hiddenField("chon", BulkPage.Marked($0.number, version: $0.version).text) })
                \(buttonRow(primary: nil, others: [.submit("Nêu lý do cho \(own.count) hồ sơ")]))</form>
                """
            })
            """)
    }

    private static func description(_ model: Model) -> HTML {
        let cause = model.file.cause
        return """
            <section><h2>Vấn đề</h2>\(paragraphs(cause.summary))
            \(factsList([
                ("Chủ trì", model.file.lead), ("Lĩnh vực", model.field ?? "Nhiều lĩnh vực"), ("Mở ngày", cause.openedAt.day.vietnamese),
                ("Cấp ký trả lời", Terms.name(cause.signingLevel(for: model.file.waiting))),
            ]))</section>
            """
    }

    private static func answers(_ file: CauseFile) -> HTML {
        """
        \(when(file.cause.draft) { "<section><h2>Dự thảo trả lời chung</h2>\(whole($0, file))</section>" })
        \(when(file.cause.answer) { answer in
            """
            <section><h2>Trả lời chung đã gửi</h2>
            \(when(file.cause.answeredAt) { "<p class=\"quiet\">Lần \(file.cause.round), \($0.vietnamese)</p>" })
            \(whole(answer, file))</section>
            """
        })
        """
    }

    static func whole(_ answer: AnswerDraft, _ file: CauseFile) -> HTML {
        "\(answerView(answer, drafted: true))\(EvidenceRows.view(answer.evidence, link: file.evidenceLink))\(publicView(answer))"
    }

    private static func policy(_ cause: CommonCause) -> HTML {
        guard let proposal = cause.proposal else { return .empty }
        return """
            <section><h2>Kiến nghị chính sách</h2>
            \(paragraphs(proposal.text))
            \(factsList([
                ("Gửi", Terms.name(proposal.level)), ("Căn cứ", proposal.legalBasis),
                ("Văn bản", proposal.document.nonEmpty ?? "Đang chuẩn bị, chưa gửi"), ("Trả lời của cấp trên", proposal.reply.nonEmpty ?? "Chưa có"),
            ]))</section>
            """
    }

    private static func history(_ events: [RecordedCauseEvent]) -> HTML {
        let entries = events.reversed().map { event in
            let words = CauseWords(event.event)
            return TimelineEntry(
                time: event.at.vietnamese, machineTime: event.at.iso, title: words.headline, actor: event.actorName,
                body: words.detail.isEmpty ? .empty : paragraphs(words.detail))
        }
        return "<section><h2>Nhật ký</h2>\(timeline(entries))</section>"
    }
}
