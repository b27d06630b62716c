import Documents
import Domain
import HTTPTypes
import Operations

/// Lập biên bản: who was there, what was found, what was agreed, how it ended.
struct CloseVisitPage: Page {
    static let path: Path = "/app/hien-truong/:id/ket-thuc"
    static let access = Access.staff

    /// Lines of agreements that the form begins with; one more than is filled in stays free.
    static let lines = 4

    static func show(_ visit: Visit) async throws -> Reply {
        let file = try await VisitFile.open(visit)
        guard file.mayWrite else { throw Refusal.notPermitted(VisitRights.plan) }
        if file.visit.ending != nil { throw Refusal.isOver }
        return try await reply(FormView(FormBody(values: ["present": VisitWords.team(file.visit.plan)])), file, visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let file = try await VisitFile.open(visit)
        do {
            try await visit.office.perform(CloseVisit(visit: file.visit.id, minutes: try minutes(form)), as: visit.actor)
            return .see(VisitMinutesPage.path.link(file.visit.id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), file, visit, refusal)
        }
    }

    private static func minutes(_ form: FormBody) throws(Refusal) -> VisitMinutes {
        var reading = FormReading(form)
        var agreements: [VisitMinutes.Agreement] = []
        for index in 0..<VisitMinutes.mostAgreements {
            let (who, what) = (form.line("who\(index)"), form.line("what\(index)"))
            let by = reading.dayIfAny("by\(index)")
            if !who.isEmpty || !what.isEmpty || by != nil { agreements.append(VisitMinutes.Agreement(who: who, what: what, by: by)) }
        }
        let result = reading.choice("result", else: VisitMinutes.Result.notMet)
        try reading.finish()
        return VisitMinutes(present: form.words("present"), findings: form.words("findings"), agreements: agreements, result: result)
    }

    private static func reply(_ form: FormView, _ file: VisitFile, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let filled = (0..<VisitMinutes.mostAgreements).last { !form.value("who\($0)").isEmpty || !form.value("what\($0)").isEmpty }
        let shown = min(VisitMinutes.mostAgreements, max(lines, (filled ?? 0) + 2))
        let content: HTML = """
            \(breadcrumbs(file.crumbs, here: "Lập biên bản"))
            <h1>Lập biên bản hiện trường</h1>
            <p class="subject"><strong>\(file.petition.number.text)</strong> \(file.visit.plan.place), \(file.visit.plan.startsAt.vietnamese)</p>
            \(form.summary)
            <form method="post" data-guard action="\(path.link(file.visit.id.text))">
            \(hiddenFields(visit))
            \(form.area("present", "Thành phần tham dự", hint: "Mỗi dòng một người hoặc một bên.", rows: 4))
            \(form.area("findings", "Diễn biến, kết quả kiểm tra", rows: 6))
            \(form.group(
                "agreements", "Thống nhất: ai làm gì, xong trước ngày nào", hint: "Dòng không dùng thì để trống.",
                each(0..<shown) { agreement($0, form) }))
            \(form.choice("result", "Kết quả", VisitMinutes.Result.allCases.map { Choice($0.rawValue, VisitWords.name($0)) }))
            \(buttonRow(primary: .submit("Chốt biên bản"), others: [.link("Quay lại", VisitPage.path.link(file.visit.id.text))]))
            </form>
            """
        return .document(
            try await StaffFrame.page(title: "Lập biên bản · \(file.petition.number.text)", queue: nil, content, visit),
            status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func agreement(_ index: Int, _ form: FormView) -> HTML {
        """
        <div class="together">
        \(form.line("who\(index)", "Ai \(index + 1)"))
        \(form.line("what\(index)", "Làm gì \(index + 1)"))
        \(form.line("by\(index)", "Trước ngày \(index + 1)", kind: .date))
        </div>
        """
    }
}
