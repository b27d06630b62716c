import Database
import Documents
import Domain
import Operations
import Storage

/// One unit: what it was called when and by which document, who went on with whose work, who works there, what lies there.
struct UnitPage: Page {
    static let path: Path = "/app/quan-tri/don-vi/:key"
    static let access = Access.staff

    struct File: Sendable {
        var key: String
        var id: ID<Unit>
        var register: UnitRegister
        var accounts: [Account]
        var holders: [UnitQueries.Holder]
        var open: Int
        var teams: [Team]
        var catalogue: Catalogue

        var versions: [UnitVersion] { register.versions[id] ?? [] }
        var name: String { versions.last?.name ?? key }
        var hasEnded: Bool { versions.last?.validTo != nil }
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let (key, today) = (visit.parameter("key"), visit.now.day)
        let file = try await visit.office.read { try load(key, on: today, try visit.office.catalogue($0), $0) }
        let change = Button.link("Đổi tên, cấp trên", ChangeUnitPage.path.link(file.key))
        let content: HTML = """
            \(breadcrumbs([NavItem("Đơn vị", UnitsPage.path.link())], here: file.name))
            <h1>\(file.name)</h1>
            \(when(file.hasEnded) { notice(.soon, "<p>Đơn vị đã kết thúc; chỉ xem được.</p>") })
            \(when(!file.hasEnded) { buttonRow(primary: nil, others: [change]) })
            \(facts(file, today))
            <h2>Tên gọi qua các thời kỳ</h2>
            \(dataTable(versions(file)))
            \(successions(file))
            <h2>Nhiệm vụ tại đơn vị</h2>
            \(holders(file))
            <h2>Tài khoản</h2>
            \(accounts(file))
            """
        return .document(try await StaffFrame.page(title: file.name, queue: nil, content, visit))
    }

    private static func load(_ key: String, on today: Day, _ catalogue: Catalogue, _ tx: Transaction) throws -> File {
        let register = try OrganisationStore.register(tx)
        guard let id = register.unit(key) else { throw Entry.noSuchPage }
        return File(
            key: key, id: id, register: register, accounts: try AccountStore.inside(id, tx),
            holders: try UnitQueries.holders(in: id, on: today, tx), open: try UnitQueries.openCases(tx)[id] ?? 0,
            teams: try TeamStore.all(tx).filter { $0.standingUnit == id }, catalogue: catalogue)
    }

    private static func facts(_ file: File, _ today: Day) -> HTML {
        let now = file.versions.last
        let above = now?.parent.flatMap { file.register.name(of: $0, on: today) }
        let code = now?.code.map { "\($0.code) (\($0.classification))" }
        let teams = each(file.teams) { team in
            "<div><a href=\"\(TeamPage.path.link(team.key))\">\(team.name)</a>\(when(team.end != nil) { " (đã giải thể)" })</div>"
        }
        return factsList([
            Fact("Mã trong hệ thống", text: file.key), Fact("Tên gọi tắt", text: now?.shortName ?? ""),
            Fact("Cấp", text: now.map { Terms.name($0.level) } ?? ""), Fact("Đơn vị cấp trên", text: above ?? "Không"),
            Fact("Mã theo danh mục", text: code ?? "Chưa ghi"), Fact("Hồ sơ đang mở", "\(grouped: file.open)"),
            Fact("Cơ quan thường trực của", file.teams.isEmpty ? "Không" : teams),
        ])
    }

    private static func versions(_ file: File) -> DataTable {
        DataTable(
            .sheet, caption: "Tên gọi qua các thời kỳ",
            columns: ["Tên", "Cấp", "Thuộc", "Từ ngày", "Đến ngày", "Văn bản"].map { .init($0) },
            rows: file.versions.reversed().map { version in
                let above = version.parent.flatMap { file.register.name(of: $0, on: version.validFrom) } ?? ""
                return .init(
                    [
                        "\(version.name)", "\(Terms.name(version.level))", "\(above)", "\(version.validFrom.vietnamese)",
                        "\(version.validTo?.vietnamese ?? "nay")", "\(version.document?.cited ?? "")",
                    ], tone: version.validTo == nil ? .plain : .quiet)
            })
    }

    /// Each successor and predecessor by the name that it had then.
    private static func successions(_ file: File) -> HTML {
        let before = file.register.predecessors(of: file.id)
        let after = file.register.successors(of: file.id)
        if before.isEmpty && after.isEmpty { return .empty }
        let rows =
            after.map { row("Chuyển sang", $0.to, on: $0.on, $0, file) } + before.map { row("Nhận từ", $0.from, on: $0.on.adding(-1), $0, file) }
        return """
            <h2>Kế thừa</h2>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Kế thừa", columns: ["Chiều", "Đơn vị", "Hình thức", "Phần", "Từ ngày", "Văn bản"].map { .init($0) },
                    rows: rows)))
            """
    }

    private static func row(_ direction: String, _ other: ID<Unit>, on day: Day, _ way: Succession, _ file: File) -> DataTable.Row {
        let name = file.register.name(of: other, on: day) ?? ""
        let part = Administration.words(way.fields, way.areas, file.catalogue)
        return .init([
            "\(direction)", "<a href=\"\(path.link(file.register.key(of: other) ?? ""))\">\(name)</a>", "\(Terms.name(way.kind))",
            "\(part.isEmpty ? "Toàn bộ phần còn lại" : part)", "\(way.on.vietnamese)", "\(way.document?.cited ?? "")",
        ])
    }

    private static func holders(_ file: File) -> HTML {
        if file.holders.isEmpty {
            return emptyState("Chưa ai có nhiệm vụ tại đơn vị này.", "Mở một tài khoản rồi chọn “Giao nhiệm vụ”.")
        }
        return dataTable(
            DataTable(
                .sheet, caption: "Nhiệm vụ tại đơn vị", columns: ["Họ tên", "Vai trò", "Thời gian", "Văn bản"].map { .init($0) },
                rows: file.holders.map { holder in
                    .init([
                        "<a href=\"\(AccountPage.path.link(holder.account.login))\">\(holder.account.name)</a>",
                        "\(Terms.name(holder.mandate.authority.role))",
                        "\(Administration.span(holder.mandate.validFrom, holder.mandate.validTo))", "\(holder.mandate.document?.cited ?? "")",
                    ])
                }))
    }

    private static func accounts(_ file: File) -> HTML {
        if file.accounts.isEmpty { return emptyState("Chưa có tài khoản nào của đơn vị này.") }
        return dataTable(
            DataTable(
                .sheet, caption: "Tài khoản", columns: ["Họ tên", "Tên đăng nhập", "Chức vụ", "Tình trạng"].map { .init($0) },
                rows: file.accounts.map { account in
                    .init(
                        [
                            "<a href=\"\(AccountPage.path.link(account.login))\">\(account.name)</a>", "\(account.login)", "\(account.title)",
                            "\(account.isActive ? "Đang dùng" : "Đã khóa")",
                        ], tone: account.isActive ? .plain : .quiet)
                }))
    }
}
