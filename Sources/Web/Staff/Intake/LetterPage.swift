import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// Tiếp nhận văn bản giấy: the register of incoming documents. A letter becomes a case, or a case for each of its petitions.
struct LetterPage: Page {
    static let path: Path = "/app/tiep-nhan/van-ban"
    static let access = Access.staff
    static let title = "Tiếp nhận văn bản giấy"

    static func show(_ visit: Visit) async throws -> Reply {
        try IntakeDeskPage.check(visit)
        let form = FormBody(values: [
            "formKey": hexadecimal(visit.office.world.chance(16)), "arrivedOn": visit.now.day.iso, "sender": "organisation",
        ])
        return try await reply(form, visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try IntakeDeskPage.check(visit)
        let form = FormRows.tidied(form, LetterForm.names, most: Submission.mostItems)
        if let redrawn = LetterForm.redrawn(form) { return try await reply(redrawn, visit) }
        do {
            let (letter, draft) = try LetterForm.read(form)
            let cases = try await visit.office.perform(
                TakeInLetter(
                    letter: letter, draft: draft, items: LetterForm.items(form), files: uploads(form), isAnother: form["isAnother"] == "1",
                    formKey: form["formKey"] ?? ""), as: visit.actor)
            guard let first = cases.first else { throw Refusal.noSuch(.submission) }
            return .see(TakenInPage.path.link(first.number.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(form, visit, refusal)
        }
    }

    private static func reply(_ body: FormBody, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let form = FormView(body, refusal)
        let maySplit = Rights.allow(visit.actor, .split)
        let content: HTML = """
            <h1>\(title)</h1>
            <p>Lưu xong, văn bản có số đến và hồ sơ có mã tra cứu. Hạn trả lời tính từ ngày đến.</p>
            \(form.summary)
            \(LetterForm.view(form, visit, maySplit: maySplit))
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }
}
