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
        var now: Instant

        /// The newest answer that went out; one that the sender did not accept is still what he was told.
        var answer: AnswerDraft? {
            file.events.reversed().lazy.compactMap { if case .approved(let answer) = $0.event { answer } else { nil } }.first
        }
    }

    static func show(_ visit: Visit) async throws -> Reply {
        let (code, actor, now) = (visit.parameter("number"), visit.actor, visit.now)
        try await visit.noteLook(at: code)
        let model = try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
            let rules = try visit.office.rules(tx)
            return Model(
                file: file, catalogue: try visit.office.catalogue(tx), calendar: rules.calendar,
                history: CaseHistory(of: file.petition, events: file.events, rules: rules),
                steps: Permission.steps.filter { file.petition.offers($0, to: actor, at: now) },
                parties: try file.petition.coordinating.sorted().compactMap { try OrganisationStore.unit($0, tx)?.name },
                looks: file.petition.isRestricted ? try CompartmentStore.looks(at: file.petition.id, tx) : [], now: now)
        }
        return .document(try await StaffFrame.page(title: model.file.petition.number.text, queue: nil, body(model), visit))
    }

    private static func body(_ model: Model) -> HTML {
        let petition = model.file.petition
        return """
            \(breadcrumbs([NavItem("Hồ sơ", CaseListPage.path.link())], here: petition.number.text))
            <h1>\(petition.title)</h1>
            <p class="tags">\(stateTag(petition.state)) \(clockTag(petition.clock, open: petition.state.isOpen, model.calendar, model.now))
            \(when(petition.classification.urgent) { tag("Khẩn", .late) }) \(when(petition.isRestricted) { tag("Hạn chế người xem", .soon) })</p>
            \(caseColumns(actions: CaseActions.bar(model.steps, petition), main: main(model), side: CaseFacts.section(model)))
            """
    }

    private static func main(_ model: Model) -> HTML {
        """
        \(Conversation.section(model.file))
        \(when(model.file.petition.diagnosis) { diagnosis in
            """
            <section><h2>Chẩn đoán, phương án</h2>\(paragraphs(diagnosis.finding))
            <h3>Phương án</h3>\(paragraphs(diagnosis.proposal))</section>
            """
        })
        \(when(model.file.petition.draft) { "<section><h2>Dự thảo trả lời</h2>\(answerView($0, drafted: true))</section>" })
        \(when(model.answer) { "<section><h2>Trả lời đã gửi</h2>\(answerView($0, drafted: true))</section>" })
        \(HistorySection.section(model.file.events))
        \(when(!model.looks.isEmpty) { looks(model.looks) })
        """
    }
}

extension CasePage {
    /// Every look at a restricted case, for those who may open it.
    private static func looks(_ looks: [CompartmentStore.Look]) -> HTML {
        let table = DataTable(
            .sheet, caption: "Lượt xem hồ sơ hạn chế", columns: ["Thời điểm", "Người xem", "Kết quả"].map { .init($0) },
            rows: looks.map { .init(["\($0.at.vietnamese)", "\($0.name)", "\($0.granted ? "được xem" : "bị từ chối")"]) })
        return "<section><h2>Lượt xem</h2>\(dataTable(table))</section>"
    }
}

/// What can be done now: the step that is due is the only filled button.
enum CaseActions {
    static func bar(_ steps: [Permission], _ petition: Case) -> HTML {
        let links = steps.compactMap { step in address(of: step, petition).map { (step, Button.link(Terms.action(step), $0)) } }
        if links.isEmpty { return .empty }
        let due =
            petition.diagnosis == nil && steps.contains(.diagnose)
            ? .diagnose : links.first { [.screen, .assign, .draft, .approve, .resume].contains($0.0) }?.0
        return buttonRow(primary: links.first { $0.0 == due }?.1, others: links.filter { $0.0 != due }.map(\.1))
    }

    /// Where a step is taken. Submitting and returning a draft stand on the pages of drafting and approving.
    static func address(of step: Permission, _ petition: Case) -> String? {
        let number = petition.number.text
        switch step {
        case .screen: return ScreenPage.path.link(number)
        case .decline: return DeclinePage.path.link(number)
        case .transfer: return TransferPage.path.link(number)
        case .ask: return AskPage.path.link(number)
        case .resume: return ResumePage.path.link(number)
        case .diagnose: return DiagnosePage.path.link(number)
        case .assign: return AssignPage.path.link(number)
        case .giveBack: return GiveBackPage.path.link(number)
        case .note: return NotePage.path.link(number)
        case .draft: return DraftPage.path.link(number)
        case .approve: return ApprovePage.path.link(number)
        case .invite: return InvitePage.path.link(number)
        case .nameReaders: return ReadersPage.path.link(number)
        case .split, .advise, .escalate, .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension, .extend, .refuseExtension,
            .excuse, .joinCause, .visit, .submit, .returnDraft, .supply, .rate, .reopen, .receive, .view, .readReports, .administer: return nil
        }
    }
}
