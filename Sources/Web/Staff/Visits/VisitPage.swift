import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// The page that is open on site, on a phone: write down, photograph, see what was sent. Its script keeps entries on the device while
/// there is no line; without a script the form works as any form.
struct VisitPage: Page {
    static let path: Path = "/app/hien-truong/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let key = hexadecimal(visit.office.world.chance(16))
        return try await reply(FormView(FormBody(values: ["formKey": key])), VisitFile.open(visit), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let file = try await VisitFile.open(visit)
        do {
            let photo = form.files("photo").first.map { UploadedFile(name: $0.name, bytes: $0.bytes, recognised: FileKind($0.bytes)) }
            let taken = form["takenAt"].flatMap { Instant(iso: $0) } ?? visit.now
            let draft = VisitEntryDraft(key: form["formKey"] ?? "", takenAt: taken, text: form.words("text"), photo: photo)
            try await visit.office.perform(AddVisitEntry(visit: file.visit.id, entry: draft), as: visit.actor)
            // The script asks for the shortest answer: lines on site are slow.
            return form["script"] == "1" ? .text("") : .see(path.link(file.visit.id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), file, visit, refusal)
        }
    }

    private static func reply(_ form: FormView, _ file: VisitFile, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let account = try visit.account()
        let title = "Hiện trường \(file.visit.plan.startsAt.vietnamese)"
        let page = document(
            title: "\(title) · Đồng Hành", bodyClass: "staff onsite", styles: [.base, .staffPages], scripts: [.visit],
            body: """
                \(skipLink)
                <header class="topbar"><a class="brand" href="\(DeskPage.path.link())"><strong>Đồng Hành</strong></a>
                <span class="quiet">\(Icon.person.html) \(account.name)</span></header>
                <main id="noi-dung" tabindex="-1" data-visit="\(path.link(file.visit.id.text))" data-account="\(account.id.text)"\
                \(flag: "data-keep", !file.petition.isRestricted)>
                \(content(form, file, visit))
                </main>
                """)
        return .document(page, status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func content(_ form: FormView, _ file: VisitFile, _ visit: Visit) -> HTML {
        let (found, plan) = (file.visit, file.visit.plan)
        return """
            \(breadcrumbs(Array(file.crumbs.dropLast()), here: plan.startsAt.vietnamese))
            <h1>\(plan.place)</h1>
            <p>\(plan.startsAt.vietnamese) · \(VisitWords.team(plan))</p>
            \(disclosure("Mục đích, đơn vị tham gia", "\(paragraphs(plan.purpose))\(units(plan))"))
            \(form.summary)
            \(when(file.mayWrite && found.takesEntries(at: visit.now)) { entryForm(form, found, visit) })
            <div class="notice plain" role="status" aria-live="polite" data-line hidden></div>
            <section hidden data-waiting><h2>Đang chờ gửi</h2><ol class="entries"></ol></section>
            <section><h2>Đã ghi nhận</h2>\(entries(file))</section>
            \(buttonRow(
                primary: file.mayWrite && found.ending == nil ? .link("Lập biên bản", CloseVisitPage.path.link(found.id.text)) : nil,
                others: [.link("Bản in biên bản", VisitMinutesPage.path.link(found.id.text))]))
            """
    }

    private static func units(_ plan: VisitPlan) -> HTML {
        plan.units.isEmpty ? .empty : "<p>Đơn vị tham gia: \(plan.units.map(\.name).joined(separator: "; ")).</p>"
    }

    private static func entryForm(_ form: FormView, _ found: FieldVisit, _ visit: Visit) -> HTML {
        let photo = FormField(name: "photo", label: "Ảnh", hint: nil, error: form.error("photo"), isOptional: true)
        return """
            <form method="post" enctype="multipart/form-data" action="\(path.link(found.id.text))" data-entry>
            \(hiddenFields(visit))\(hiddenField("formKey", form.value("formKey")))
            \(form.area("text", "Ghi nhận", optional: true, rows: 3))
            \(photo.wrap("""
                <input id="photo" name="photo" type="file" accept="image/jpeg,image/png" capture="environment"\(photo.ties)>
                """))
            \(buttonRow(primary: .submit("Lưu ghi nhận")))
            </form>
            """
    }

    /// What was written down, as it stands here; the script puts a newer list in its place.
    static func entries(_ file: VisitFile) -> HTML {
        if file.entries.isEmpty { return "<ol class=\"entries\" data-entries></ol>" }
        return "<ol class=\"entries\" data-entries>\(each(file.entries) { entry($0, file.visit) })</ol>"
    }

    private static func entry(_ entry: VisitEntry, _ found: FieldVisit) -> HTML {
        let isLate = found.ending.map { entry.receivedAt > $0.at } ?? false
        return """
            <li data-key="\(entry.key)"><p class="quiet">\(entry.takenAt.vietnamese) · \(entry.authorName) · đã gửi \(entry.receivedAt.vietnamese)
            \(when(isLate) { tag("Đến sau biên bản", .soon) })</p>\(when(!entry.text.isEmpty) { paragraphs(entry.text) })
            \(when(entry.photo) { _ in
                """
                <img src="\(VisitPhotoPage.path.link(found.id.text, entry.id.text))" loading="lazy" \
                alt="Ảnh của \(entry.authorName), \(entry.takenAt.vietnamese)">
                """
            })</li>
            """
    }
}

/// A photo of a visit.
struct VisitPhotoPage: Page {
    static let path: Path = "/app/hien-truong/:id/anh/:entry"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let file = try await VisitFile.open(visit)
        guard let entry = ID<VisitEntry>(visit.parameter("entry")) else { throw Refusal.noSuch(.attachment) }
        let found = try await visit.office.read { try VisitStore.photo(of: entry, in: file.visit.id, $0) }
        guard let found else { throw Refusal.noSuch(.attachment) }
        return .picture(OpenedFile(name: found.photo.name, contentType: found.photo.contentType, bytes: found.bytes))
    }
}
