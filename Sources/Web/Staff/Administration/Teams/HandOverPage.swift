import Documents
import Domain
import Operations
import Storage

/// Biên bản bàn giao: the minutes of a task force that ended, as they stood on its last day; made to be printed.
struct HandOverPage: Page {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/bien-ban"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer, .readReports)
        let key = visit.parameter("key")
        let (team, heir, unit) = try await visit.office.read { tx in
            guard let team = try TeamStore.find(key: key, tx), let end = team.end else { throw Entry.noSuchPage }
            return (
                team, try end.heir.flatMap { try TeamStore.find(key: $0, tx)?.name },
                try OrganisationStore.register(tx).name(of: team.standingUnit, on: end.last) ?? ""
            )
        }
        guard let end = team.end else { throw Entry.noSuchPage }
        let basis = end.decision.map { [$0.cited, $0.title].filter { !$0.isEmpty }.joined(separator: ", ") }
            ?? "tự giải thể do hoàn thành nhiệm vụ"
        let content: HTML = """
            \(breadcrumbs(TeamPage.crumbs(team), here: "Biên bản bàn giao"))
            <h1>Biên bản bàn giao hồ sơ</h1>
            <p>Bên giao: <strong>\(team.name)</strong>, \(team.foundingDecision), cơ quan thường trực \(unit).</p>
            <p>Bên nhận: <strong>\(heir ?? "Không có, vì không còn hồ sơ đang mở")</strong>.</p>
            <p>Thời điểm: hết ngày \(end.last.vietnamese). Căn cứ: \(basis). Lý do: \(end.reason)</p>
            \(figures(end.minutes))
            <h2>Hồ sơ bàn giao</h2>
            \(numbers(end.minutes.open))
            <h2>Ký xác nhận</h2>
            <div class="signatures"><p>Đại diện bên giao<br><span class="quiet">(ký, ghi rõ họ tên)</span></p>
            <p>Đại diện bên nhận<br><span class="quiet">(ký, ghi rõ họ tên)</span></p></div>
            <p class="quiet">Số liệu được chốt khi giải thể và không thay đổi về sau.</p>
            """
        return .document(try await StaffFrame.page(title: "Biên bản bàn giao, \(team.name)", queue: nil, content, visit))
    }

    private static func figures(_ minutes: Team.HandOver) -> HTML {
        dataTable(
            DataTable(
                .figures, caption: "Số liệu bàn giao", columns: [.init("Chỉ tiêu"), .init("Số hồ sơ", align: .number)],
                rows: [
                    .init(["Đã tiếp nhận", "\(grouped: minutes.received)"]), .init(["Đã kết thúc", "\(grouped: minutes.closed)"]),
                    .init(["Đang mở, bàn giao", "\(grouped: minutes.open.count)"]),
                    .init(["Trong đó hồ sơ hạn chế", "\(grouped: minutes.restricted)"]),
                ]))
    }

    /// By their due dates, as the minutes hold them; no subject and no name, for restricted ones are among them.
    private static func numbers(_ open: [String]) -> HTML {
        if open.isEmpty { return "<p>Không có hồ sơ đang mở.</p>" }
        return "<ol class=\"numbers\">\(each(open) { "<li>\($0)</li>" })</ol>"
    }
}
