import Database
import Documents
import Domain
import Operations
import Storage

/// Việc gọi lại, liên hệ lại: whom only a person can reach, most pressing first.
struct ReplyTasksPage: Page {
    static let path: Path = "/app/goi-lai"
    static let access = Access.staff

    /// Rows of the list; whoever has more than this to call needs no second page.
    private static let rows = 200

    static func show(_ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        guard Rights.seesCases(account) else { throw Refusal.notPermitted(.view) }
        let choice = visit.query["loc"].flatMap { ReplyTaskQueries.Choice(rawValue: $0) } ?? .mine
        let now = visit.now
        let (tasks, counts) = try await visit.office.read { tx in
            (
                try ReplyTaskQueries.list(choice, for: account, at: now, limit: rows, tx),
                try ReplyTaskQueries.Choice.allCases.map { ($0, try ReplyTaskQueries.count($0, for: account, at: now, tx)) }
            )
        }
        let content: HTML = """
            <h1>Việc gọi lại, liên hệ lại</h1>
            <p>Người gửi chỉ có thể báo qua điện thoại, văn bản hoặc tại quầy. Mở từng việc để xem lời cần nói và ghi kết quả.</p>
            <nav class="pager" aria-label="Lọc">\(each(counts) { one, count in
                let words = "\(name(one)) (\(count))"
                return one == choice
                    ? "<strong aria-current=\"page\">\(words)</strong>\n"
                    : "<a href=\"\(path.link(query: ["loc": one == .mine ? nil : one.rawValue]))\">\(words)</a>\n"
            })</nav>
            \(tasks.isEmpty ? emptyState("Không có việc nào ở mục này.") : table(tasks, now))
            """
        return .document(try await StaffFrame.page(title: "Việc gọi lại", queue: nil, content, visit))
    }

    private static func name(_ choice: ReplyTaskQueries.Choice) -> String {
        switch choice {
        case .mine: "Của tôi"
        case .all: "Tất cả"
        case .late: "Quá giờ hẹn"
        case .done: "Đã xong"
        }
    }

    static func table(_ rows: [ReplyTaskRow], _ now: Instant) -> HTML {
        dataTable(
            DataTable(
                .list, caption: "Việc gọi lại, liên hệ lại",
                columns: ["Người nhận", "Cách", "Lời cần nói", "Hồ sơ", "Trước", "Đã thử", "Người làm"].map { .init($0) },
                rows: rows.map { line($0, now) }))
    }

    private static func line(_ row: ReplyTaskRow, _ now: Instant) -> DataTable.Row {
        let task = row.task
        let isLate = task.isLate(at: now)
        return .init(
            [
                "<a href=\"\(ReplyTaskPage.path.link(task.id.text))\">\(row.name)</a>", "<span class=\"nowrap\">\(Terms.name(task.kind))</span>",
                clipped(task.text, .long),
                when(row.number) { "<a class=\"nowrap\" href=\"\(CasePage.path.link($0.text))\">\($0.text)</a>" },
                """
                \(when(task.done) { "xong \($0.at.vietnamese)" } else: {
                    "<span class=\"due \(isLate ? "late" : "")\">\(task.dueAt.vietnamese)</span>"
                })
                """,
                task.attempts.isEmpty ? .empty : "\(task.attempts.count) lần", clipped(row.accountName ?? "Chưa ai nhận"),
            ], tone: isLate ? .late : .plain)
    }

    /// What waits for a person: the first tasks, and how many there are.
    static func waiting(
        for account: Account, at now: Instant, limit: Int, _ tx: Transaction
    ) throws -> (rows: [ReplyTaskRow], count: Int) {
        (
            try ReplyTaskQueries.list(.mine, for: account, at: now, limit: limit, tx),
            try ReplyTaskQueries.count(.mine, for: account, at: now, tx)
        )
    }

    /// On the desk of whoever is to do them: the first of them, and where the others are.
    static func desk(_ tasks: [ReplyTaskRow], count: Int, _ now: Instant) -> HTML {
        if tasks.isEmpty { return .empty }
        return """
            <section class="queue"><h2><a href="\(path.link())">Việc gọi lại, liên hệ lại</a> <span class="count">\(grouped: count)</span></h2>
            \(table(tasks, now))</section>
            """
    }

    /// On the page of a case.
    static func section(_ tasks: [ReplyTask], at now: Instant, _ actor: Actor, _ petition: Case) -> HTML {
        let mayArrange = Rights.allow(actor, .note, on: petition.subject) && petition.state.isOpen
        if tasks.isEmpty { return mayArrange ? arrange(petition) : .empty }
        let rows = tasks.map { task in
            DataTable.Row([
                "<a href=\"\(ReplyTaskPage.path.link(task.id.text))\">\(Terms.name(task.kind))</a>", clipped(task.text, .long),
                "\(task.done.map { "\($0.reached ? "Đã báo" : "Thôi"), \($0.at.vietnamese)" } ?? "trước \(task.dueAt.vietnamese)")",
            ], tone: task.isLate(at: now) ? .late : .plain)
        }
        let columns = ["Việc", "Lời cần nói", "Tình trạng"].map { DataTable.Column($0) }
        return """
            <section><h2>Gọi lại, liên hệ lại</h2>
            \(dataTable(DataTable(.sheet, caption: "Gọi lại, liên hệ lại", columns: columns, rows: rows)))
            \(when(mayArrange) { arrange(petition) })</section>
            """
    }

    private static func arrange(_ petition: Case) -> HTML {
        "<p><a href=\"\(ArrangeCallBackPage.path.link(petition.number.text))\">Hẹn gọi lại người gửi</a></p>"
    }
}

extension ReplyTaskRow {
    /// How the list names whoever is to be reached.
    var name: String { sender.isEmpty ? (person.phone.isEmpty ? "Người gửi chưa nêu tên" : person.phone) : sender }
}
