import Database
import Documents
import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// A page of the administration with one form: it opens with what stands now, and is shown again with what was typed when the verb
/// refuses. What loses something says on this page of its own what it loses.
protocol AdministrationForm: Page {
    /// What the page is about, with the lists that its form offers.
    associatedtype Subject: Sendable
    static var permission: Permission { get }
    static var takesFiles: Bool { get }
    /// Throws `Refusal` for whoever has no business here; what depends on the subject, `subject` refuses.
    static func admit(_ visit: Visit) throws
    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject
    static func title(_ subject: Subject) -> String
    /// The way back; the last one is where the person came from.
    static func crumbs(_ subject: Subject) -> [NavItem]
    /// What stands in the fields when the page is opened.
    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody
    /// What is above the form: what will happen, in figures where something is lost.
    static func introduction(_ subject: Subject) -> HTML
    static func fields(_ form: FormView, _ subject: Subject) -> HTML
    static func button(_ subject: Subject) -> Button
    /// Buttons besides the main one and the way back.
    static func others(_ subject: Subject) -> [Button]
    /// The form as it is shown again at the press of a button that keeps nothing; `nil` for the others.
    static func redrawn(_ form: FormBody) -> FormBody?
    /// Does it; the address to go on to.
    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String
}

extension AdministrationForm {
    static var access: Access { .staff }
    static var permission: Permission { .administer }
    static var takesFiles: Bool { false }
    static func admit(_ visit: Visit) throws { try Administration.check(visit, permission) }
    static func others(_ subject: Subject) -> [Button] { [] }
    static func redrawn(_ form: FormBody) -> FormBody? { nil }
    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody { FormBody() }
    static func introduction(_ subject: Subject) -> HTML { .empty }

    static func show(_ visit: Visit) async throws -> Reply {
        let subject = try await load(visit)
        return try await reply(FormView(opening(subject, visit)), subject, visit, refusal: nil)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let subject = try await load(visit)
        if let form = redrawn(form) { return try await reply(FormView(form), subject, visit, refusal: nil) }
        do {
            return .see(try await take(form, subject, visit))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), subject, visit, refusal: refusal)
        }
    }

    private static func load(_ visit: Visit) async throws -> Subject {
        try admit(visit)
        return try await visit.office.read { try subject(visit, $0) }
    }

    private static func reply(_ form: FormView, _ subject: Subject, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        let title = title(subject)
        let crumbs = crumbs(subject)
        let back = crumbs.last.map { [Button.link("Quay lại", $0.href)] } ?? []
        let content: HTML = """
            \(breadcrumbs(crumbs, here: title))
            <h1>\(title)</h1>
            \(form.summary)
            \(introduction(subject))
            <form method="post" data-guard action="\(visit.request.uri.path)"\(attribute: "enctype", takesFiles ? "multipart/form-data" : nil)>
            \(hiddenFields(visit))
            \(fields(form, subject))
            \(buttonRow(primary: button(subject), others: others(subject) + back))
            </form>
            """
        return .document(
            try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }
}

/// What the pages of the administration have in common.
enum Administration {
    /// Throws `Refusal.notPermitted` when the person holds none of the rights.
    static func check(_ visit: Visit, _ permissions: Permission...) throws {
        _ = try visit.account()
        if !permissions.contains(where: { Rights.allow(visit.actor, $0) }), let first = permissions.first {
            throw Refusal.notPermitted(first)
        }
    }

    /// Whether the person may change the organisation.
    static func mayChange(_ visit: Visit) -> Bool { Rights.allow(visit.actor, .administer) }

    /// The day that an address asks for, else today. Throws `Refusal.invalid`.
    static func day(_ visit: Visit) throws(Refusal) -> Day {
        guard let text = visit.query["ngay"], !text.isEmpty else { return visit.now.day }
        guard let day = Day(typed: text) else { throw .invalid([Problem("ngay", .dateUnreadable)]) }
        return day
    }

    /// Units to choose from, by name.
    static func choices(_ units: [UnitVersion]) -> [(String, String)] {
        units.sorted { ($0.name.sortKey, $0.unit) < ($1.name.sortKey, $1.unit) }.map { ($0.unit.text, $0.name) }
    }

    /// People to choose from, by name.
    static func choices(_ accounts: [Account]) -> [(String, String)] {
        accounts.filter(\.isActive).sorted { ($0.name.sortKey, $0.login) < ($1.name.sortKey, $1.login) }.map { account in
            (account.id.text, "\(account.name) (\([account.login, account.title].filter { !$0.isEmpty }.joined(separator: ", ")))")
        }
    }

    /// The fields of a document that something rests on.
    static func document(_ form: FormView, _ name: String = "document", legend: String = "Văn bản căn cứ", optional: Bool = true) -> HTML {
        """
        \(form.line(name, "\(legend): số", hint: "Ví dụ 429/QĐ-UBND.", optional: optional, short: true))
        \(form.line("\(name)Date", "Ngày văn bản", kind: .date, optional: optional))
        \(form.line("\(name)Title", "Trích yếu", optional: true))
        """
    }

    /// The fields and areas of an assignment; none chosen: all.
    static func scope(_ form: FormView, _ catalogue: Catalogue) -> HTML {
        let areas = Set(form.all("areas"))
        return """
            <p class="quiet">Không chọn lĩnh vực hoặc địa bàn nào nghĩa là tất cả.</p>
            \(form.choices("fields", "Lĩnh vực", catalogue.fields.map { Choice($0.code.text, $0.name) }))
            \(when(!catalogue.areas.isEmpty) {
                disclosure(
                    areas.isEmpty ? "Chọn địa bàn" : "Địa bàn: đã chọn \(areas.count)", isOpen: !areas.isEmpty,
                    form.choices("areas", "Địa bàn", catalogue.areas.map { Choice($0.code.text, $0.name) }))
            })
            """
    }

    /// An assignment in words; empty where it is everything.
    static func words(_ fields: [FieldCode], _ areas: [AreaCode], _ catalogue: Catalogue) -> String {
        (fields.map { catalogue.name(of: $0) ?? $0.text } + areas.map { catalogue.name(of: $0) ?? $0.text }).joined(separator: ", ")
    }

    /// From when until when, in words.
    static func span(_ from: Day?, _ to: Day?) -> String {
        [from.map { "từ \($0.vietnamese)" }, to.map { "đến \($0.vietnamese)" }].compactMap { $0 }.joined(separator: " ")
    }
}
