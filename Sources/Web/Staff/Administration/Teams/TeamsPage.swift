import Documents
import Domain
import Operations
import Storage

/// Tổ công tác: those that stand first; dissolved ones stay readable.
struct TeamsPage: Page {
    static let path: Path = "/app/quan-tri/to-cong-tac"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer, .readReports)
        let today = visit.now.day
        let (rows, names) = try await visit.office.read { tx in
            (
                try TeamStore.all(tx).map { ($0, try TeamStore.members(of: $0.id, tx).count { $0.member.serves(on: today) }) },
                try OrganisationStore.register(tx)
            )
        }
        let found = Button.link("Thành lập Tổ công tác", FoundTeamPage.path.link())
        let content: HTML = """
            <h1>Tổ công tác</h1>
            \(when(Administration.mayChange(visit)) { buttonRow(primary: found) })
            \(rows.isEmpty
                ? emptyState("Chưa có Tổ công tác nào.", "Thành lập Tổ đầu tiên từ quyết định.")
                : dataTable(
                    DataTable(
                        .list, caption: "Tổ công tác",
                        columns: [
                            .init("Tên"), .init("Loại"), .init("Cấp"), .init("Cơ quan thường trực"), .init("Từ ngày"),
                            .init("Thành viên", align: .number), .init("Tình trạng"),
                        ], rows: rows.map { row($0.0, members: $0.1, names, today) })))
            """
        return .document(try await StaffFrame.page(title: "Tổ công tác", queue: nil, content, visit))
    }

    private static func row(_ team: Team, members: Int, _ names: UnitRegister, _ today: Day) -> DataTable.Row {
        .init(
            [
                "<a href=\"\(TeamPage.path.link(team.key))\">\(team.name)</a>", "\(Terms.name(team.kind))", "\(Terms.name(team.level))",
                clipped(names.name(of: team.standingUnit, on: today) ?? "", .medium), "\(team.validFrom.vietnamese)", "\(grouped: members)",
                condition(team, today),
            ], tone: team.end == nil ? .plain : .quiet)
    }

    /// Whether the task force stands, in a word.
    static func condition(_ team: Team, _ today: Day) -> HTML {
        if let end = team.end { return tag("Giải thể \(end.last.vietnamese)", .quiet) }
        return team.validFrom > today ? tag("Chưa đến ngày", .soon) : tag("Đang hoạt động", .done)
    }
}
