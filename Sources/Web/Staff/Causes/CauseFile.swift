import Database
import Documents
import Domain
import Hummingbird
import Storage

/// A common cause as its pages need it, with who looks at it.
struct CauseFile: Sendable {
    var cause: CommonCause
    var lead: String
    /// Its open cases that an answer to all would reach.
    var waiting: [Case]
    var actor: Actor
    var now: Instant

    /// Reads the cause that the address names. Throws `Refusal`.
    static func open(_ visit: Visit, _ tx: Transaction) throws -> CauseFile {
        guard let cause = try CauseStore.find(visit.parameter("number"), tx) else { throw Refusal.noSuch(.cause) }
        guard Rights.allow(visit.actor, .view, on: cause.subject) else { throw Refusal.notPermitted(.view) }
        return CauseFile(
            cause: cause, lead: try OrganisationStore.unit(cause.lead, tx)?.name ?? "",
            waiting: try CauseQueries.openMembers(of: cause.id, tx).filter(\.isAnsweredInCommon), actor: visit.actor, now: visit.now)
    }

    var late: [Case] { waiting.filter { $0.lacksExcuse(at: now) } }
    var link: String { CausePage.path.link(cause.number) }

    func evidenceLink(_ paper: ID<Paper>) -> String { CauseEvidencePage.path.link(cause.number, paper.text) }
}

/// A page with one form that takes a step on a common cause.
protocol CauseForm: AdministrationForm where Subject == CauseFile {
    static var step: Permission { get }
}

extension CauseForm {
    static func admit(_ visit: Visit) throws { _ = try visit.account() }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> CauseFile {
        let file = try CauseFile.open(visit, tx)
        if let refusal = file.cause.refusal(of: step, to: visit.actor) { throw refusal }
        return file
    }

    static func title(_ file: CauseFile) -> String { Terms.causeAction(step) }
    static func crumbs(_ file: CauseFile) -> [NavItem] {
        [NavItem("Vấn đề chung", CausesPage.path.link()), NavItem(file.cause.number, file.link)]
    }
    static func introduction(_ file: CauseFile) -> HTML {
        "<p class=\"subject\"><strong>\(file.cause.number)</strong> \(file.cause.title)</p>"
    }

    /// The version that the person saw.
    static func version(_ form: FormBody) -> Int { form["version"].flatMap { Int($0) } ?? 0 }
    static func versionField(_ form: FormView, _ file: CauseFile) -> HTML {
        hiddenField("version", form.value("version").nonEmpty ?? "\(file.cause.version)")
    }
}
