import Documents
import Domain
import Operations
import Storage

/// Tách nội dung: one letter becomes several petitions, each typed out under the whole text. Where the letter numbers them, the cut
/// is proposed.
struct SplitPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tach"
    static let step = Permission.split
    static let buttons: [Button] = [
        .submit(Terms.action(.split), name: "do", value: "split"), .submit("Thêm nội dung", name: "do", value: "more"),
    ]

    private static let names = ["title", "text"]
    /// Rows of a form that is opened on a letter without numbers, and how many more a press adds.
    private static let rows = 2

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody {
        let proposed = LetterCut.propose(file.text)
        var values: [String: String?] = ["rows": String(max(rows, proposed.count)), "proposed": proposed.isEmpty ? nil : "1"]
        for (index, item) in proposed.enumerated() {
            values["title\(index)"] = item.title
            values["text\(index)"] = item.text
        }
        return FormBody(values: values)
    }

    static func redrawn(_ form: FormBody, _ file: CaseFile) -> FormBody? {
        guard form["do"] == "more" else { return nil }
        return form.setting("rows", String(min(count(of: form) + 1, Submission.mostItems)))
    }

    static func tidied(_ form: FormBody) -> FormBody { FormRows.tidied(form, names, most: Submission.mostItems) }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        let rows = min(max(Int(form.value("rows")) ?? Self.rows, Self.rows), Submission.mostItems)
        return """
            <h2>Toàn văn</h2>
            \(quoted(file.text))
            \(when(form.value("proposed") == "1") {
                """
                \(hiddenField("proposed", "1"))
                \(notice(.plain, "<p>Đề xuất tách theo các mục đánh số trong văn bản. Hãy rà lại từng nội dung.</p>"))
                """
            })
            <p>Mỗi nội dung thành một hồ sơ có số, mã tra cứu, đơn vị chủ trì và trả lời riêng; ngày tiếp nhận và hạn giữ nguyên. Người gửi
            được báo và nhận một trả lời chung khi xong nội dung cuối cùng.</p>
            \(hiddenField("rows", String(rows)))
            \(form.group("items", "Các nội dung", hint: "Ít nhất hai; ô không dùng thì để trống.", each(0..<rows) { item($0, form) }))
            """
    }

    private static func item(_ index: Int, _ form: FormView) -> HTML {
        let hint = index == 0 ? "Nguyên văn phần của người gửi; đơn vị chủ trì trả lời đúng phần này." : nil
        return """
            \(form.line("title\(index)", "Tiêu đề nội dung \(index + 1)"))
            \(form.area("text\(index)", "Nội dung \(index + 1)", hint: hint, rows: 4))
            """
    }

    private static func count(of form: FormBody) -> Int {
        min(max(form["rows"].flatMap { Int($0) } ?? rows, rows), Submission.mostItems)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let count = FormRows.count(form, names, most: Submission.mostItems)
        let items = (0..<count).map { ItemDraft(title: form.line("title\($0)"), text: form.words("text\($0)")) }
        _ = try await visit.office.perform(SplitCase(petition: petition.id, version: version, items: items), as: visit.actor)
    }
}
