import HTTPTypes
import Database
import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// A page on which one step of a case is taken: a form of its own, at an address of its own, offered only when the server would
/// accept it.
protocol StepPage: Page {
    static var step: Permission { get }
    /// What the form needs besides the case.
    associatedtype Lists: Sendable
    static func lists(for file: CaseFile, at now: Instant, _ tx: Transaction) throws -> Lists
    /// What stands in the fields when the page is opened.
    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody
    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML
    /// The first is the main one.
    static var buttons: [Button] { get }
    /// Takes the step.
    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws
}

extension StepPage {
    static var access: Access { .staff }
    static var buttons: [Button] { [.submit(Terms.action(step))] }
    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody { FormBody() }

    static func show(_ visit: Visit) async throws -> Reply {
        let (file, lists) = try await load(visit)
        if let refusal = file.petition.refusal(of: step, to: visit.actor, at: visit.now) { throw refusal }
        return try await reply(FormView(opening(file, lists)), file, lists, visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let (file, lists) = try await load(visit)
        let version = form["version"].flatMap { Int($0) } ?? 0
        do {
            try await take(form, file.petition, version: version, visit)
            return .see(CasePage.path.link(file.petition.number.text))
        } catch let refusal as Refusal {
            switch refusal {
            case .invalid, .changedMeanwhile, .noSuch(.unit), .noSuch(.person):
                return try await reply(FormView(form, refusal), file, lists, visit, refusal: refusal)
            case .hindered, .notPermitted, .stateForbids, .waitsForSender, .notWaiting, .drafterMayNotApprove, .noSuch, .tooMany, .wrongCredentials,
                .locked, .taken, .planDoesNotHold, .notOnThisDay, .isOver, .lastOne:
                throw refusal
            }
        }
    }

    private static func load(_ visit: Visit) async throws -> (CaseFile, Lists) {
        let (code, now, actor) = (visit.parameter("number"), visit.now, visit.actor)
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
            return (file, try lists(for: file, at: now, tx))
        }
    }

    private static func reply(
        _ form: FormView, _ file: CaseFile, _ lists: Lists, _ visit: Visit, refusal: Refusal? = nil
    ) async throws -> Reply {
        let petition = file.petition
        let title = Terms.action(step)
        let content: HTML = """
            \(caseCrumbs(petition, title))
            <h1>\(title)</h1>
            <p class="subject"><strong>\(petition.number.text)</strong> \(petition.title)</p>
            \(form.summary)
            <form method="post" data-guard action="\(path.link(petition.number.text))">
            \(hiddenFields(visit, version: petition.version))
            \(fields(form, file, lists))
            \(buttonRow(primary: buttons.first, others: buttons.dropFirst() + [.link("Quay lại", CasePage.path.link(petition.number.text))]))
            </form>
            """
        return .document(
            try await StaffFrame.page(title: "\(title) · \(petition.number.text)", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }
}

extension StepPage where Lists == Void {
    static func lists(for file: CaseFile, at now: Instant, _ tx: Transaction) throws {}
}

/// The way back to a case.
func caseCrumbs(_ petition: Case, _ here: String) -> HTML {
    breadcrumbs(
        [NavItem("Hồ sơ", CaseListPage.path.link()), NavItem(petition.number.text, CasePage.path.link(petition.number.text))], here: here)
}

/// What every form of a signed-in person carries.
func hiddenFields(_ visit: Visit, version: Int? = nil) -> HTML {
    "\(hiddenField(FormToken.field, visit.formToken))\(when(version) { hiddenField("version", String($0)) })"
}
