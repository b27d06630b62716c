/// A group, as its members see it.
struct GroupPage {
    let group: ZaloGroup
    let accountName: String
    let people: [ZaloCitizen]
    let isDisabled: Bool

    private var names: [String: String] { Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first } }

    var frame: Markup { PageFrame.lines(LineMarkup(accountName: accountName, names: names, own: "-").lines(group.messages)) }

    var html: Markup {
        let members = group.members.map { names[$0] ?? $0 }.joined(separator: ", ")
        let state: Markup = isDisabled ? "<p class=\"bad\">Nhóm đã hết hạn: tài khoản không gửi được tin cho đến khi gia hạn.</p>" : ""
        return PageFrame(title: group.name).html(
            """
            <header><h1>\(group.name)</h1>
            <p>Nhóm của \(accountName), \(group.members.count + 1) thành viên: \(members). Mã nhóm \(group.id).</p>\(state)</header>
            <main><iframe title="Hội thoại nhóm" src="/_sim/groups/\(group.id)/conversation"></iframe>
            \(writing)<details><summary>Thành viên</summary>\(joining)</details>
            <details><summary>Quản lý nhóm</summary>\(managing)</details></main>
            """)
    }

    private func options(_ people: [ZaloCitizen]) -> Markup {
        Markup(joining: people.map { person -> Markup in "<option value=\"\(person.id)\">\(person.name)</option>" })
    }

    private func form(_ action: String, _ fields: Markup) -> Markup {
        "<form method=\"post\" action=\"/_sim/groups/\(group.id)/\(action)\">\(fields)</form>"
    }

    private var writing: Markup {
        let members = people.filter { group.members.contains($0.id) }
        return """
            <form method="post" action="/_sim/groups/\(group.id)/text" enctype="multipart/form-data">
            <label>Người viết <select name="user">\(options(members))</select></label>
            <label for="text">Tin nhắn</label><textarea id="text" name="text" rows="2"></textarea>
            <label for="file">Ảnh hoặc tệp kèm theo</label><input id="file" type="file" name="file"><button>Gửi</button></form>
            """
    }

    private var joining: Markup {
        let outside = people.filter { !group.members.contains($0.id) }
        let inside = people.filter { group.members.contains($0.id) }
        return Markup(joining: [
            outside.isEmpty ? "" : form("join", "<label>Vào nhóm <select name=\"user\">\(options(outside))</select></label><button>Vào</button>"),
            inside.isEmpty ? "" : form("leave", "<label>Rời nhóm <select name=\"user\">\(options(inside))</select></label><button>Rời</button>"),
        ])
    }

    private var managing: Markup {
        Markup(joining: [
            form("staff", "<label>Cán bộ viết dưới tên tài khoản <input name=\"text\" required></label><button>Gửi</button>"),
            form("rename", "<label>Tên mới <input name=\"name\" required value=\"\(group.name)\"></label><button>Đổi tên</button>"),
            form(
                "approval",
                """
                <label>Vào nhóm phải được duyệt <select name="on"><option value="true">có</option><option value="false">không</option></select></label>
                <button>Lưu</button>
                """),
            isDisabled
                ? form("enable", "<button class=\"quiet\">Gia hạn nhóm</button>") : form("disable", "<button class=\"quiet\">Cho nhóm hết hạn</button>"),
            form("dissolve", "<button class=\"quiet\">Giải tán nhóm</button>"),
        ])
    }
}
