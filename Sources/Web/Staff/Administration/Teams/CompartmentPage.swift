import Database
import Domain
import HTTPTypes
import Operations
import Storage

/// Giao xem hồ sơ hạn chế: who opens denunciations and protected senders' cases of a task force. The head and the deputies name them;
/// whoever runs the system may not (requirement 13).
struct CompartmentPage: Page {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/nguoi-xem"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), visit, refusal: nil) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            let team = try await team(visit)
            var reading = FormReading(form)
            let account: ID<Account> = reading.id(form["remove"] == nil ? "account" : "remove")
            try reading.finish()
            try await visit.office.perform(
                ChangeCompartment(team: team.id, account: account, isNamed: form["remove"] == nil), as: visit.actor)
            return .see(path.link(team.key))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), visit, refusal: refusal)
        }
    }

    private static func team(_ visit: Visit) async throws -> Team {
        let team = try await visit.office.read { try TeamPage.team(visit, $0) }
        guard Rights.allow(visit.actor, .nameReaders, in: team.id) else { throw Refusal.notPermitted(.nameReaders) }
        return team
    }

    private static func reply(_ form: FormView, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        let team = try await team(visit)
        let today = visit.now.day
        let (readers, accounts) = try await visit.office.read {
            (try CompartmentStore.readers(of: team.id, $0), try AccountStore.all(on: today, $0))
        }
        let others = accounts.filter { account in !readers.contains { $0.account == account.id } }
        let content: HTML = """
            \(breadcrumbs(TeamPage.crumbs(team), here: "Người được xem hồ sơ hạn chế"))
            <h1>Người được xem hồ sơ hạn chế</h1>
            \(form.summary)
            <p>Tố cáo và hồ sơ mà người gửi đề nghị giữ kín chỉ mở cho những người có tên ở đây. Mỗi lần xem đều được ghi lại. \
            Danh sách áp dụng cho hồ sơ hạn chế tiếp nhận từ nay; hồ sơ đã có thì giao ngay trên hồ sơ.</p>
            \(list(readers, team, visit))
            <h2>Giao thêm người</h2>
            <form method="post" action="\(path.link(team.key))">\(hiddenFields(visit))
            \(form.select("account", "Người được xem", Administration.choices(others)))
            \(buttonRow(primary: .submit("Giao"), others: [.link("Quay lại", TeamPage.path.link(team.key))]))</form>
            """
        return .document(
            try await StaffFrame.page(title: "Người được xem hồ sơ hạn chế", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func list(_ readers: [Reader], _ team: Team, _ visit: Visit) -> HTML {
        if readers.isEmpty { return emptyState("Chưa giao ai xem hồ sơ hạn chế.") }
        return dataTable(
            DataTable(
                .sheet, caption: "Người được xem", columns: [.init("Họ tên"), .init("Việc")],
                rows: readers.map { reader in
                    let remove = Button.submit("Thôi giao", name: "remove", value: reader.account.text, isDestructive: true)
                    let form: HTML = """
                        <form method="post" action="\(path.link(team.key))">\(hiddenFields(visit))\(buttonRow(primary: nil, others: [remove]))</form>
                        """
                    return .init(["\(reader.name)", form])
                }))
    }
}
