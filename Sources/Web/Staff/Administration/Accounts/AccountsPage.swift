import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Tài khoản: who there is, found by a folded word, and the form to open an account.
struct AccountsPage: Page {
    static let path: Path = "/app/tai-khoan"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), visit, refusal: nil) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            guard let unit = ID<Unit>(form.words("unit")) else { throw Refusal.invalid([Problem("unit", .missing)]) }
            let roles = Set(form.all("roles").compactMap(Role.init))
            _ = try await visit.office.addAccount(
                NewAccount(
                    login: form.line("login"), name: form.line("name"), title: form.line("title"), roles: roles, unit: unit,
                    password: form["password"] ?? ""), as: visit.actor)
            return .see(path.link())
        } catch let refusal as Refusal {
            return try await reply(FormView(form, refusal), visit, refusal: refusal)
        }
    }

    private static func reply(_ form: FormView, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        try Administration.check(visit, .administer)
        let now = visit.now
        let words = CleanText(line: visit.query["tim"] ?? "").text
        let (accounts, units) = try await visit.office.read {
            (try AccountStore.all(on: now.day, $0), try OrganisationStore.units(on: nil, $0))
        }
        let names = Dictionary(units.map { ($0.id, $0.shortName) }, uniquingKeysWith: { $1 })
        let found = accounts.filter { matches($0, names[$0.unit] ?? "", words) }
        let content: HTML = """
            <h1>Tài khoản</h1>
            <form class="filter" method="get" action="\(path.link())" role="search">
            \(textInput("tim", label: "Tên, tên đăng nhập, đơn vị", value: words, kind: .search))
            \(buttonRow(primary: nil, others: [.submit("Tìm")]))</form>
            \(found.isEmpty
                ? emptyState("Không có tài khoản nào khớp.", "Hãy thử ít từ hơn.")
                : dataTable(table(found.map { line($0, names[$0.unit] ?? "") })))
            <h2>Mở tài khoản</h2>
            \(form.summary)
            <form method="post" action="\(path.link())">\(hiddenFields(visit))
            \(form.line("login", "Tên đăng nhập", hint: "Chữ thường không dấu, số, dấu chấm, gạch nối."))
            \(form.line("name", "Họ và tên"))
            \(form.line("title", "Chức vụ", optional: true))
            \(form.select("unit", "Đơn vị", units.filter { $0.isOpen(on: now.day) }.map { ($0.id.text, $0.name) }))
            \(form.choices("roles", "Vai trò", Role.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
            \(form.line("password", "Mật khẩu", hint: "Ít nhất \(AccessLimits.passwordLength) ký tự.", kind: .password))
            \(buttonRow(primary: .submit("Mở tài khoản")))</form>
            """
        return .document(
            try await StaffFrame.page(title: "Tài khoản", queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func matches(_ account: Account, _ unit: String, _ words: String) -> Bool {
        let text = "\(account.login) \(account.name) \(account.title) \(unit)".folded
        return words.folded.split(separator: " ").allSatisfy { text.contains($0) }
    }

    private static func table(_ rows: [DataTable.Row]) -> DataTable {
        DataTable(
            .list, caption: "Tài khoản",
            columns: ["Tên đăng nhập", "Họ tên", "Chức vụ", "Đơn vị", "Vai trò hôm nay", "Tình trạng"].map { .init($0) }, rows: rows)
    }

    private static func line(_ account: Account, _ unit: String) -> DataTable.Row {
        let roles = account.roles.map(Terms.name).sorted().joined(separator: ", ")
        return .init(
            [
                "<a href=\"\(AccountPage.path.link(account.login))\">\(account.login)</a>", "\(account.name)", "\(account.title)", "\(unit)",
                "\(roles)", "\(account.isActive ? "Đang dùng" : "Đã khóa")",
            ], tone: account.isActive ? .plain : .quiet)
    }
}
