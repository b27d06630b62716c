import Database
import Documents
import Domain
import Operations
import Storage

/// Ủy quyền: somebody stands in for the holder of a mandate, from a day to a day, by a document, for all of it or a part.
struct StandInPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/nhiem-vu/:id/uy-quyen"

    struct Subject: Sendable {
        var mandate: MandateOnPage
        var accounts: [Account]
        /// What of the catalogue lies within the mandate.
        var catalogue: Catalogue
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let mandate = try MandateOnPage(visit, tx)
        if mandate.mandate.authority.standsInFor != nil { throw Refusal.isOver }
        var catalogue = try visit.office.catalogue(tx)
        let authority = mandate.mandate.authority
        if !authority.fields.isEmpty { catalogue.fields.removeAll { !authority.fields.contains($0.code) } }
        if !authority.areas.isEmpty { catalogue.areas.removeAll { !authority.areas.contains($0.code) } }
        return Subject(
            mandate: mandate, accounts: try AccountStore.all(on: visit.now.day, tx).filter { $0.id != mandate.holder.id }, catalogue: catalogue)
    }

    static func title(_ subject: Subject) -> String { "Ủy quyền" }
    static func crumbs(_ subject: Subject) -> [NavItem] { AccountPage.crumbs(subject.mandate.holder) }
    static func button(_ subject: Subject) -> Button { .submit("Ủy quyền") }
    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody { FormBody(values: ["from": visit.now.day.iso]) }

    static func introduction(_ subject: Subject) -> HTML {
        """
        <p>Người được ủy quyền làm thay <strong>\(subject.mandate.holder.name)</strong> với vai trò \
        “\(Terms.name(subject.mandate.mandate.authority.role))” tại \(subject.mandate.unitName). Ủy quyền tự hết sau ngày cuối.</p>
        """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.select("account", "Người được ủy quyền", Administration.choices(subject.accounts)))
        \(form.line("from", "Từ ngày", kind: .date))
        \(form.line("to", "Đến ngày", kind: .date))
        \(Administration.document(form, legend: "Văn bản ủy quyền", optional: false))
        \(Administration.scope(form, subject.catalogue))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let account: ID<Account> = reading.id("account")
        let scope = reading.scope(in: subject.catalogue)
        let (from, to, document) = (reading.day("from"), reading.day("to"), reading.decision("document"))
        // A stand-in reaches no further and no longer than whom it stands in for.
        let mandate = subject.mandate.mandate
        if from < mandate.validFrom { reading.add("from", .outsideMandate) }
        if let last = mandate.validTo, to > last { reading.add("to", .outsideMandate) }
        try reading.finish()
        var authority = mandate.authority
        authority.standsInFor = subject.mandate.holder.name
        if !scope.fields.isEmpty { authority.fields = scope.fields }
        if !scope.areas.isEmpty { authority.areas = scope.areas }
        try await visit.office.perform(
            GiveMandate(account: account, authority: authority, from: from, to: to, document: document), as: visit.actor)
        let login = subject.accounts.first { $0.id == account }?.login
        return AccountPage.path.link(login ?? subject.mandate.holder.login)
    }
}

/// The mandate that an address names, with its holder.
struct MandateOnPage: Sendable {
    var mandate: Mandate
    var holder: Account
    /// The unit's name when the mandate began.
    var unitName: String

    /// Throws `Refusal.noSuch`, and `Refusal.isOver` for one that has ended.
    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let id = ID<Mandate>(visit.parameter("id")), let mandate = try MandateStore.load(id, tx),
            let holder = try AccountStore.load(mandate.account, on: nil, tx)
        else { throw Refusal.noSuch(.mandate) }
        if mandate.validTo.map({ $0 < visit.now.day }) ?? false { throw Refusal.isOver }
        self.mandate = mandate
        self.holder = holder
        unitName = try OrganisationStore.register(tx).name(of: mandate.authority.unit, on: max(mandate.validFrom, visit.now.day)) ?? ""
    }
}
