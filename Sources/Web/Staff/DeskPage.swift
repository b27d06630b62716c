import Documents
import Domain
import Operations
import Storage

/// The first page after signing in: what needs this person now, by his roles.
struct DeskPage: Page {
    static let path: Path = "/app"
    static let access = Access.staff

    /// Rows shown of each queue.
    static let rows = 8

    static func show(_ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        guard let visibility = CaseVisibility(of: account) else { return .see(AccountsPage.path.link()) }
        let now = visit.now
        let queues = Self.queues(of: account)
        let (sections, counts, calendar) = try await visit.office.read { tx in
            let calendar = try visit.office.rules(tx).calendar
            let soon = DeskClock.soon(now, calendar)
            let counts = try CaseQueries.queues(seenBy: visibility, at: now, soon: soon, tx)
            let sections = try queues.map { queue in
                var filter = CaseFilter()
                filter.queue = queue
                return (queue, try CaseQueries.list(filter, seenBy: visibility, at: now, soon: soon, after: nil, limit: Self.rows, tx))
            }
            return (sections, counts, calendar)
        }
        let content: HTML = """
            <h1>Việc cần làm</h1>
            <p class="quiet">\(account.name)\(account.title.isEmpty ? "" : ", \(account.title)") · \(now.vietnamese)</p>
            \(each(sections) { section($0.0, counts[$0.0] ?? $0.1.count, $0.1, calendar, now) })
            """
        return .document(try await StaffFrame.page(title: "Việc cần làm", queue: nil, content, visit, counts: counts))
    }

    /// What a person's roles make his business, most pressing first.
    static func queues(of account: Account) -> [CaseFilter.Queue] {
        var queues: [CaseFilter.Queue] = []
        if account.roles.contains(.intake) { queues.append(.intake) }
        if account.roles.contains(.diagnosis) { queues.append(.diagnosis) }
        if account.roles.contains(.approver) { queues.append(.approving) }
        if account.roles.contains(.handler) { queues += [.handling, .waiting] }
        if !account.roles.isDisjoint(with: [.coordinator, .head]) { queues += [.late, .approving, .referred] }
        if account.roles.contains(.approver) { queues.append(.late) }
        queues.append(.soon)
        var seen: Set<CaseFilter.Queue> = []
        return queues.filter { seen.insert($0).inserted }
    }

    private static func section(
        _ queue: CaseFilter.Queue, _ count: Int, _ rows: [CaseRow], _ calendar: WorkingCalendar, _ now: Instant
    ) -> HTML {
        let link = CaseListPage.path.link(query: ["hang": queue.rawValue])
        return """
            <section class="queue"><h2><a href="\(link)">\(QueueWords.name(queue))</a> <span class="count">\(grouped: count)</span></h2>
            \(CaseTable.table(
                rows, of: queue, caption: QueueWords.name(queue), calendar, now, empty: "Không còn việc nào ở hàng này."))
            \(when(count > rows.count) { "<p><a href=\"\(link)\">Xem cả \(grouped: count) hồ sơ</a></p>" })</section>
            """
    }
}
