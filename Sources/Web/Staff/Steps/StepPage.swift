import Database
import Documents
import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// A page on which a step of a case is taken: a form of its own, at an address of its own, offered only when the server would
/// accept it. Whatever the server refuses, what was typed stays on the page.
protocol StepPage: Page {
    /// The step after which the page is named.
    static var step: Permission { get }
    /// Other steps that are taken on the same page, each by a button of its own; the page opens when one of them all is open.
    static var also: [Permission] { get }
    /// What the form needs besides the case.
    associatedtype Lists: Sendable
    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists
    /// What stands in the fields when the page is opened.
    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody
    /// What the address puts in place of that; `nil` when it asks for nothing. Throws `Refusal` for what the person may not use.
    static func asked(_ query: QueryString, _ scene: StepScene, _ tx: Transaction) throws -> [String: String?]?
    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML
    /// The first is the main one.
    static var buttons: [Button] { get }
    /// The same, where they depend on who is there and on how the case stands.
    static func buttons(_ scene: StepScene) -> [Button]
    /// Whether files can be sent along.
    static var takesFiles: Bool { get }
    /// What a button that only helps with filling in makes of the form (one more row, names covered); `nil` for all other buttons.
    static func redrawn(_ form: FormBody, _ file: CaseFile) -> FormBody?
    /// The form with its rows moved together, so that what is wrong is said at the row where it stands.
    static func tidied(_ form: FormBody) -> FormBody
    /// Takes the step.
    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws
}

/// Who is at which case, and when.
struct StepScene: Sendable {
    var file: CaseFile
    var actor: Actor
    var now: Instant

    func offers(_ step: Permission) -> Bool { file.petition.offers(step, to: actor, at: now) }
}

extension StepPage {
    static var access: Access { .staff }
    static var also: [Permission] { [] }
    static var takesFiles: Bool { false }
    static var buttons: [Button] { [.submit(Terms.action(step))] }
    static func buttons(_ scene: StepScene) -> [Button] { buttons }
    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody { FormBody() }
    static func asked(_ query: QueryString, _ scene: StepScene, _ tx: Transaction) throws -> [String: String?]? { nil }
    static func redrawn(_ form: FormBody, _ file: CaseFile) -> FormBody? { nil }
    static func tidied(_ form: FormBody) -> FormBody { form }

    static func show(_ visit: Visit) async throws -> Reply {
        let scene = try await load(visit)
        if let refusal = refusal(in: scene) { throw refusal }
        let offered = try await lists(scene, visit)
        let wanted = try await visit.office.read { try asked(visit.query, scene, $0) } ?? [:]
        let form = wanted.reduce(opening(scene.file, offered)) { $0.setting($1.key, $1.value ?? "") }
        return try await reply(FormView(form), scene, offered, visit)
    }

    static func act(_ sent: FormBody, _ visit: Visit) async throws -> Reply {
        let scene = try await load(visit)
        let version = sent["version"].flatMap { Int($0) } ?? 0
        if let form = redrawn(sent, scene.file) {
            if let refusal = refusal(in: scene) { throw refusal }
            return try await reply(FormView(form), scene, try await lists(scene, visit), visit, shown: version)
        }
        let form = tidied(sent)
        do {
            // On what the person has seen he is told at once; on what has changed since, first what has.
            if version == scene.file.petition.version, let refusal = refusal(in: scene) { throw refusal }
            try await take(form, scene.file.petition, version: version, visit)
            return .see(CasePage.path.link(scene.file.petition.number.text))
        } catch let refusal as Refusal {
            switch refusal {
            case .invalid, .changedMeanwhile, .hindered, .stateForbids, .waitsForSender, .notWaiting, .noSuch(.unit), .noSuch(.person),
                .noSuch(.draft), .noSuch(.consultation):
                // Read again: it may have changed between the two.
                let fresh = try await load(visit)
                let loaded = refusal == .changedMeanwhile ? nil : version
                return try await reply(
                    FormView(form, refusal), fresh, try await lists(fresh, visit), visit, refusal: refusal, shown: loaded,
                    changes: refusal == .changedMeanwhile ? changes(in: fresh.file, since: version) : .empty)
            case .notPermitted, .drafterMayNotApprove, .noSuch, .tooMany, .wrongCredentials, .locked, .taken, .planDoesNotHold, .notOnThisDay,
                .isOver, .lastOne:
                throw refusal
            }
        }
    }

    /// Why none of the page's steps is open; `nil` when one is.
    private static func refusal(in scene: StepScene) -> Refusal? {
        if also.contains(where: scene.offers) { return nil }
        return scene.file.petition.refusal(of: step, to: scene.actor, at: scene.now)
    }

    private static func lists(_ scene: StepScene, _ visit: Visit) async throws -> Lists {
        try await visit.office.read { try lists(for: scene.file, by: scene.actor, at: scene.now, $0) }
    }

    private static func load(_ visit: Visit) async throws -> StepScene {
        let (code, now, actor) = (visit.parameter("number"), visit.now, visit.actor)
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
            return StepScene(file: file, actor: actor, now: now)
        }
    }

    /// - Parameter shown: the version that the person has seen; `nil`: the one on this page.
    private static func reply(
        _ form: FormView, _ scene: StepScene, _ lists: Lists, _ visit: Visit, refusal: Refusal? = nil, shown: Int? = nil,
        changes: HTML = .empty
    ) async throws -> Reply {
        let petition = scene.file.petition
        let (title, back) = (Terms.action(step), CasePage.path.link(petition.number.text))
        // What was typed can still be read and copied when the step itself has become impossible.
        let actions = Self.refusal(in: scene) == nil ? buttons(scene) : []
        let live = try await LiveParts.ofCase(petition, visit)
        let content: HTML = """
            \(caseCrumbs(petition, title))
            <h1>\(title)</h1>
            <p class="subject"><strong>\(petition.number.text)</strong> \(petition.title)</p>
            \(form.summary)\(changes)\(when(!actions.isEmpty) { hindrances(scene) })\(MergingNotice.ofSteps([step] + also, petition))
            <form method="post" data-guard action="\(path.link(petition.number.text))"\
            \(attribute: "enctype", takesFiles ? "multipart/form-data" : nil)>
            \(hiddenFields(visit, version: shown ?? petition.version))
            \(fields(form, scene.file, lists))
            \(buttonRow(primary: actions.first, others: actions.dropFirst() + [.link("Quay lại", back)]))
            </form>
            \(live)
            """
        return .document(
            try await StaffFrame.page(title: "\(title) · \(petition.number.text)", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    /// Why one of the page's steps is not open while another is.
    private static func hindrances(_ scene: StepScene) -> HTML {
        let reasons = ([step] + also).compactMap { step -> (Permission, Refusal)? in
            guard let refusal = scene.file.petition.refusal(of: step, to: scene.actor, at: scene.now) else { return nil }
            if case .notPermitted = refusal { return nil }
            return (step, refusal)
        }
        return each(reasons) { step, refusal in
            notice(.soon, title: "Chưa thể: \(Terms.action(step))", "<p>\(RefusalWords.sentence(refusal))</p>")
        }
    }

    /// What happened since the person opened the page, so that the second try is made knowingly.
    private static func changes(in file: CaseFile, since version: Int) -> HTML {
        let news = file.events.filter { $0.position > version }
        if news.isEmpty { return .empty }
        return notice(
            .soon, title: "Đã thay đổi từ khi bạn mở trang này",
            """
            <ul>\(each(news) { event in
                """
                <li>\(EventWords(event.event).headline) <span class="quiet">\
                \(event.actorName.isEmpty ? "Hệ thống, người gửi" : event.actorName), \(event.at.vietnamese)</span></li>
                """
            })</ul>
            \(when(news.reversed().lazy.compactMap { if case .drafted(let draft) = $0.event { draft } else { nil } }.first) { draft in
                disclosure("Dự thảo vừa được lưu", isOpen: true, answerView(draft, drafted: true))
            })
            """)
    }
}

extension StepPage where Lists == Void {
    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws {}
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
