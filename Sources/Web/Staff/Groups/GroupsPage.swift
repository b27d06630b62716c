import Domain
import Operations
import Storage

/// Nhóm Zalo: the directory of the groups that the task force works with.
struct GroupsPage: Page {
    static let path: Path = "/app/nhom-zalo"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), visit) }

    /// Makes a group that the account owns.
    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        do {
            guard let account = visit.zalo else { throw Refusal.isOver }
            var reading = FormReading(form)
            let name = reading.line("groupName")
            let people = form.words("groupFounders").split(whereSeparator: \.isWhitespace).map { String($0) }
            if people.isEmpty { reading.add("groupFounders", .missing) }
            try reading.finish()
            let made = try await account.makeGroup(name: name, about: form.line("purpose"), members: people)
            let group = try await visit.office.perform(
                ReadGroup(facts: made, members: people.map { ChatGroup.Member(id: $0, name: "") }), as: .system)
            return .see(GroupPage.path.link(group.id.text))
        } catch let refusal as Refusal {
            return try await reply(FormView(form, refusal), visit)
        } catch let failure as ZaloFailure {
            return try await reply(FormView(form), visit, news: notice(.late, "<p>\(failure.reason)</p>"))
        }
    }

    private static func founding(_ form: FormView, _ visit: Visit) -> HTML {
        guard Rights.allow(visit.actor, .administer), visit.zalo != nil else { return .empty }
        return disclosure(
            "Tạo nhóm mới của OA (GMF)", isOpen: !form.value("groupName").isEmpty || form.error("groupName") != nil,
            """
            <form method="post" data-guard action="\(path.link())">\(hiddenFields(visit))
            \(form.line("groupName", "Tên nhóm"))
            \(form.line("purpose", "Mô tả", optional: true))
            \(form.area(
                "groupFounders", "Mã người dùng Zalo của thành viên đầu tiên",
                hint: "Mỗi dòng một mã; phải có ít nhất một quản trị viên của tài khoản OA.", rows: 3))
            \(buttonRow(primary: .submit("Tạo nhóm")))
            </form>
            """)
    }

    private static func reply(_ form: FormView, _ visit: Visit, news: HTML = .empty) async throws -> Reply {
        _ = try visit.account()
        let today = visit.now.day
        let (groups, units, people) = try await visit.office.read { tx in
            (try ChatGroupStore.all(tx), try OrganisationStore.units(on: today, tx), try visit.office.accounts(tx))
        }
        let unitNames = Dictionary(units.map { ($0.id, $0.shortName) }, uniquingKeysWith: { $1 })
        let names = Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let isKeeper = Rights.allow(visit.actor, .administer) || Rights.allow(visit.actor, .takeIn)
        let content: HTML = """
            <h1>Nhóm Zalo</h1>
            \(form.summary)
            \(news)
            \(buttonRow(
                primary: Rights.allow(visit.actor, .takeIn) ? .link("Ghi nhận từ nhóm", CapturePage.path.link()) : nil,
                others: isKeeper ? [.link("Thêm nhóm", EditGroupPage.path.link())] : []))
            <p class="quiet">Nhóm do tài khoản OA quản lý (GMF) nhận tin và báo cáo từ hệ thống. Nhóm thường không có cổng kết nối: cán bộ ghi \
            nhận nội dung bằng cách dán đoạn trao đổi hoặc gửi ảnh chụp.</p>
            \(groups.isEmpty
                ? emptyState("Chưa có nhóm nào trong danh bạ.", "Hãy thêm nhóm đang dùng để phối hợp với doanh nghiệp.")
                : dataTable(table(groups, unitNames, names)))
            \(founding(form, visit))
            """
        return .document(try await StaffFrame.page(title: "Nhóm Zalo", queue: nil, content, visit))
    }

    private static func table(_ groups: [ChatGroup], _ units: [ID<Domain.Unit>: String], _ names: [ID<Account>: String]) -> DataTable {
        DataTable(
            .list, caption: "Danh bạ nhóm Zalo",
            columns: [
                .init("Nhóm"), .init("Loại"), .init("Đơn vị"), .init("Mục đích"), .init("Thành viên", align: .number), .init("Người phụ trách"),
            ],
            rows: groups.map { group -> DataTable.Row in
                let ended: HTML = when(group.endedAt != nil) { " \(tag("Không còn dùng", .quiet))" }
                return .init([
                    "<a href=\"\(GroupPage.path.link(group.id.text))\">\(group.name)</a>\(ended)",
                    "\(GroupWords.kind(group.kind))", "\(group.unit.flatMap { units[$0] } ?? "")", clipped(group.purpose, .long),
                    group.size > 0 ? "\(grouped: group.size)" : "", "\(group.keeper.flatMap { names[$0] } ?? "")",
                ])
            })
    }
}

/// What kinds of groups are called.
enum GroupWords {
    static func kind(_ kind: ChatGroup.Kind) -> String {
        switch kind {
        case .owned: "Nhóm của OA (GMF)"
        case .ordinary: "Nhóm thường"
        }
    }
}
