import Domain
import HTTPTypes
import Operations
import Storage

/// Bộ lọc của tôi: the lists that a person keeps; they stand in his rail.
struct SavedViewsPage: Page {
    static let path: Path = "/app/bo-loc"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { try await reply(nil, FormView(FormBody()), visit, refusal: nil) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            switch form["do"] {
            case "save":
                let view = try await visit.office.perform(
                    SaveView(name: form.line("viewName"), query: try query(form["query"] ?? "", visit)), as: visit.actor)
                return .see(address(view))
            case "delete":
                try await visit.office.perform(DeleteView(view: try id(form)), as: visit.actor)
            default:
                try await visit.office.perform(RenameView(view: try id(form), name: form.line("viewName")), as: visit.actor)
            }
            return .see(path.link())
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(form["query"], FormView(form, refusal), visit, refusal: refusal)
        }
    }

    /// The query as the list itself writes it: nothing else is kept and shown as a link.
    private static func query(_ text: String, _ visit: Visit) throws -> String {
        try CaseListRequest(QueryString(text), me: visit.account().id).query
    }

    private static func id(_ form: FormBody) throws(Refusal) -> ID<SavedView> {
        guard let id = ID<SavedView>(form["id"] ?? "") else { throw .noSuch(.view) }
        return id
    }

    private static func address(_ view: SavedView) -> String {
        view.query.isEmpty ? CaseListPage.path.link() : "\(CaseListPage.path.link())?\(view.query)"
    }

    /// The rail's own group, when there is something in it.
    static func rail(_ views: [SavedView], _ visit: Visit) -> [RailGroup] {
        if views.isEmpty { return [] }
        let items = views.map { RailItem($0.name, address($0), isCurrent: visit.address == address($0)) }
        return [RailGroup("Bộ lọc của tôi", items + [RailItem("Sửa bộ lọc", path.link(), isCurrent: visit.address == path.link())])]
    }

    static func saveForm(_ form: FormView, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(path.link())">
        \(hiddenFields(visit))\(hiddenField("query", form.value("query")))
        \(form.line("viewName", "Tên bộ lọc", hint: "Hiện ở cột bên trái, chỉ bạn thấy.", short: true))
        \(buttonRow(primary: nil, others: [.submit("Lưu", name: "do", value: "save")]))
        </form>
        """
    }

    /// - Parameter unsaved: what could not be saved, to be saved again.
    private static func reply(_ unsaved: String?, _ form: FormView, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        let account = try visit.account()
        let views = try await visit.office.read { try SavedViewStore.of(account.id, $0) }
        let content: HTML = """
            <h1>Bộ lọc của tôi</h1>
            \(form.summary)
            \(when(unsaved) { _ in saveForm(form, visit) })
            \(when(views.isEmpty) { emptyState("Bạn chưa lưu bộ lọc nào. Hãy lọc danh sách hồ sơ rồi chọn “Lưu bộ lọc này”.") })
            \(each(views) { row($0, visit) })
            """
        return .document(
            try await StaffFrame.page(title: "Bộ lọc của tôi", queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func row(_ view: SavedView, _ visit: Visit) -> HTML {
        """
        <section><h2><a href="\(address(view))">\(view.name)</a></h2>
        <form class="inline" method="post" action="\(path.link())">
        \(hiddenFields(visit))\(hiddenField("id", view.id.text))
        <div class="field"><label for="ten-\(view.id.text)">Tên mới</label>
        <input id="ten-\(view.id.text)" name="viewName" type="text" value="\(view.name)"></div>
        \(buttonRow(primary: nil, others: [
            .submit("Đổi tên", name: "do", value: "rename"), .submit("Xóa", name: "do", value: "delete", isDestructive: true),
        ]))</form></section>
        """
    }
}
