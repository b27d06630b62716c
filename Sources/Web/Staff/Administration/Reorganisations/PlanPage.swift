import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Phương án sắp xếp mới: title, document and day, steps one at a time, a look at what it would do, then the preparing. Nothing is
/// kept before that: the plan travels in the form.
struct PlanPage: Page {
    static let path: Path = "/app/quan-tri/sap-xep-moi"
    static let access = Access.staff

    /// What the steps may name.
    private struct Lists: Sendable {
        var register: UnitRegister
        var accounts: [Account]
        var catalogue: Catalogue
    }

    /// What stays in the form while steps come and go.
    private static let lasting = ["title", "document", "documentDate", "documentTitle", "day"]

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        return try await reply(FormBody(), PlanSheet(), visit, refusal: nil)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        var sheet = PlanSheet()
        do {
            sheet = try PlanSheet(form)
            let verb = form["do"] ?? "choose"
            if let index = verb.split(separator: "-").last.flatMap({ Int($0) }), verb.hasPrefix("remove-") {
                sheet.remove(index)
                return try await reply(form, sheet, visit, refusal: nil)
            }
            if verb.hasPrefix("stay-") {
                sheet.people[String(verb.dropFirst(5))] = nil
                return try await reply(form, sheet, visit, refusal: nil)
            }
            switch verb {
            case "add": return try await add(form, &sheet, visit)
            case "preview": return try await preview(form, sheet, visit)
            case "prepare":
                let (plan, day) = try plan(form, sheet)
                let made = try await visit.office.perform(PrepareReorganisation(plan: plan, on: day), as: visit.actor)
                return .see(ReorganisationPage.path.link(made.id.text))
            default: return try await reply(form, sheet, visit, refusal: nil)
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(form, sheet, visit, refusal: refusal)
        }
    }

    /// Adds the step whose fields were shown; with another kind chosen, its fields are shown first.
    private static func add(_ form: FormBody, _ sheet: inout PlanSheet, _ visit: Visit) async throws -> Reply {
        guard let entry: PlanEntry = try form.choice("kind"), form["shown"] == entry.rawValue else {
            return try await reply(form, sheet, visit, refusal: nil)
        }
        let catalogue = try await visit.office.read { try visit.office.catalogue($0) }
        try StepFields(units: [], people: [], catalogue: catalogue).add(entry, of: form, to: &sheet)
        let kept = Dictionary(lasting.map { ($0, form[$0]) }, uniquingKeysWith: { first, _ in first })
        return try await reply(FormBody(values: kept), sheet, visit, refusal: nil)
    }

    /// The plan as typed. Throws `Refusal.invalid`.
    private static func plan(_ form: FormBody, _ sheet: PlanSheet) throws(Refusal) -> (ReorganisationPlan, Day) {
        var reading = FormReading(form)
        let (title, document, day) = (reading.line("title"), reading.decision("document"), reading.day("day"))
        try reading.finish()
        let people = sheet.people.isEmpty ? nil : sheet.people
        return (ReorganisationPlan(title: title, document: document, steps: sheet.steps, people: people), day)
    }

    private static func preview(_ form: FormBody, _ sheet: PlanSheet, _ visit: Visit) async throws -> Reply {
        let (plan, day) = try plan(form, sheet)
        let moves = try await visit.office.preview(plan, on: day, as: visit.actor)
        let catalogue = try await visit.office.read { try visit.office.catalogue($0) }
        let hidden = each(lasting) { hiddenField($0, form[$0] ?? "") }
        let content: HTML = """
            \(breadcrumbs([NavItem("Sắp xếp tổ chức", ReorganisationsPage.path.link())], here: "Xem trước"))
            <h1>Xem trước: \(plan.title)</h1>
            <p>Chưa có gì thay đổi. Phương án có hiệu lực từ ngày \(day.vietnamese), theo \(plan.document.cited).</p>
            \(ReorganisationSections.steps(plan, moves.effect.after, on: day, catalogue))
            \(ReorganisationSections.preview(moves))
            <form method="post" action="\(path.link())">\(hiddenFields(visit))\(hidden)\(hiddenField(PlanSheet.field, try sheet.text()))
            \(buttonRow(
                primary: .submit("Chuẩn bị phương án", name: "do", value: "prepare"),
                others: [.submit("Sửa lại", name: "do", value: "edit")]))</form>
            <p class="quiet">Phương án đã chuẩn bị được thực hiện khi đến ngày, và rút lại được trước đó.</p>
            """
        return .document(try await StaffFrame.page(title: "Xem trước", queue: nil, content, visit))
    }

    private static func reply(_ form: FormBody, _ sheet: PlanSheet, _ visit: Visit, refusal: Refusal?) async throws -> Reply {
        let today = visit.now.day
        let lists = try await visit.office.read { tx in
            Lists(
                register: try OrganisationStore.register(tx), accounts: try AccountStore.all(on: today, tx),
                catalogue: try visit.office.catalogue(tx))
        }
        let view = FormView(form, refusal)
        let day = Day(typed: form.line("day")) ?? today
        let entry = form["kind"].flatMap { PlanEntry(rawValue: $0) }
        let content: HTML = """
            \(breadcrumbs([NavItem("Sắp xếp tổ chức", ReorganisationsPage.path.link())], here: "Phương án mới"))
            <h1>Phương án sắp xếp mới</h1>
            \(view.summary)
            <form method="post" data-guard action="\(path.link())">
            \(hiddenFields(visit))\(hiddenField(PlanSheet.field, try sheet.text()))\(hiddenField("shown", entry?.rawValue ?? ""))
            \(view.line("title", "Tên phương án", hint: "Ví dụ: Hợp nhất hai sở."))
            \(Administration.document(view, optional: false))
            \(view.line("day", "Ngày thực hiện", hint: "Ngày đầu tiên của tổ chức mới.", kind: .date))
            \(adding(entry, view, sheet, lists, day))
            \(added(sheet, lists, day))
            \(buttonRow(primary: .submit("Xem trước", name: "do", value: "preview")))
            </form>
            """
        return .document(
            try await StaffFrame.page(title: "Phương án sắp xếp mới", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func adding(_ entry: PlanEntry?, _ form: FormView, _ sheet: PlanSheet, _ lists: Lists, _ day: Day) -> HTML {
        let living = lists.register.living(on: day).sorted { ($0.name.sortKey, $0.unit) < ($1.name.sortKey, $1.unit) }
        let fields = StepFields(
            units: sheet.founded.map { ($0.key, "\($0.name) (mới)") } + living.map { (lists.register.key(of: $0.unit) ?? "", $0.name) },
            people: lists.accounts.filter(\.isActive).map { ($0.login, "\($0.name) (\($0.login))") }, catalogue: lists.catalogue)
        return """
            <h2>Thêm bước</h2>
            <div class="inline">\(form.select("kind", "Loại bước", PlanEntry.allCases.map { ($0.rawValue, $0.name) }))
            \(buttonRow(primary: nil, others: [.submit("Chọn", name: "do", value: "choose")]))</div>
            \(when(entry) {
                """
                <div class="boxed field"><h3>\($0.name)</h3>\(fields.fields($0, form))
                \(buttonRow(primary: nil, others: [.submit("Thêm bước", name: "do", value: "add")]))</div>
                """
            })
            """
    }

    private static func added(_ sheet: PlanSheet, _ lists: Lists, _ day: Day) -> HTML {
        let words = ReorganisationSections.Words(sheet.founded, lists.register, on: day, lists.catalogue)
        let people = sheet.people.sorted { $0.key < $1.key }
        return """
            <h2>Các bước (\(sheet.steps.count))</h2>
            \(when(sheet.steps.isEmpty) { emptyState("Chưa có bước nào.", "Chọn loại bước ở trên rồi bấm “Chọn”.") })
            <ol class="plan">\(each(sheet.steps.enumerated()) { index, step in
                let remove = Button.submit("Bỏ bước \(index + 1)", name: "do", value: "remove-\(index)")
                return "<li><div>\(words.sentence(step))</div>\(buttonRow(primary: nil, others: [remove]))</li>"
            })</ol>
            \(when(!people.isEmpty) { "<h3>Người đi theo phần được tách</h3>" })
            <ul class="plan">\(each(people) { login, unit in
                let remove = Button.submit("Bỏ \(login)", name: "do", value: "stay-\(login)")
                return "<li><div>\(login) về \(words.name(unit))</div>\(buttonRow(primary: nil, others: [remove]))</li>"
            })</ul>
            """
    }
}
