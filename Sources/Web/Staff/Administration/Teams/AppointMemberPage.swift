import Database
import Documents
import Domain
import Operations
import Storage

/// Phân công thành viên: post, fields and areas; with an account also the mandates that go with the post.
struct AppointMemberPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/thanh-vien"

    struct Subject: Sendable {
        var team: Team
        var units: [UnitVersion]
        var accounts: [Account]
        var catalogue: Catalogue
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let team = try TeamPage.team(visit, tx)
        return Subject(
            team: team, units: try OrganisationStore.register(tx).living(on: max(visit.now.day, team.validFrom)),
            accounts: try AccountStore.all(on: visit.now.day, tx), catalogue: try visit.office.catalogue(tx))
    }

    static func title(_ subject: Subject) -> String { "Phân công thành viên" }
    static func crumbs(_ subject: Subject) -> [NavItem] { TeamPage.crumbs(subject.team) }
    static func button(_ subject: Subject) -> Button { .submit("Phân công") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        FormBody(values: ["post": TeamMember.Post.member.rawValue, "from": max(visit.now.day, subject.team.validFrom).iso])
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.choice("post", "Vai trò trong Tổ", TeamMember.Post.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.line("name", "Họ và tên"))
        \(form.select("unit", "Đơn vị", Administration.choices(subject.units)))
        \(form.line("office", "Chức vụ ở đơn vị", optional: true))
        \(form.select(
            "account", "Tài khoản", hint: "Có tài khoản thì được giao luôn nhiệm vụ đi với vai trò, cùng thời gian.",
            Administration.choices(subject.accounts), optional: true))
        \(form.area("duty", "Nhiệm vụ được phân công", optional: true, rows: 2))
        \(Administration.scope(form, subject.catalogue))
        \(form.line("from", "Từ ngày", kind: .date))
        \(form.line("to", "Đến ngày", hint: "Bỏ trống nếu chưa định.", kind: .date, optional: true))
        \(Administration.document(form))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let scope = reading.scope(in: subject.catalogue)
        let member = TeamMember(
            name: reading.line("name"), post: reading.choice("post", else: .member), unit: reading.id("unit"), office: form.line("office"),
            duty: form.words("duty"), account: reading.idIfAny("account"), fields: scope.fields, areas: scope.areas,
            validFrom: reading.day("from"), validTo: reading.dayIfAny("to"), document: reading.decisionIfAny("document"))
        try reading.finish()
        try await visit.office.perform(AppointMember(team: subject.team.id, member: member), as: visit.actor)
        return TeamPage.path.link(subject.team.key)
    }
}
