import Database
import Documents
import Domain
import Operations
import Storage

/// Giao nhiệm vụ: a role in a unit, from a day, by a document; one person may hold several.
struct GiveMandatePage: AdministrationForm {
    static let path: Path = "/app/quan-tri/tai-khoan/:login/giao-nhiem-vu"

    struct Subject: Sendable {
        var account: Account
        var units: [UnitVersion]
        var teams: [Team]
        var catalogue: Catalogue
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let today = visit.now.day
        guard let account = try AccountStore.find(login: visit.parameter("login"), on: today, tx) else { throw Refusal.noSuch(.account) }
        return Subject(
            account: account, units: try OrganisationStore.register(tx).living(on: today),
            teams: try TeamStore.all(tx).filter { $0.end == nil }, catalogue: try visit.office.catalogue(tx))
    }

    static func title(_ subject: Subject) -> String { "Giao nhiệm vụ" }
    static func crumbs(_ subject: Subject) -> [NavItem] { AccountPage.crumbs(subject.account) }
    static func button(_ subject: Subject) -> Button { .submit("Giao nhiệm vụ") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        FormBody(values: ["unit": subject.account.unit.text, "from": visit.now.day.iso])
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.choice("role", "Vai trò", Role.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.select("unit", "Tại đơn vị", Administration.choices(subject.units)))
        \(form.select("team", "Trong Tổ", hint: "Bỏ trống: mọi Tổ.", subject.teams.map { ($0.id.text, $0.name) }, optional: true))
        \(Administration.scope(form, subject.catalogue))
        \(form.line("from", "Từ ngày", kind: .date))
        \(form.line("to", "Đến ngày", hint: "Bỏ trống nếu chưa định.", kind: .date, optional: true))
        \(Administration.document(form))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let scope = reading.scope(in: subject.catalogue)
        let authority = Authority(
            role: reading.choice("role", else: .handler), unit: reading.id("unit"), team: reading.idIfAny("team"), fields: scope.fields,
            areas: scope.areas)
        let (from, to, document) = (reading.day("from"), reading.dayIfAny("to"), reading.decisionIfAny("document"))
        try reading.finish()
        try await visit.office.perform(
            GiveMandate(account: subject.account.id, authority: authority, from: from, to: to, document: document), as: visit.actor)
        return AccountPage.path.link(subject.account.login)
    }
}
