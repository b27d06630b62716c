/// What somebody typed into a form that could not be taken now: carried on the page that says so, to be sent again as it is.
struct TypedForm: Sendable {
    private let body: FormBody
    private let action: String

    /// `nil` for forms with a password, which is never written into a page.
    /// - Parameter path: where it was sent to.
    init?(_ body: FormBody, path: String) {
        guard body["password"] == nil else { return nil }
        self.body = body
        // Two slashes in front would lead to another site.
        action = path.split(separator: "/").reduce("") { $0 + "/" + $1 }
    }

    /// A form whose fields are all there, unseen; only files must be chosen again.
    var view: HTML {
        """
        <form method="post" action="\(action)" enctype="multipart/form-data">
        <p>Nội dung đã nhập còn nguyên trên trang này. Hãy để trang mở, sau một phút bấm “Gửi lại”.</p>
        \(each(body.fields.entries) { hiddenField($0.name, $0.value) })
        \(each(Set(body.files.map(\.field)).sorted()) { FormView(body).files($0, "Tệp kèm theo") })
        \(buttonRow(primary: .submit("Gửi lại")))</form>
        """
    }
}
