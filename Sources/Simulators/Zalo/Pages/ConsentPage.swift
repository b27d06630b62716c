/// The page on which the account's administrator lets an app in.
struct ConsentPage {
    let accountName: String
    let appID: String
    /// The parameters of the request, carried on by the form.
    let query: [String: String]

    private static let permissions = [
        "Gửi tin nhắn tới người quan tâm và người dùng", "Quản lý tin nhắn người dùng", "Quản lý thông tin Official Account",
        "Quản lý nhóm chat (GMF)", "Quản lý bài viết", "Nhận sự kiện tin nhắn và người dùng",
    ]

    var html: Markup {
        let hidden = ["app_id", "redirect_uri", "code_challenge", "state"].map { name -> Markup in
            guard let value = query[name] else { return "" }
            return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        let permissions = Self.permissions.map { line -> Markup in "<li>\(line)</li>" }
        return PageFrame(title: "Cấp quyền", isChild: false).html(
            """
            <h1>Cấp quyền cho ứng dụng</h1>
            <p>Ứng dụng <strong>\(appID)</strong> xin quyền thay mặt Official Account <strong>\(accountName)</strong>:</p>
            <ul class="plain">\(Markup(joining: permissions))</ul>
            <form method="post" action="/v4/oa/permission" class="row">\(Markup(joining: hidden))
            <button name="decision" value="grant">Cho phép</button>
            <button class="quiet" name="decision" value="deny">Từ chối</button></form>
            """)
    }
}
