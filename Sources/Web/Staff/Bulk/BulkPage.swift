import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Xử lý nhiều hồ sơ: what was marked on a list, what can be done with all of it, and what became of each.
struct BulkPage: Page {
    static let path: Path = "/app/nhieu-ho-so"
    static let access = Access.staff

    /// What is offered, in this order.
    static let actions: [any BulkAction.Type] = [BulkScreen.self, BulkAssign.self, BulkInvite.self, BulkJoin.self, BulkExcuse.self, BulkNote.self]

    /// Cases at once.
    static let most = 100

    /// Whether a list lets a person mark rows: some action may be his.
    static func isOffered(to actor: Actor) -> Bool { actions.contains { Rights.allowSomewhere(actor, $0.permission) } }

    static func show(_ visit: Visit) async throws -> Reply { .see(CaseListPage.path.link()) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let chosen = try choices(form)
        let model = try await load(chosen, visit)
        guard let action = actions.first(where: { $0.key == form["action"] }) else {
            return try await offer(model, FormView(form), visit, refusal: nil)
        }
        do {
            let work = try action.init(form)
            return try await result(action.title, model, perform(work, model, visit), visit)
        } catch let refusal as Refusal {
            return try await offer(model, FormView(form, refusal), visit, refusal: refusal)
        }
    }

    /// A row as it was marked: the case, and the version that the list showed.
    struct Marked: Sendable {
        var number: String
        var version: Int

        init(_ number: CaseNumber, version: Int) { (self.number, self.version) = (number.text, version) }

        /// Reads what a form sends; `nil` for anything else.
        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let version = Int(parts[1]) else { return nil }
            (number, self.version) = (String(parts[0]), version)
        }

        var text: String { "\(number):\(version)" }
    }

    struct Model: Sendable {
        var rows: [(marked: Marked, petition: Case?)]
        var lists: BulkLists
        /// The keys of what can be done with at least one of them.
        var offered: Set<String>
    }

    private static func choices(_ form: FormBody) throws(Refusal) -> [Marked] {
        var seen: Set<String> = []
        let marked = form.all("chon").compactMap { Marked($0) }.filter { seen.insert($0.number).inserted }
        if marked.isEmpty { throw .invalid([Problem("chon", .missing)]) }
        if marked.count > most { throw .invalid([Problem("chon", .full(most))]) }
        return marked
    }

    /// Cases that the person may not see are rows without a case.
    private static func load(_ chosen: [Marked], _ visit: Visit) async throws -> Model {
        let (actor, now, today) = (visit.actor, visit.now, visit.now.day)
        return try await visit.office.read { tx in
            let rows = try chosen.map { marked in
                (marked: marked, petition: try CaseStore.find(marked.number, tx).flatMap { Rights.allow(actor, .view, on: $0.subject) ? $0 : nil })
            }
            let cases = rows.compactMap(\.petition)
            let offered = actions.filter { action in cases.contains { $0.offers(action.permission, to: actor, at: now) } }
            return Model(rows: rows, lists: try BulkLists(cases, on: today, tx), offered: Set(offered.map { $0.key }))
        }
    }

    /// Each case for itself: one that is refused holds no other up.
    private static func perform(_ action: any BulkAction, _ model: Model, _ visit: Visit) async throws -> [Refusal?] {
        var refusals: [Refusal?] = []
        for (marked, petition) in model.rows {
            do {
                guard let petition else { throw Refusal.noSuch(.petition) }
                try await action.perform(on: petition, version: marked.version, visit)
                refusals.append(nil)
            } catch let refusal as Refusal {
                refusals.append(refusal)
            }
        }
        return refusals
    }
}

extension BulkPage {
    /// The mark beside a row of a list.
    static func mark(_ number: CaseNumber, version: Int) -> HTML {
        """
        <input type="checkbox" name="chon" value="\(Marked(number, version: version).text)" aria-label="Chọn hồ sơ \(number.text)" data-mark> 
        """
    }

    /// A list whose rows can be marked; without a visit it stands as it is.
    static func choosing(_ visit: Visit?, _ table: HTML) -> HTML {
        guard let visit, isOffered(to: visit.actor) else { return table }
        return """
            <form method="post" action="\(path.link())">\(hiddenFields(visit))
            \(table)\(buttonRow(primary: nil, others: [.submit("Xử lý các hồ sơ đã chọn")]))</form>
            """
    }

    private static func offer(_ model: Model, _ form: FormView, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        let content: HTML = """
            \(breadcrumbs([NavItem("Hồ sơ", CaseListPage.path.link())], here: "Xử lý nhiều hồ sơ"))
            <h1>Xử lý \(model.rows.count) hồ sơ</h1>
            \(form.summary)
            \(disclosure("Các hồ sơ đã chọn", chosen(model)))
            \(when(model.offered.contains(BulkJoin.key)) {
                let numbers = model.rows.map(\.marked.number).joined(separator: ",")
                return "<p><a href=\"\(OpenCausePage.path.link(query: ["ho-so": numbers]))\">Mở vấn đề chung mới từ các hồ sơ này</a></p>"
            })
            \(when(model.offered.isEmpty) { emptyState("Bạn không làm được việc nào chung cho các hồ sơ này lúc này.") })
            \(each(actions.filter { model.offered.contains($0.key) }) { section($0, model, form, visit) })
            """
        return .document(
            try await StaffFrame.page(title: "Xử lý nhiều hồ sơ", queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func chosen(_ model: Model) -> HTML {
        "<ul>\(each(model.rows) { "<li>\($0.marked.number) \($0.petition?.title ?? "không xem được")</li>" })</ul>"
    }

    private static func section(_ action: any BulkAction.Type, _ model: Model, _ form: FormView, _ visit: Visit) -> HTML {
        """
        <section><h2>\(action.title)</h2>
        <form method="post" data-guard action="\(path.link())">
        \(hiddenFields(visit))\(hiddenField("action", action.key))
        \(each(model.rows) { hiddenField("chon", $0.marked.text) })
        \(action.fields(form, model.lists))
        \(buttonRow(primary: nil, others: [.submit("\(action.title): \(model.rows.count) hồ sơ")]))
        </form></section>
        """
    }

    private static func result(_ title: String, _ model: Model, _ refusals: [Refusal?], _ visit: Visit) async throws -> Reply {
        let done = refusals.count { $0 == nil }
        let rows = zip(model.rows, refusals).map { row, refusal -> DataTable.Row in
            let number: HTML = row.petition == nil
                ? "\(row.marked.number)" : "<a href=\"\(CasePage.path.link(row.marked.number))\">\(row.marked.number)</a>"
            return .init(
                [number, clipped(row.petition?.title ?? "", .medium), refusal.map { "\(sentence($0))" } ?? tag("Đã làm", .done)],
                tone: refusal == nil ? .plain : .late)
        }
        let content: HTML = """
            \(breadcrumbs([NavItem("Hồ sơ", CaseListPage.path.link())], here: "Xử lý nhiều hồ sơ"))
            <h1>\(title)</h1>
            \(notice(done == refusals.count ? .done : .soon, "<p>Đã làm \(done) trên \(refusals.count) hồ sơ.</p>"))
            \(dataTable(DataTable(
                .list, caption: "Kết quả từng hồ sơ", columns: ["Số", "Nội dung", "Kết quả"].map { .init($0) }, rows: rows)))
            \(buttonRow(primary: nil, others: [.link("Về danh sách", CaseListPage.path.link())]))
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit))
    }

    private static func sentence(_ refusal: Refusal) -> String {
        if case .changedMeanwhile = refusal { return "Hồ sơ vừa được người khác cập nhật nên giữ nguyên. Hãy mở hồ sơ để xem." }
        return RefusalWords.sentence(refusal)
    }
}
