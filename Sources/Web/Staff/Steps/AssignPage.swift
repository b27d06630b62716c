import Database
import Documents
import Domain
import Operations
import Storage

/// Phân công đơn vị chủ trì: shows which rule fired and why the others did not; going another way needs a reason.
struct AssignPage: StepPage {
    static let path: Path = "/app/ho-so/:number/phan-cong"
    static let step = Permission.assign

    /// What the form offers.
    struct Lists: Sendable {
        var units: [Unit]
        var people: [(unit: Unit, person: Account)]
        var trace: RoutingTrace
        var proposed: Unit?
    }

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let units = try OrganisationStore.units(on: now.day, tx).filter { $0.id != file.petition.classification.complainedOf }
        let trace = try RulesStore.load(tx).route(file.petition.classification, on: now.day)
        let byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let people = try AccountStore.all(on: now.day, tx).filter(\.isActive)
            .flatMap { person in
                Set(person.authorities.filter { $0.role == .handler }.map(\.unit)).compactMap { unit in
                    byID[unit].map { (unit: $0, person: person) }
                }
            }
            .sorted { ($0.unit.name.sortKey, $0.person.name.sortKey) < ($1.unit.name.sortKey, $1.person.name.sortKey) }
        return Lists(units: units, people: people, trace: trace, proposed: trace.rule.flatMap { byID[$0.target] })
    }

    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody {
        FormBody(values: ["unit": (lists.proposed?.id ?? (file.petition.state == .handling ? file.petition.lead : nil))?.text])
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let ruled = lists.trace.rule.map { "Quy tắc: \($0.text)" } ?? "Không quy tắc nào khớp: hãy chọn đơn vị và nêu lý do."
        return """
            \(decision(file))
            \(notice(
                .plain, title: lists.proposed.map { "Đề xuất: \($0.name)" } ?? "Chưa có đề xuất",
                "<p>\(ruled)</p>\(explanation(lists.trace))"))
            \(form.select("unit", "Đơn vị chủ trì", lists.units.map { ($0.id.text, $0.name) }))
            \(form.select(
                "person", "Người xử lý", hint: "Thuộc đơn vị chủ trì; có thể để đơn vị tự phân công.",
                lists.people.map { ($0.person.id.text, "\($0.unit.shortName): \($0.person.name)") }, optional: true))
            \(form.area("reason", "Lý do", hint: "Bắt buộc khi không theo quy tắc hoặc khi phân công lại.", optional: true, rows: 3))
            """
    }

    /// What the standing deputy is asked to decide, when the transfers are used up.
    private static func decision(_ file: CaseFile) -> HTML {
        guard file.petition.work.awaitsDecision else { return .empty }
        let asked = file.events.reversed().lazy.compactMap { event -> HTML? in
            guard case .decisionAsked = event.event else { return nil }
            let words = EventWords(event.event)
            return notice(.soon, title: words.headline, "<p>\(event.actorName): \(words.detail)</p>")
        }
        return "\(asked.first ?? .empty)<p>Đơn vị được chọn ở đây chủ trì đến khi trả lời; hồ sơ không chuyển tiếp nữa.</p>"
    }

    private static func explanation(_ trace: RoutingTrace) -> HTML {
        disclosure(
            "Vì sao?",
            "<ul>\(each(trace.considered) { "<li>\($0.rule.text): \($0.verdict)</li>" })</ul>")
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        guard let unit = ID<Unit>(form.words("unit")) else { throw Refusal.invalid([Problem("unit", .missing)]) }
        _ = try await visit.office.perform(
            AssignCase(
                petition: petition.id, version: version, unit: unit, person: ID<Account>(form.words("person")),
                reason: form.words("reason")), as: visit.actor)
    }
}
