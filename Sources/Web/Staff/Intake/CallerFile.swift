import Database
import Documents
import Domain
import Operations
import Storage

/// Who calls and what he has with us, as far as the officer may see it: found by what was typed so far.
struct CallerFile: Sendable {
    /// Senders of that telephone or tax code.
    var contacts: [Contact]
    /// Their cases, newest first; first the one whose number was typed.
    var cases: [Line]
    /// A number was typed and leads to no case that the officer may see.
    var isCodeUnknown: Bool
    var taxCode: String
    var catalogue: Catalogue
    /// What the words suggest.
    var hints: HTML
    /// Open cases of others that say much the same.
    var alike: [DuplicateProposal]
    /// What was typed as the number of a case when the list was made.
    var code: String
    /// What is chosen.
    var chosen: String

    /// An earlier case, and what can be written into it.
    struct Line: Sendable {
        var row: CaseRow
        var due: DueWords
        var purpose: Matter.Purpose
    }

    /// What a call is about: an earlier case, and what becomes of it.
    struct Matter: Sendable, Equatable {
        enum Purpose: String, Sendable {
            /// More on an open case.
            case adds = "them"
            /// The answer is not accepted.
            case comesBack = "lai"
            /// It is over: only that somebody asked is noted.
            case asks = "hoi"
        }

        var purpose: Purpose
        var number: CaseNumber

        init(_ purpose: Purpose, _ number: CaseNumber) { (self.purpose, self.number) = (purpose, number) }

        /// As it stands in the form: `them.BN-2026-0000001`.
        init?(_ text: String?) {
            guard let parts = text?.split(separator: ".", maxSplits: 1), parts.count == 2, let purpose = Purpose(rawValue: String(parts[0])),
                let number = CaseNumber(String(parts[1]))
            else { return nil }
            self.init(purpose, number)
        }

        var text: String { "\(purpose.rawValue).\(number.text)" }
    }

    /// Chosen for what is no earlier case.
    static let newMatter = "moi"

    /// Rows of each list.
    private static let rows = 8
    /// Letters of the words that are looked at for hints.
    private static let mostRead = 4000

    /// Bytes of words from which on others are compared with them.
    private static let shortestAlike = 40

    static func load(_ form: FormBody, _ visit: Visit) async throws -> CallerFile {
        let account = try visit.account()
        guard let visibility = CaseVisibility(of: account) else { throw Refusal.notPermitted(.view) }
        let (phone, taxCode) = (PhoneNumber(form.line("phone"))?.text, form.line("taxCode"))
        let (code, text) = (form.line("code"), String(form.words("text").prefix(mostRead)))
        return try await visit.office.read { tx in
            let (rules, catalogue) = (try visit.office.rules(tx), try visit.office.catalogue(tx))
            let tax = TaxCode.key(of: taxCode)
            var rows = try CallerQueries.cases(phone: phone, taxCode: tax, seenBy: visibility, limit: Self.rows, tx)
            let named = try code.isEmpty ? nil : CallerQueries.named(code, seenBy: visibility, tx)
            if let named { rows = [named] + rows.filter { $0.id != named.id } }
            let lines = try rows.compactMap { try line($0, rules.calendar, visit.now, tx) }
            let known = Set(rows.map(\.id))
            let alike = text.utf8.count < shortestAlike
                ? [] : try DuplicateQueries.proposals(text: text, for: visibility, tx).filter { !known.contains($0.row.id) }
            return CallerFile(
                contacts: try CallerQueries.contacts(phone: phone, taxCode: tax, seenBy: visibility, limit: Self.rows, tx), cases: lines,
                isCodeUnknown: !code.isEmpty && named == nil, taxCode: taxCode, catalogue: catalogue,
                hints: try hints(for: text, catalogue, rules, visit.now, tx), alike: alike,
                code: code, chosen: choice(form, among: lines, isNamed: named != nil))
        }
    }

    /// What was chosen stays chosen until another number is typed, which is the newest word on what the call is about.
    private static func choice(_ form: FormBody, among lines: [Line], isNamed: Bool) -> String {
        let offered = lines.map { Matter($0.purpose, $0.row.number).text }
        if let chosen = form["petition"], chosen == newMatter || offered.contains(chosen), !isNamed || form.line("listed") == form.line("code") {
            return chosen
        }
        return isNamed ? offered.first ?? newMatter : newMatter
    }

    private static func line(_ row: CaseRow, _ calendar: WorkingCalendar, _ now: Instant, _ tx: Transaction) throws -> Line? {
        guard let petition = try CaseStore.load(row.id, tx) else { return nil }
        let purpose: Matter.Purpose = petition.state.isOpen ? .adds : petition.offers(.reopen, to: .sender, at: now) ? .comesBack : .asks
        return Line(
            row: row, due: DueWords(due: row.dueAt, isOpen: row.state.isOpen, isPaused: row.isPaused, calendar, now), purpose: purpose)
    }

    private static func hints(
        for text: String, _ catalogue: Catalogue, _ rules: Rules, _ now: Instant, _ tx: Transaction
    ) throws -> HTML {
        if text.isEmpty { return .empty }
        let found = TriageHints.of(text, catalogue: catalogue, rules: rules.routing, on: now.day)
        let lead = try found.lead.flatMap { try OrganisationStore.unit($0.unit, tx)?.name }
        return triageHints(found, of: text, catalogue: catalogue, lead: lead)
    }

    /// The form with what is known of a sender put into its empty lines, where his button was pressed.
    static func filled(_ form: FormBody, _ visit: Visit) async throws -> FormBody {
        guard let pressed = form["do"], pressed.hasPrefix(fillPrefix) else { return form }
        let file = try await load(form, visit)
        guard let contact = file.contacts.first(where: { $0.id.text == pressed.dropFirst(fillPrefix.utf8.count) }) else { return form }
        return values(of: contact.person).reduce(form) { form, entry in
            form.line(entry.name).isEmpty ? form.setting(entry.name, entry.value) : form
        }
    }

    static let fillPrefix = "fill."

    /// What a known sender fills in.
    static func values(of person: Contact.Person) -> [(name: String, value: String)] {
        [
            ("name", person.name), ("organisation", person.organisation), ("taxCode", person.taxCode), ("phone", person.phone),
            ("email", person.email), ("address", person.address), ("area", person.area?.text ?? ""),
        ].filter { !$0.1.isEmpty }
    }
}
