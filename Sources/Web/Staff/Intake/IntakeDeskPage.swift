import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// Tiếp nhận qua điện thoại, tại quầy: made for typing while somebody speaks. The words first, everything else may be missing; who calls
/// and what he has with us appears while his number is typed. By keyboard alone; without a script the buttons do the same.
struct IntakeDeskPage: Page {
    static let path: Path = "/app/tiep-nhan"
    static let access = Access.staff
    static let title = "Tiếp nhận qua điện thoại, tại quầy"

    static func show(_ visit: Visit) async throws -> Reply {
        try check(visit)
        let channel = visit.query["kenh"].flatMap { Channel(rawValue: $0) }.flatMap { IntakeDraft.channels.contains($0) ? $0 : nil }
        let form = FormBody(values: [
            "formKey": hexadecimal(visit.office.world.chance(16)), "channel": (channel ?? .hotline).rawValue, "code": visit.query["ho-so"],
        ])
        return try await reply(form, visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try check(visit)
        do {
            switch form["do"] {
            case "case": return try await save(form, visit)
            case "note": return try await note(form, visit)
            default: return try await reply(CallerFile.filled(form, visit), visit)
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(form, visit, refusal)
        }
    }

    /// Whoever may not take in has no desk here.
    static func check(_ visit: Visit) throws {
        guard Rights.allow(.staff(try visit.account()), .takeIn) else { throw Refusal.notPermitted(.takeIn) }
    }

    private static func save(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let (draft, key, files) = (try IntakeForm.draft(form), form["formKey"] ?? "", uploads(form))
        if let about = CallerFile.Matter(form["petition"]) {
            let petition = try await visit.office.perform(
                TakeInForCase(petition: about.number, draft: draft, files: files, comesBack: about.purpose == .comesBack, formKey: key),
                as: visit.actor)
            return .see(TakenInPage.path.link(petition.number.text, query: ["them": "1"]))
        }
        let petition = try await visit.office.perform(TakeIn(draft: draft, files: files, formKey: key), as: visit.actor)
        return .see(TakenInPage.path.link(petition.number.text))
    }

    private static func note(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let about = CallerFile.Matter(form["petition"])?.number
        try await visit.office.perform(
            NoteInteraction(draft: try IntakeForm.draft(form), about: about, formKey: form["formKey"] ?? ""), as: visit.actor)
        return .see(path.link(query: ["da-ghi": "1", "kenh": form["channel"]]))
    }

    private static func reply(_ body: FormBody, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let file = try await CallerFile.load(body, visit)
        let form = FormView(body, refusal.map(inWords))
        let content: HTML = """
            <h1>\(title)</h1>
            \(when(visit.query["da-ghi"] == "1") {
                "<div data-draft-done=\"\(IntakeForm.draftName(visit))\">\(notice(.done, "<p>Đã ghi lượt liên hệ.</p>"))</div>"
            })
            \(form.summary)
            \(IntakeForm.view(form, file, visit))
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    /// What the domain says of a reason is here said of the words, of which the reason is made.
    private static func inWords(_ refusal: Refusal) -> Refusal {
        guard case .invalid(let problems) = refusal else { return refusal }
        return .invalid(problems.map { $0.field == "reason" ? Problem("text", $0.fault) : $0 })
    }
}

/// Who is on the line, alone: for the script of the desk, which posts what has been typed, since a telephone number stands in no address.
struct CallerPage: Page {
    static let path: Path = "/app/tiep-nhan/nguoi-goi"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { .see(IntakeDeskPage.path.link()) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try IntakeDeskPage.check(visit)
        return .document(try await CallerFile.load(form, visit).view)
    }
}
