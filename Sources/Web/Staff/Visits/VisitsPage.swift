import Database
import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Xử lý hiện trường: the visits of a case, and the plan of the next one.
struct VisitsPage: Page {
    static let path: Path = "/app/ho-so/:number/hien-truong"
    static let access = Access.staff

    struct Model: Sendable {
        var petition: Case
        var visits: [FieldVisit]
        var people: [Account]
        var units: [Unit]
        /// Why the person may not plan a visit now; `nil`: he may.
        var refusal: Refusal?
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try await reply(FormView(FormBody(values: ["day": visit.now.day.iso])), load(visit), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let model = try await load(visit)
        if let refusal = model.refusal { throw refusal }
        do {
            let planned = try await visit.office.perform(
                PlanVisit(petition: model.petition.id, version: form["version"].flatMap { Int($0) } ?? 0, plan: try plan(form, model)),
                as: visit.actor)
            return .see(VisitPage.path.link(planned.id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), model, visit, refusal)
        }
    }

    private static func load(_ visit: Visit) async throws -> Model {
        let (code, actor, today) = (visit.parameter("number"), visit.actor, visit.now.day)
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let petition = try CaseStore.find(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
            let involved = petition.coordinating.union([petition.lead])
            let people = try AccountStore.all(on: today, tx).filter { person in
                person.isActive && person.authorities.contains { involved.contains($0.unit) && $0.role != .admin }
            }
            return Model(
                petition: petition, visits: try VisitStore.of(petition.id, tx),
                people: people.sorted { ($0.name.sortKey, $0.login) < ($1.name.sortKey, $1.login) },
                units: try OrganisationStore.units(on: today, tx),
                refusal: petition.refusal(of: VisitRights.plan, to: actor, at: visit.now))
        }
    }

    /// Reads the plan; people by their marks, and by lines for those without an account.
    private static func plan(_ form: FormBody, _ model: Model) throws(Refusal) -> VisitPlan {
        var reading = FormReading(form)
        let day = reading.day("day")
        let minute = Instant(iso: "2000-01-01T\(form.line("hour"))").map { $0.secondOfDay / 60 }
        if minute == nil { reading.add("hour", form.line("hour").isEmpty ? .missing : .dateUnreadable) }
        let marked = Set(form.all("people"))
        if !marked.isSubset(of: model.people.map(\.id.text)) { reading.add("members", .unknownCode) }
        let units = Set(form.all("units"))
        if !units.isSubset(of: model.units.map(\.id.text)) { reading.add("units", .unknownCode) }
        try reading.finish()
        let typed = form.words("members").split(separator: "\n").map { CleanText(line: String($0)).text }.filter { !$0.isEmpty }
        return VisitPlan(
            day: day, minuteOfDay: minute ?? 0, place: form.line("place"), purpose: form.words("purpose"),
            team: model.people.filter { marked.contains($0.id.text) }.map { VisitPlan.Member(name: $0.name, account: $0.id) }
                + typed.map { VisitPlan.Member(name: $0) },
            units: model.units.filter { units.contains($0.id.text) }.map { VisitPlan.Participant(unit: $0.id, name: $0.name) })
    }
}

extension VisitsPage {
    private static func reply(_ form: FormView, _ model: Model, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let petition = model.petition
        let content: HTML = """
            \(caseCrumbs(petition, "Hiện trường"))
            <h1>Xử lý hiện trường</h1>
            <p class="subject"><strong>\(petition.number.text)</strong> \(petition.title)</p>
            \(form.summary)
            \(list(model.visits))
            \(when(model.refusal == nil) { planForm(form, model, visit) })
            \(try await LiveParts.ofCase(petition, visit))
            """
        return .document(
            try await StaffFrame.page(title: "Hiện trường · \(petition.number.text)", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    static func list(_ visits: [FieldVisit]) -> HTML {
        if visits.isEmpty { return emptyState("Hồ sơ này chưa có chuyến hiện trường nào.") }
        return dataTable(
            DataTable(
                .list, caption: "Các chuyến hiện trường", columns: ["Thời điểm", "Địa điểm", "Thành phần", "Kết quả"].map { .init($0) },
                rows: visits.map { visit in
                    .init([
                        "<a href=\"\(VisitPage.path.link(visit.id.text))\">\(visit.plan.startsAt.vietnamese)</a>",
                        clipped(visit.plan.place, .medium), clipped(VisitWords.team(visit.plan), .medium),
                        visit.ending.map { tag(VisitWords.name($0.minutes.result), .done) } ?? tag("Chưa có biên bản", .soon),
                    ])
                }))
    }

    private static func planForm(_ form: FormView, _ model: Model, _ visit: Visit) -> HTML {
        let units = Set(form.all("units"))
        return """
            <h2>Lập kế hoạch</h2>
            <form method="post" data-guard action="\(path.link(model.petition.number.text))">
            \(hiddenFields(visit, version: model.petition.version))
            \(form.line("day", "Ngày", kind: .date))
            \(form.line("hour", "Giờ", hint: "Ví dụ 08:30.", short: true))
            \(form.line("place", "Địa điểm"))
            \(form.area("purpose", "Mục đích", hint: "Cần xem gì, làm việc với ai, giải quyết điều gì.", rows: 3))
            \(when(!model.people.isEmpty) {
                form.choices("people", "Cán bộ của đơn vị chủ trì, phối hợp", model.people.map { Choice($0.id.text, $0.name) })
            })
            \(form.area("members", "Người khác cùng đi", hint: "Mỗi dòng một người, kèm chức vụ.", optional: true, rows: 3))
            \(disclosure(
                units.isEmpty ? "Đơn vị cùng tham gia" : "Đơn vị cùng tham gia: đã chọn \(units.count)", isOpen: !units.isEmpty,
                form.choices("units", "Đơn vị cùng tham gia", model.units.map { Choice($0.id.text, $0.name) })))
            \(buttonRow(
                primary: .submit("Lập kế hoạch"), others: [.link("Quay lại", CasePage.path.link(model.petition.number.text))]))
            </form>
            """
    }
}
