import HTTPTypes
import Documents
import Domain
import Operations
import Storage

/// Accounts: who there is, and the form to open one.
struct AccountsPage: Page {
    static let path: Path = "/app/tai-khoan"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), visit, refusal: nil) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            if let login = form["disable"] {
                try await visit.office.perform(DisableAccount(login: login), as: visit.actor)
            } else {
                guard let unit = ID<Unit>(form.words("unit")) else { throw Refusal.invalid([Problem("unit", .missing)]) }
                let roles = Set(form.all("roles").compactMap(Role.init))
                _ = try await visit.office.addAccount(
                    NewAccount(
                        login: form.line("login"), name: form.line("name"), title: form.line("title"), roles: roles, unit: unit,
                        password: form["password"] ?? ""), as: visit.actor)
            }
            return .see(path.link())
        } catch let refusal as Refusal {
            return try await reply(FormView(form, refusal), visit, refusal: refusal)
        }
    }

    private static func reply(_ form: FormView, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        guard Rights.allow(visit.actor, .administer) else { throw Refusal.notPermitted(.administer) }
        let now = visit.now
        let (accounts, units) = try await visit.office.read {
            (try AccountStore.all($0), try OrganisationStore.units(on: now.day, $0))
        }
        let names = Dictionary(units.map { ($0.id, $0.shortName) }, uniquingKeysWith: { $1 })
        let content: HTML = """
            <h1>Tài khoản</h1>
            \(dataTable(table(accounts.map { line($0, names[$0.unit] ?? "", visit) })))
            <h2>Mở tài khoản</h2>
            \(form.summary)
            <form method="post" action="\(path.link())">\(hiddenFields(visit))
            \(form.line("login", "Tên đăng nhập", hint: "Chữ thường không dấu, số, dấu chấm, gạch nối."))
            \(form.line("name", "Họ và tên"))
            \(form.line("title", "Chức vụ", optional: true))
            \(form.select("unit", "Đơn vị", units.map { ($0.id.text, $0.name) }))
            \(form.choices("roles", "Vai trò", Role.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
            \(form.line("password", "Mật khẩu", hint: "Ít nhất \(AccessLimits.passwordLength) ký tự.", kind: .password))
            \(buttonRow(primary: .submit("Mở tài khoản")))</form>
            """
        return .document(
            try await StaffFrame.page(title: "Tài khoản", queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func table(_ rows: [DataTable.Row]) -> DataTable {
        DataTable(
            .sheet, caption: "Tài khoản",
            columns: ["Tên đăng nhập", "Họ tên", "Chức vụ", "Đơn vị", "Vai trò", "Tình trạng"].map { .init($0) }, rows: rows)
    }

    private static func line(_ account: Account, _ unit: String, _ visit: Visit) -> DataTable.Row {
        let roles = account.roles.map(Terms.name).sorted().joined(separator: ", ")
        let lock = Button.submit("Khóa", name: "disable", value: account.login, isDestructive: true)
        let state: HTML =
            account.isActive
            ? "<form method=\"post\" action=\"\(path.link())\">\(hiddenFields(visit))\(buttonRow(primary: nil, others: [lock]))</form>" : "Đã khóa"
        return .init(
            ["\(account.login)", "\(account.name)", "\(account.title)", "\(unit)", "\(roles)", state],
            tone: account.isActive ? .plain : .quiet)
    }
}
