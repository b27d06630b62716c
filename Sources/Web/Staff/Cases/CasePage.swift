import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// One case on one page: on top what can be done now, left the conversation and the history, right the facts and the clock.
struct CasePage: Page {
    static let path: Path = "/app/ho-so/:number"
    static let access = Access.staff

    /// What the page shows.
    struct Model: Sendable {
        var file: CaseFile
        var catalogue: Catalogue
        var calendar: WorkingCalendar
        var history: CaseHistory
        var steps: [Permission]
        /// Units that co-ordinate.
        var parties: [String]
        /// Who looked at a restricted case, newest first.
        var looks: [CompartmentStore.Look]
        /// The letter that it came in.
        var letter: CaseLetter?
        /// The unit that is complained about.
        var complainedOf: String?
        /// The common cause that it belongs to.
        var cause: CommonCause?
        /// Who was urged about it.
        var urgings: [UrgingStore.Urging]
        /// Its visits on the spot, newest first.
        var visits: [FieldVisit]
        /// The cases that are answered with it.
        var duplicates: DuplicateFiles
        /// The cases that it may be the same as.
        var offers: [DuplicateOffer]
        /// What only a person can do to reach its sender.
        var replyTasks: [ReplyTask]
        /// Who called about it without adding anything.
        var notes: [Interaction]
        /// The letter on paper that it came with.
        var paper: PaperLetter?
        /// Whether the operator has set up a scanner of viruses.
        var scans: Bool
        /// The reply window of a sender on Zalo.
        var window: HTML = .empty
        var actor: Actor
        var now: Instant

        /// The newest answer that went out; one that the sender did not accept is still what he was told.
        var answer: AnswerDraft? {
            file.events.reversed().lazy.compactMap { if case .approved(let answer) = $0.event { answer } else { nil } }.first
        }
    }

    static func show(_ visit: Visit) async throws -> Reply {
        let (code, actor, now) = (visit.parameter("number"), visit.actor, visit.now)
        try await visit.noteLook(at: code)
        var model = try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
            let rules = try visit.office.rules(tx)
            return Model(
                file: file, catalogue: try visit.office.catalogue(tx), calendar: rules.calendar,
                history: CaseHistory(of: file.petition, events: file.events, rules: rules),
                steps: Permission.steps.filter { file.petition.offers($0, to: actor, at: now) },
                parties: try file.petition.coordinating.sorted().compactMap { try OrganisationStore.unit($0, tx)?.name },
                looks: file.petition.isRestricted ? try CompartmentStore.looks(at: file.petition.id, tx) : [],
                letter: try CaseLetter.read(for: file.petition, seenBy: actor, tx),
                complainedOf: try file.petition.classification.complainedOf.flatMap { try OrganisationStore.unit($0, tx)?.name },
                cause: try file.petition.cause.flatMap { try CauseStore.load($0, tx) },
                urgings: try UrgingStore.of(file.petition.id, tx), visits: try VisitStore.of(file.petition.id, tx),
                duplicates: try DuplicateFiles.of(file.petition, seenBy: actor, tx),
                offers: try DuplicateOffer.all(for: file.petition, to: actor, tx),
                replyTasks: try ReplyTaskStore.of(file.petition.id, tx),
                notes: try InteractionStore.of(file.petition.id, tx).filter { !$0.summary.isEmpty },
                paper: try LetterStore.of(file.petition, tx),
                scans: visit.office.settings.scansFiles, actor: actor, now: now)
        }
        model.window = try await WindowSection.ofCase(model.file, visit)
        let live = try await LiveParts.ofCase(model.file.petition, visit)
        let content: HTML = "\(body(model, visit))\(live)"
        return .document(try await StaffFrame.page(title: model.file.petition.number.text, queue: nil, content, visit))
    }

    private static func body(_ model: Model, _ visit: Visit) -> HTML {
        let petition = model.file.petition
        return """
            \(breadcrumbs([NavItem("Hồ sơ", CaseListPage.path.link())], here: petition.number.text))
            <h1>\(petition.title)</h1>
            <p class="tags">\(petition.isMerged ? tag("Đã gộp", .quiet) : stateTag(petition.state))
            \(clockTag(petition.clock, open: petition.state.isOpen && !petition.isMerged, model.calendar, model.now))
            \(when(petition.classification.urgent) { tag("Khẩn", .late) }) \(when(petition.isRestricted) { tag("Hạn chế người xem", .soon) })</p>
            \(caseColumns(
                actions: CaseActions.bar(model.steps, petition, model.actor, at: model.now), main: main(model, visit),
                side: CaseFacts.section(model)))
            """
    }

    private static func main(_ model: Model, _ visit: Visit) -> HTML {
        let petition = model.file.petition
        return """
            \(when(petition.merger) { MergingNotice.ofDuplicate(petition, $0) })
            \(when(!petition.isMerged) { PendingSection.notices(petition, at: model.now) })
            \(DuplicateOffer.section(model.offers, of: petition, visit))
            \(when(petition.item) { _ in "<section><h2>Nội dung kiến nghị</h2>\(quoted(model.file.text))</section>" })
            \(when(model.letter) { $0.section(here: petition) })
            \(when(model.cause) { causeNotice($0, model) })
            \(EscalationSection.section(petition))
            \(CoordinationSection.table(petition.work.consultations, at: model.now))
            \(when(!model.visits.isEmpty) { "<section><h2>Hiện trường</h2>\(VisitsPage.list(model.visits))</section>" })
            \(Conversation.section(model.file, scans: model.scans))
            \(model.duplicates.section(scans: model.scans))
            \(InteractionsPage.section(model.notes))
            \(ReplyTasksPage.section(model.replyTasks, at: model.now, model.actor, petition))
            \(when(petition.diagnosis) { diagnosis in
                """
                <section><h2>Chẩn đoán, phương án</h2>\(paragraphs(diagnosis.finding))
                <h3>Phương án</h3>\(paragraphs(diagnosis.proposal))</section>
                """
            })
            \(when(petition.draft) { draft in
                """
                \(when(petition.state == .approving) { Signatures.section(petition) })
                <section><h2>Dự thảo trả lời</h2>\(answer(draft, petition))</section>\(DraftRemarks.section(model.file))
                """
            })
            \(when(model.answer) { "<section><h2>Trả lời đã gửi</h2>\(answer($0, petition))</section>" })
            \(HistorySection.section(model.file.events))
            \(when(!model.urgings.isEmpty) { UrgingSection.ofCase(model.urgings) })
            \(when(!model.looks.isEmpty) { looks(model.looks) })
            """
    }

    private static func answer(_ answer: AnswerDraft, _ petition: Case) -> HTML {
        "\(answerView(answer, drafted: true))\(EvidenceRows.view(answer.evidence, of: petition))\(publicView(answer))"
    }
}

extension CasePage {
    private static func causeNotice(_ cause: CommonCause, _ model: Model) -> HTML {
        let petition = model.file.petition
        let words = petition.isAnsweredInCommon
            ? "Hồ sơ được giải quyết, trả lời chung với các hồ sơ cùng nguyên nhân."
            : "Người gửi chưa đồng ý với trả lời chung; hồ sơ nay được xử lý riêng."
        let leave = petition.refusalToLeave(to: model.actor) == nil ? LeaveCausePage.path.link(petition.number.text) : nil
        return notice(
            .plain, title: "Vấn đề chung",
            """
            <p>\(words) <a href="\(CausePage.path.link(cause.number))">\(cause.number) \(cause.title)</a></p>
            \(when(leave) { "<p><a href=\"\($0)\">Tách khỏi vấn đề chung</a></p>" })
            """)
    }

    /// Every look at a restricted case, for those who may open it.
    private static func looks(_ looks: [CompartmentStore.Look]) -> HTML {
        let table = DataTable(
            .sheet, caption: "Lượt xem hồ sơ hạn chế", columns: ["Thời điểm", "Người xem", "Kết quả"].map { .init($0) },
            rows: looks.map { .init(["\($0.at.vietnamese)", "\($0.name)", "\($0.granted ? "được xem" : "bị từ chối")"]) })
        return "<section><h2>Lượt xem</h2>\(dataTable(table))</section>"
    }
}
