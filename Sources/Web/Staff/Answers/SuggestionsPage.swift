import Documents
import Domain
import Operations
import Storage

/// Gợi ý cho dự thảo: a page of its own, and the same list alone for the script of the draft, which posts what has been typed: words
/// about a firm do not stand in addresses.
struct SuggestionsPage: Page {
    static let path: Path = "/app/ho-so/:number/goi-y"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let (file, found) = try await load(visit, FormBody())
        let petition = file.petition
        let content: HTML = """
            \(caseCrumbs(petition, title))
            <h1>\(title)</h1>
            <p class="subject"><strong>\(petition.number.text)</strong> \(petition.title)</p>
            <p>Nội dung được đưa vào dự thảo để sửa tiếp; hãy đọc lại cho đúng với hồ sơ này trước khi trình.</p>
            \(found.view)
            \(buttonRow(primary: nil, others: [.link("Quay lại hồ sơ", CasePage.path.link(petition.number.text))]))
            """
        return .document(try await StaffFrame.page(title: "\(title) · \(petition.number.text)", queue: nil, content, visit))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        .document(try await load(visit, form).suggestions.view)
    }

    private static let title = "Gợi ý trả lời"

    private static func load(_ visit: Visit, _ form: FormBody) async throws -> (file: CaseFile, suggestions: Suggestions) {
        let account = try visit.account()
        let (code, actor) = (visit.parameter("number"), visit.actor)
        // Long enough to say what it is about; an answer may be ten thousand letters long.
        let typed = String([form.words("conclusion"), form.words("explanation")].joined(separator: "\n").prefix(mostRead))
        let outcome: Outcome? = try form.choice("outcome")
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
            return (file, try Suggestions.load(for: file, typed: typed, outcome: outcome, seenBy: account, visit, tx))
        }
    }

    /// Letters of a draft that are looked at.
    private static let mostRead = 4000
}
