import Database
import Documents
import Domain
import Operations
import Storage

/// The first page after signing in: what needs this person now, by his roles, most pressing first.
struct DeskPage: Page {
    static let path: Path = "/app"
    static let access = Access.staff

    /// Rows shown of each queue.
    static let rows = 8
    /// Rows among which those that ask for this person by name are looked for.
    private static let looked = 100

    /// One queue as the page shows it.
    private struct Section: Sendable {
        var queue: CaseFilter.Queue
        var count: Int
        var rows: [CaseRow]
    }

    static func show(_ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        guard let visibility = CaseVisibility(of: account) else { return .see(AccountsPage.path.link()) }
        let now = visit.now
        let (sections, counts, calendar, urgings, causes, tasks, windows) = try await visit.office.read { tx in
            let calendar = try visit.office.rules(tx).calendar
            let soon = DeskClock.soon(now, calendar)
            let counts = try Self.counts(for: account, seeing: visibility, at: now, soon: soon, tx)
            // A case stands once, where it presses most.
            var seen: Set<ID<Case>> = []
            let sections = try queues(of: account).map { queue in
                let rows = try rows(
                    in: queue, for: account, seeing: visibility, at: now, soon: soon, limit: Self.rows + min(seen.count, 2 * Self.rows), tx)
                let fresh = rows.filter { !seen.contains($0.id) }.prefix(Self.rows)
                seen.formUnion(fresh.map(\.id))
                return Section(queue: queue, count: counts[queue] ?? rows.count, rows: Array(fresh))
            }
            let causes = try CausesPage.waiting(for: account, tx)
            let tasks = try ReplyTasksPage.waiting(for: account, at: now, limit: Self.rows, tx)
            let windows = try ReplyWindowQueries.closing(for: account.id, at: now, limit: Self.rows, tx)
            return (sections, counts, calendar, try UrgingStore.open(for: account.id, limit: Self.rows, tx), causes, tasks, windows)
        }
        let filled = sections.filter { !$0.rows.isEmpty }
        let isIdle = filled.isEmpty && causes.isEmpty && tasks.rows.isEmpty
        let content: HTML = """
            <h1>Việc cần làm</h1>
            <p class="quiet">\(account.name)\(account.title.isEmpty ? "" : ", \(account.title)") · \(now.vietnamese)</p>
            \(when(!urgings.isEmpty) { UrgingSection.desk(urgings) })
            \(ReplyTasksPage.desk(tasks.rows, count: tasks.count, now))
            \(WindowSection.desk(windows, at: now))
            \(when(!causes.isEmpty) {
                """
                <section class="queue"><h2>Vấn đề chung chờ bạn <span class="count">\(causes.count)</span></h2>
                \(CausesPage.table(causes))</section>
                """
            })
            \(isIdle ? emptyState("Không còn việc nào chờ bạn.") : each(filled) { section($0, calendar, now) })
            \(when(sections.contains { $0.rows.isEmpty && $0.count > 0 }) {
                let above = sections.filter { $0.rows.isEmpty && $0.count > 0 }
                return "<p class=\"quiet\">Xem thêm: \(each(above.enumerated()) { "\($0 == 0 ? "" : ", ")\(link(to: $1))" }).</p>"
            })
            \(when(!filled.isEmpty && sections.contains { $0.count == 0 }) {
                let empty = sections.filter { $0.count == 0 }.map { QueueWords.name($0.queue).lowercased() }
                return "<p class=\"quiet\">Không còn việc: \(empty.joined(separator: ", ")).</p>"
            })
            \(LiveParts.list(visit))
            """
        return .document(try await StaffFrame.page(title: "Việc cần làm", queue: nil, content, visit, counts: counts))
    }

    /// What a person's roles make his business, most pressing first.
    static func queues(of account: Account) -> [CaseFilter.Queue] {
        var queues: [CaseFilter.Queue] = []
        let roles = account.roles
        if roles.contains(.intake) { queues.append(.intake) }
        if roles.contains(.diagnosis) { queues.append(.diagnosis) }
        // Those who decide for the province: what lies before them, what nobody below can settle, what is late.
        if roles.contains(.head) { queues += [.escalations, .late, .approving, .referred] }
        if roles.contains(.coordinator) { queues += [.escalations, .decisions, .excuses, .late, .approving, .referred] }
        // The head of a unit.
        if roles.contains(.approver) { queues += [.approving, .extensions, .offers, .opinions, .excuses, .late] }
        if roles.contains(.handler) { queues += [.mine, .opinions, .offers, .excuses, .handling, .waiting] }
        queues.append(.soon)
        var seen: Set<CaseFilter.Queue> = []
        return queues.filter { seen.insert($0).inserted }
    }

    /// The figures of the rail: all desks in one pass, and the small queues that are this person's own.
    static func counts(
        for account: Account, seeing visibility: CaseVisibility, at now: Instant, soon: Instant, _ tx: Transaction
    ) throws -> [CaseFilter.Queue: Int] {
        var counts = try CaseQueries.queues(seenBy: visibility, at: now, soon: soon, tx)
        for queue in queues(of: account) where counts[queue] == nil {
            counts[queue] = try CaseQueries.count(queue, seenBy: visibility, at: now, soon: soon, tx)
        }
        return counts
    }

    /// The first rows of a queue; of what waits for a directive, first what asks for this person by name.
    private static func rows(
        in queue: CaseFilter.Queue, for account: Account, seeing visibility: CaseVisibility, at now: Instant, soon: Instant, limit: Int,
        _ tx: Transaction
    ) throws -> [CaseRow] {
        var filter = CaseFilter()
        filter.queue = queue
        let isByName = queue == .escalations
        let rows = try CaseQueries.list(
            filter, seenBy: visibility, at: now, soon: soon, after: nil, limit: isByName ? looked : limit, tx)
        guard isByName else { return rows }
        let mine = try CaseQueries.asking(account.id, tx)
        return rows.filter { mine.contains($0.id) } + rows.filter { !mine.contains($0.id) }
    }

    private static func link(to section: Section) -> HTML {
        let address = CaseListPage.path.link(query: ["hang": section.queue.rawValue])
        return "<a href=\"\(address)\">\(QueueWords.name(section.queue).lowercased())</a> (\(grouped: section.count))"
    }

    private static func section(_ section: Section, _ calendar: WorkingCalendar, _ now: Instant) -> HTML {
        let link = CaseListPage.path.link(query: ["hang": section.queue.rawValue])
        let name = QueueWords.name(section.queue)
        return """
            <section class="queue"><h2><a href="\(link)">\(name)</a> <span class="count">\(grouped: section.count)</span></h2>
            \(CaseTable.table(section.rows, of: section.queue, caption: name, calendar, now, empty: "Không còn việc nào ở hàng này."))
            \(when(section.count > section.rows.count) { "<p><a href=\"\(link)\">Xem cả \(grouped: section.count) hồ sơ</a></p>" })</section>
            """
    }
}
