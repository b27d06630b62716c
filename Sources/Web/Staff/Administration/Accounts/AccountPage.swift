import Database
import Documents
import Domain
import Operations
import Storage

/// One account: what the person may do now, later, and might do before, each by its document.
struct AccountPage: Page {
    static let path: Path = "/app/quan-tri/tai-khoan/:login"
    static let access = Access.staff

    struct File: Sendable {
        var account: Account
        var mandates: [Mandate]
        var register: UnitRegister
        var teams: [ID<Team>: String]
        var catalogue: Catalogue
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let (login, today) = (visit.parameter("login"), visit.now.day)
        let file = try await visit.office.read { tx in
            guard let account = try AccountStore.find(login: login, on: today, tx) else { throw Refusal.noSuch(.account) }
            return File(
                account: account, mandates: try MandateStore.all(of: account.id, tx), register: try OrganisationStore.register(tx),
                teams: Dictionary(try TeamStore.all(tx).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
                catalogue: try visit.office.catalogue(tx))
        }
        let account = file.account
        let content: HTML = """
            \(breadcrumbs([NavItem("Tài khoản", AccountsPage.path.link())], here: account.name))
            <h1>\(account.name)</h1>
            \(when(!account.isActive) { notice(.soon, "<p>Tài khoản đã khóa: không đăng nhập được. Việc đã làm vẫn còn trong nhật ký.</p>") })
            \(when(account.isActive) {
                buttonRow(
                    primary: .link("Giao nhiệm vụ", GiveMandatePage.path.link(account.login)),
                    others: [.link("Khóa tài khoản", DisableAccountPage.path.link(account.login), isDestructive: true)])
            })
            \(facts(file, today))
            \(section(
                "Nhiệm vụ đang có", file.mandates.filter { $0.isInForce(on: today) }, file, today,
                "Hiện không có nhiệm vụ nào: đăng nhập được nhưng không làm được việc gì."))
            \(section("Nhiệm vụ sắp tới", file.mandates.filter { $0.validFrom > today }, file, today, nil))
            \(section("Nhiệm vụ đã hết", file.mandates.filter { $0.validTo.map { $0 < today } ?? false }, file, today, nil))
            """
        return .document(try await StaffFrame.page(title: account.name, queue: nil, content, visit))
    }

    private static func facts(_ file: File, _ today: Day) -> HTML {
        let unit = file.account.unit
        let name = file.register.name(of: unit, on: today) ?? ""
        return factsList([
            Fact("Tên đăng nhập", text: file.account.login), Fact("Chức vụ", text: file.account.title.isEmpty ? "Chưa ghi" : file.account.title),
            Fact("Đơn vị", "<a href=\"\(UnitPage.path.link(file.register.key(of: unit) ?? ""))\">\(name)</a>"),
        ])
    }

    private static func section(_ title: String, _ mandates: [Mandate], _ file: File, _ today: Day, _ empty: String?) -> HTML {
        if mandates.isEmpty { return when(empty) { "<h2>\(title)</h2>\(emptyState($0))" } }
        return """
            <h2>\(title)</h2>
            \(dataTable(
                DataTable(
                    .sheet, caption: title, columns: ["Vai trò", "Tại", "Phạm vi", "Thời gian", "Văn bản", "Việc"].map { .init($0) },
                    rows: mandates.map { row($0, file, today) })))
            """
    }

    private static func row(_ mandate: Mandate, _ file: File, _ today: Day) -> DataTable.Row {
        let authority = mandate.authority
        let scope = Administration.words(authority.fields, authority.areas, file.catalogue)
        let team = authority.team.flatMap { file.teams[$0] }
        let isOver = mandate.validTo.map { $0 < today } ?? false
        let acts: HTML = """
            <div><a href="\(EndMandatePage.path.link(mandate.id.text))">Kết thúc</a>\
            \(when(authority.standsInFor == nil) { " · <a href=\"\(StandInPage.path.link(mandate.id.text))\">Ủy quyền</a>" })</div>
            """
        let unit = file.register.name(of: authority.unit, on: mandate.validFrom) ?? ""
        return .init(
            [
                below(Terms.name(authority.role), authority.standsInFor.map { "theo ủy quyền của \($0)" }), below(unit, team),
                "\(scope.isEmpty ? "Tất cả" : scope)", "\(Administration.span(mandate.validFrom, mandate.validTo))",
                "\(mandate.document?.cited ?? "")", when(!isOver && file.account.isActive) { acts },
            ], tone: isOver ? .quiet : .plain)
    }

    /// A word with a quieter one beneath it.
    private static func below(_ word: String, _ more: String?) -> HTML {
        "<div>\(word)\(when(more) { "<br><span class=\"quiet\">\($0)</span>" })</div>"
    }

    static func crumbs(_ account: Account) -> [NavItem] {
        [NavItem("Tài khoản", AccountsPage.path.link()), NavItem(account.name, path.link(account.login))]
    }
}
