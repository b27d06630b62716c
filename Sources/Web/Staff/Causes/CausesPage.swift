import Database
import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// Vấn đề chung: the common causes, newest first; those that wait and those that were answered.
struct CausesPage: Page {
    static let path: Path = "/app/van-de-chung"
    static let access = Access.staff

    /// Rows of one page.
    static let rows = 50

    static func show(_ visit: Visit) async throws -> Reply {
        let leads = try leads(seenBy: visit.account())
        let isAnswered = visit.query["loai"] == "da-tra-loi"
        let cursor = try cursor(visit.query["sau"])
        let lines = try await visit.office.read { tx in
            let states: [CommonCause.State] = isAnswered ? [.answered] : [.open, .approving]
            return try CauseQueries.list(states, leads: leads, after: cursor, limit: rows + 1, tx)
        }
        let shown = lines.prefix(rows).filter { Rights.allow(visit.actor, .view, on: $0.cause.subject) }
        let here = path.link(query: ["loai": isAnswered ? "da-tra-loi" : nil])
        let content: HTML = """
            <h1>Vấn đề chung</h1>
            <p class="quiet">Các kiến nghị cùng nguyên nhân được gộp lại, trả lời một lần cho mọi người gửi, mỗi người trên kênh của mình.</p>
            \(when(Rights.allowSomewhere(visit.actor, .joinCause)) {
                buttonRow(primary: .link("Mở vấn đề chung", OpenCausePage.path.link()))
            })
            <nav class="tabs" aria-label="Loại"><a href="\(path.link())"\(attribute: "aria-current", isAnswered ? nil : "page")>Đang xử lý</a> ·
            <a href="\(path.link(query: ["loai": "da-tra-loi"]))"\(attribute: "aria-current", isAnswered ? "page" : nil)>Đã trả lời</a></nav>
            \(shown.isEmpty ? emptyState("Không có vấn đề chung nào ở đây.") : table(shown))
            \(when(lines.count > rows ? lines.prefix(rows).last : nil) { last in
                pager(label: "Trang", next: NavItem("Trang sau", next(after: last.cause, here)))
            })
            """
        return .document(try await StaffFrame.page(title: "Vấn đề chung", queue: nil, content, visit))
    }

    /// The units whose causes an account may see; `nil`: all of them.
    static func leads(seenBy account: Account) throws -> [ID<Domain.Unit>]? {
        let views = Rights.views(of: account)
        if views.isEmpty { throw Refusal.notPermitted(.view) }
        return views.contains { $0.reach == .all } ? nil : Set(views.map(\.authority.unit)).sorted()
    }

    private static func next(after last: CommonCause, _ here: String) -> String {
        "\(here)\(here.contains("?") ? "&" : "?")sau=\(last.openedAt.milliseconds)-\(last.id.text)"
    }

    private static func cursor(_ text: String?) throws(Refusal) -> CauseQueries.Cursor? {
        guard let text, !text.isEmpty else { return nil }
        let parts = text.split(separator: "-")
        guard parts.count == 2, let at = Int(parts[0]), let id = ID<CommonCause>(String(parts[1])) else { throw .noSuch(.cause) }
        return CauseQueries.Cursor(openedAt: Instant(milliseconds: Int64(at)), id: id)
    }

    /// Causes whose next step is the account's: to sign, or to write.
    static func waiting(for account: Account, _ tx: Transaction) throws -> [CauseQueries.Line] {
        let actor = Actor.staff(account)
        guard Rights.allowSomewhere(actor, .draft) || Rights.allowSomewhere(actor, .approve) else { return [] }
        return try CauseQueries.list([.open, .approving], leads: try leads(seenBy: account), after: nil, limit: 200, tx).filter { line in
            switch line.cause.state {
            case .open: line.openMembers > 0 && line.cause.offers(.draft, to: actor)
            case .approving: line.cause.offers(.approve, to: actor)
            case .answered: false
            }
        }
    }

    static func table(_ lines: [CauseQueries.Line]) -> HTML {
        dataTable(
            DataTable(
                .list, caption: "Vấn đề chung",
                columns: [
                    .init("Số"), .init("Vấn đề"), .init("Chủ trì"), .init("Hồ sơ", align: .number),
                    .init("Còn mở", align: .number), .init("Trạng thái"), .init("Mở ngày"),
                ],
                rows: lines.map { line in
                    .init([
                        "<a href=\"\(CausePage.path.link(line.cause.number))\">\(line.cause.number)</a>", clipped(line.cause.title, .long),
                        clipped(line.lead), "\(grouped: line.members)",
                        "\(grouped: line.openMembers)", causeTag(line.cause.state), "\(line.cause.openedAt.day.vietnamese)",
                    ])
                }))
    }
}

/// The state of a common cause.
func causeTag(_ state: CommonCause.State) -> HTML {
    switch state {
    case .open: tag(Terms.name(state), .plain)
    case .approving: tag(Terms.name(state), .soon)
    case .answered: tag(Terms.name(state), .done)
    }
}
