import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// The name of the product, as it stands on every page.
private let product = "Đồng Hành"

/// The frame of public pages: one column, few words, one main action.
package enum PublicFrame {
    /// - Parameter here: the entry of the navigation that is open.
    static func page(title: String, here: Path?, _ content: HTML, _ visit: Visit) async throws -> HTML {
        let team = try await visit.office.read { try visit.office.team($0)?.name }
        return page(title: title, here: here, taskForce: team, content)
    }

    /// A page that must stand even when nothing can be read.
    static func page(title: String, here: Path?, taskForce: String?, _ content: HTML) -> HTML {
        let items: [(Path, String)] = [
            (SubmitPage.path, "Gửi kiến nghị"), (TrackPage.path, "Tra cứu"), (NetworkPage.path, "Mạng lưới"),
        ]
        return publicLayout(
            PublicLayout(
                title: title, product: product, taskForce: taskForce,
                nav: items.map { NavItem($0.1, $0.0.link(), isCurrent: $0.0 == here) },
                footer: [NavItem("Dành cho cán bộ", SignInPage.path.link())],
                contact: "Cần giúp? Gọi cơ quan thường trực của Tổ công tác trong giờ làm việc."),
            content: content)
    }
}

/// The frame of staff pages: left the queues with their counts, on top who works here.
package enum StaffFrame {
    /// - Parameter counts: of the queues, where the page has counted them already.
    static func page(
        title: String, queue: CaseFilter.Queue?, _ content: HTML, _ visit: Visit, counts known: [CaseFilter.Queue: Int]? = nil
    ) async throws -> HTML {
        let account = try visit.account()
        let visibility = CaseVisibility(of: account)
        let now = visit.now
        let (team, counts, views, alarms) = try await visit.office.read { tx in
            let soon = DeskClock.soon(now, try visit.office.rules(tx).calendar)
            return (
                try visit.office.team(tx)?.name,
                try known ?? visibility.map { try DeskPage.counts(for: account, seeing: $0, at: now, soon: soon, tx) },
                try visibility == nil ? [] : SavedViewStore.of(account.id, tx),
                try Rights.allow(.staff(account), .takeIn) ? ChannelAlarms.count(on: visit.channels, at: now, tx) : 0
            )
        }
        var groups = rail(account, counts, alarms, queue, visit.request.uri.path)
        groups.insert(contentsOf: SavedViewsPage.rail(views, visit), at: min(2, groups.count))
        return staffLayout(
            StaffLayout(
                title: title, product: product, taskForce: team, person: account.name, role: account.title,
                rail: groups, searchPath: counts.map { _ in CaseListPage.path.link() },
                signOutPath: SignOutPage.path.link(), formToken: visit.formToken),
            content: content)
    }

    private static let queues: [CaseFilter.Queue] = [
        .intake, .diagnosis, .handling, .approving, .waiting, .soon, .late, .referred, .answered, .all,
    ]

    /// First what the person's roles make his business, then the other queues, then what sums up.
    private static func rail(
        _ account: Account, _ counts: [CaseFilter.Queue: Int]?, _ alarms: Int, _ here: CaseFilter.Queue?, _ path: String
    ) -> [RailGroup] {
        let mine = DeskPage.queues(of: account)
        var groups: [RailGroup] = []
        if let counts {
            let desk = RailItem("Việc cần làm", DeskPage.path.link(), isCurrent: path == DeskPage.path.link())
            groups.append(RailGroup("Việc của tôi", [desk] + mine.map { item($0, counts[$0], here) }))
            groups.append(RailGroup("Hàng đợi", queues.filter { !mine.contains($0) }.map { item($0, counts[$0], here) }))
        }
        let intake = taking(account, path)
        if !intake.isEmpty { groups.insert(RailGroup("Tiếp nhận hộ", intake), at: min(1, groups.count)) }
        var last: [RailItem] = []
        if counts != nil {
            last.append(RailItem("Việc gọi lại", ReplyTasksPage.path.link(), isCurrent: path.hasPrefix(ReplyTasksPage.path.link())))
            last.append(RailItem("Vấn đề chung", CausesPage.path.link(), isCurrent: path.hasPrefix(CausesPage.path.link())))
        }
        if Rights.allow(.staff(account), .readReports) {
            last.append(
                RailItem("Báo cáo tuần", WeeklyReportPage.path.link(WeeklyReportReading.latest), isCurrent: path.hasPrefix("/app/bao-cao/")))
        }
        if Rights.allow(.staff(account), .readReports) {
            last.append(RailItem("Lượt liên hệ", InteractionsPage.path.link(), isCurrent: path == InteractionsPage.path.link()))
            last.append(RailItem("Ai chuyển cho ai", HandoffPage.path.link(), isCurrent: path == HandoffPage.path.link()))
        }
        if Rights.allow(.staff(account), .takeIn) {
            last.append(
                RailItem("Nạp danh sách", ImportListPage.path.link(), isCurrent: path.hasPrefix(ImportListPage.path.link())))
        }
        last.append(RailItem("Quy trình", ProcessPage.path.link(), isCurrent: path == ProcessPage.path.link()))
        last.append(
            RailItem(
                "Kênh", ChannelsPage.path.link(), count: alarms > 0 ? alarms : nil, tone: .late,
                isCurrent: path.hasPrefix(ChannelsPage.path.link())))
        last.append(RailItem("Nhóm Zalo", GroupsPage.path.link(), isCurrent: path.hasPrefix(GroupsPage.path.link())))
        if Rights.allow(.staff(account), .readReports) {
            last.append(RailItem("Số liệu Zalo", ZaloFiguresPage.path.link(), isCurrent: path == ZaloFiguresPage.path.link()))
        }
        groups.append(RailGroup("Tổng hợp", last))
        let running = administration(account, path)
        return running.isEmpty ? groups : groups + [RailGroup("Quản trị", running)]
    }

    /// What comes in by word of mouth and on paper, for whoever takes it in.
    private static func taking(_ account: Account, _ path: String) -> [RailItem] {
        guard Rights.allow(.staff(account), .takeIn) else { return [] }
        let (desk, letter) = (IntakeDeskPage.path.link(), LetterPage.path.link())
        return [
            RailItem("Điện thoại, tại quầy", desk, isCurrent: path == desk), RailItem("Văn bản giấy", letter, isCurrent: path == letter),
        ]
    }

    /// The organisation: all of it for whoever runs the system, its task forces and its reach for whoever reads reports.
    private static func administration(_ account: Account, _ path: String) -> [RailItem] {
        func item(_ label: String, _ address: Path, also other: [Path] = []) -> RailItem {
            let isCurrent = ([address] + other).contains { path == $0.pattern || path.hasPrefix($0.pattern + "/") }
            return RailItem(label, address.link(), isCurrent: isCurrent)
        }
        let teams = item("Tổ công tác", TeamsPage.path, also: [FoundTeamPage.path])
        let coverage = item("Bảng phủ mạng lưới", CoveragePage.path)
        let person: Path = "/app/quan-tri/tai-khoan"
        let mandate: Path = "/app/quan-tri/nhiem-vu"
        let map = item("Địa bàn hành chính", AdministrativePage.path)
        if Rights.allow(.staff(account), .administer) {
            return [
                item("Đơn vị", UnitsPage.path, also: [FoundUnitPage.path]), teams,
                item("Tài khoản", AccountsPage.path, also: [person, mandate]), coverage,
                item("Sắp xếp tổ chức", ReorganisationsPage.path, also: [PlanPage.path]), item("Nhập từ Excel", ImportPage.path),
                item("Mẫu trả lời", TemplatesPage.path), item("Lời nhắn tự động", ChannelTextsPage.path),
                item("Kết nối Zalo OA", ZaloPage.path), item("Thời hạn xử lý", ProfilesPage.path),
                item("Lịch làm việc", CalendarPage.path), map, item("Nhật ký tổ chức", OrganisationHistoryPage.path),
            ]
        }
        return Rights.allow(.staff(account), .readReports) ? [teams, coverage, map] : [map]
    }

    private static func item(_ queue: CaseFilter.Queue, _ count: Int?, _ here: CaseFilter.Queue?) -> RailItem {
        RailItem(
            QueueWords.name(queue), CaseListPage.path.link(query: ["hang": queue == .all ? nil : queue.rawValue]), count: count,
            tone: queue == .late && (count ?? 0) > 0 ? .late : .plain, isCurrent: queue == here)
    }
}

extension FailurePage {
    /// The page itself: what is wrong, what to do now, the number to quote.
    var document: HTML {
        PublicFrame.page(
            title: title, here: nil, taskForce: nil,
            """
            <h1>\(title)</h1><p class="lead">\(words)</p>
            \(when(typed) { $0.view })
            <p><a href="\(HomePage.path.link())">Về trang chủ</a> · <a href="\(DeskPage.path.link())">Về bàn làm việc</a></p>
            <p class="quiet">Số yêu cầu: \(number)</p>
            """)
    }
}
