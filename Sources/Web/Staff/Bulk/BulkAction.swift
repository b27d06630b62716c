import Database
import Documents
import Domain
import Operations
import Storage

/// What can be done with many cases at once: the same verb on each, by its own transaction and version. To add one, write it here and
/// name it in `BulkPage.actions`.
protocol BulkAction: Sendable {
    /// Its word in the form.
    static var key: String { get }
    /// What is asked of each case; the action is offered when at least one of the chosen cases lets the person do it.
    static var permission: Permission { get }
    static var title: String { get }
    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML
    /// Reads the form once, before any case is touched. Throws `Refusal.invalid`.
    init(_ form: FormBody) throws(Refusal)
    func perform(on petition: Case, version: Int, _ visit: Visit) async throws
}

/// What the forms offer to choose from.
struct BulkLists: Sendable {
    /// Handlers of the units that lead the chosen cases.
    var people: [(unit: Unit, person: Account)]
    var units: [Unit]
    /// Common causes that still take cases in.
    var causes: [CommonCause]
    var catalogue: Catalogue

    init(_ cases: [Case], on day: Day, _ tx: Transaction) throws {
        units = try OrganisationStore.units(on: day, tx)
        catalogue = try CatalogueStore.load(tx)
        causes = try CauseQueries.list([.open, .approving], leads: nil, after: nil, limit: 200, tx).map(\.cause)
        let leads = Set(cases.map(\.lead))
        people = try units.filter { leads.contains($0.id) }.flatMap { unit in
            try AccountStore.handlers(in: unit.id, on: day, tx).map { (unit: unit, person: $0) }
        }
    }
}

/// Phân công người xử lý, within the lead that each case has.
struct BulkAssign: BulkAction {
    static let key = "person"
    static let permission = Permission.assign
    static let title = "Phân công người xử lý"
    let person: ID<Account>
    let reason: String

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML {
        """
        \(form.select(
            "person", "Người xử lý", hint: "Hồ sơ của đơn vị khác với đơn vị của người này được giữ nguyên.",
            lists.people.map { ($0.person.id.text, "\($0.unit.shortName): \($0.person.name)") }))
        \(form.area("reason", "Lý do", rows: 2))
        """
    }

    init(_ form: FormBody) throws(Refusal) {
        guard let person = ID<Account>(form.line("person")) else { throw .invalid([Problem("person", .missing)]) }
        self.person = person
        reason = form.words("reason")
        if reason.isEmpty { throw .invalid([Problem("reason", .missing)]) }
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        try await visit.office.perform(
            AssignCase(petition: petition.id, version: version, unit: petition.lead, person: person, reason: reason), as: visit.actor)
    }
}

/// Mời phối hợp: one unit is asked in all of them.
struct BulkInvite: BulkAction {
    static let key = "invite"
    static let permission = Permission.invite
    static let title = "Mời đơn vị phối hợp"
    let unit: ID<Unit>
    let question: String

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML {
        """
        \(form.select("unit", "Đơn vị phối hợp", lists.units.map { ($0.id.text, $0.name) }))
        \(form.area("question", "Nội dung đề nghị phối hợp", rows: 2))
        """
    }

    init(_ form: FormBody) throws(Refusal) {
        guard let unit = ID<Unit>(form.line("unit")) else { throw .invalid([Problem("unit", .missing)]) }
        self.unit = unit
        question = form.words("question")
        if question.isEmpty { throw .invalid([Problem("question", .missing)]) }
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        try await visit.office.perform(
            ConsultUnit(petition: petition.id, version: version, unit: unit, question: question, due: nil, silence: .hasNoOpinion), as: visit.actor)
    }
}

/// Ghi chú: the same note in all of them.
struct BulkNote: BulkAction {
    static let key = "note"
    static let permission = Permission.note
    static let title = "Ghi chú nội bộ"
    let text: String

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML { form.area("note", "Nội dung ghi chú", rows: 2) }

    init(_ form: FormBody) throws(Refusal) {
        text = form.words("note")
        if text.isEmpty { throw .invalid([Problem("note", .missing)]) }
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        try await visit.office.perform(
            WriteNote(petition: petition.id, version: version, note: Note(kind: .remark, text: text)), as: visit.actor)
    }
}
