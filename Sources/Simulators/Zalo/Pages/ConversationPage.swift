/// One conversation: as the citizen sees it, or as staff see it in the account's own chat.
struct ConversationPage {
    let citizen: ZaloCitizen
    let accountName: String
    /// Names of staff by id.
    let admins: [ZaloCitizen]
    /// Whether staff look at it.
    let isStaff: Bool

    private var names: [String: String] { Dictionary((admins + [citizen]).map { ($0.id, $0.name) }) { first, _ in first } }

    /// Only the lines, for the frame.
    var frame: Markup {
        PageFrame.lines(
            LineMarkup(accountName: accountName, names: names, own: isStaff ? "" : citizen.id, presser: isStaff ? nil : citizen.id)
                .lines(citizen.messages))
    }

    var html: Markup { isStaff ? staffPage : citizenPage }

    private var staffPage: Markup {
        let options = admins.map { admin -> Markup in "<option value=\"\(admin.id)\">\(admin.name)</option>" }
        return PageFrame(title: "Cán bộ trả lời \(citizen.name)").html(
            """
            <header><h1>Khung chat của Official Account</h1>
            <p>Bạn đang đóng vai cán bộ, trả lời <strong>\(citizen.name)</strong> ngay trong Zalo, không qua phần mềm.</p></header>
            <main><iframe title="Hội thoại" src="/_sim/staff/\(citizen.id)/conversation"></iframe>
            <form method="post" action="/_sim/users/\(citizen.id)/staff" enctype="multipart/form-data">
            <label for="text">Tin nhắn</label><textarea id="text" name="text" rows="2" autofocus></textarea>
            <label for="file">Ảnh hoặc tệp kèm theo</label><input id="file" type="file" name="file">
            <label>Người gửi <select name="admin_id">\(Markup(joining: options))</select></label><button>Gửi</button></form>
            <p><a href="/_sim/users/\(citizen.id)">Sang vai \(citizen.name)</a></p></main>
            """)
    }

    private var citizenPage: Markup {
        PageFrame(title: citizen.name).html(
            """
            <header><h1>\(accountName)</h1>
            <p>Bạn đang đóng vai <strong>\(citizen.name)</strong> (mã \(citizen.id)),
            \(citizen.follows ? "đang" : "chưa") quan tâm tài khoản này\(citizen.blocks ? ", đang chặn tin" : "").</p></header>
            <main><iframe title="Hội thoại" src="/_sim/users/\(citizen.id)/conversation"></iframe>
            <form method="post" action="/_sim/users/\(citizen.id)/text" enctype="multipart/form-data">
            <label for="text">Tin nhắn</label><textarea id="text" name="text" rows="2" autofocus></textarea>
            <label for="file">Ảnh hoặc tệp kèm theo</label><input id="file" type="file" name="file">\(quotes)
            <button>Gửi</button></form>
            <div class="row">\(step(citizen.follows ? "unfollow" : "follow", citizen.follows ? "Bỏ quan tâm" : "Quan tâm"))
            \(step("see", "Đánh dấu đã xem"))\(step("chatnow", "Mở khung chat"))
            \(step(citizen.blocks ? "unblock" : "block", citizen.blocks ? "Bỏ chặn tin" : "Chặn tin"))</div>
            <details><summary>Gửi loại tin khác</summary>\(others)</details>
            <details><summary>Điền thông tin liên hệ</summary>\(info)</details>
            <details><summary>Việc khác</summary>\(rest)</details>
            <p><a href="/_sim/staff/\(citizen.id)">Trả lời trong vai cán bộ từ khung chat của Official Account</a></p></main>
            """)
    }

    /// The latest lines, to be answered.
    private var quotes: Markup {
        let latest = citizen.messages.suffix(8).reversed().map { line -> Markup in
            let text = line.text.isEmpty ? "(\(line.kind))" : String(line.text.prefix(60))
            return "<option value=\"\(line.id)\">\(text)</option>"
        }
        if latest.isEmpty { return "" }
        return "<label>Trả lời tin <select name=\"quote\"><option value=\"\">(không)</option>\(Markup(joining: latest))</select></label>"
    }

    private func step(_ name: String, _ label: String) -> Markup {
        "<form class=\"bare\" method=\"post\" action=\"/_sim/users/\(citizen.id)/\(name)\"><button class=\"quiet\">\(label)</button></form>"
    }

    private func form(_ action: String, _ fields: Markup, files: Bool = false) -> Markup {
        let type: Markup = files ? " enctype=\"multipart/form-data\"" : ""
        return "<form method=\"post\" action=\"/_sim/users/\(citizen.id)/\(action)\"\(type)>\(fields)</form>"
    }

    private var others: Markup {
        Markup(joining: [
            form(
                "location",
                """
                <label>Vĩ độ <input name="latitude" value="21.1861" inputmode="decimal"></label>
                <label>Kinh độ <input name="longitude" value="106.0763" inputmode="decimal"></label><button>Gửi vị trí</button>
                """),
            form("sticker", "<label>Số nhãn dán <input name=\"text\" value=\"46\" inputmode=\"numeric\"></label><button>Gửi nhãn dán</button>"),
            form(
                "link",
                """
                <label>Địa chỉ <input name="url" type="url" value="https://example.vn/tin"></label>
                <label>Mô tả <input name="text"></label><button>Gửi liên kết</button>
                """),
            form(
                "card",
                """
                <label>Họ tên <input name="name" required></label><label>Điện thoại <input name="phone" required inputmode="tel"></label>
                <button>Gửi danh thiếp</button>
                """),
            form("audio", "<label>Tệp ghi âm <input type=\"file\" name=\"file\"></label><button>Gửi ghi âm</button>", files: true),
            form("video", "<label>Tệp phim <input type=\"file\" name=\"file\"></label><button>Gửi phim</button>", files: true),
        ])
    }

    private var info: Markup {
        form(
            "info",
            """
            <label id="info">Họ tên <input name="name" value="\(citizen.name)" required></label>
            <label>Điện thoại (84…) <input name="phone" value="\(citizen.phone ?? "")" required inputmode="tel"></label>
            <label>Địa chỉ <input name="address"></label><label>Phường, xã <input name="ward"></label>
            <label>Tỉnh, thành phố <input name="city"></label><button>Gửi thông tin</button>
            """)
    }

    private var rest: Markup {
        let messages = citizen.messages.filter(\.fromOA).suffix(8).reversed().map { line -> Markup in
            "<option value=\"\(line.id)\">\(line.text.isEmpty ? "(\(line.kind))" : String(line.text.prefix(60)))</option>"
        }
        let react: Markup =
            messages.isEmpty
            ? ""
            : form(
                "react",
                """
                <label>Thả biểu tượng vào <select name="message">\(Markup(joining: messages))</select></label>
                <label>Biểu tượng <select name="icon"><option value="/-strong">👍</option><option value="/-heart">❤</option>
                <option value=":>">😄</option><option value=":-((">😭</option></select></label><button>Thả</button>
                """)
        return Markup(joining: [
            react,
            form("phone", "<label>Số điện thoại (84…) <input name=\"phone\" value=\"\(citizen.phone ?? "")\" inputmode=\"tel\"></label><button>Lưu số</button>"),
            form("withdraw", "<button class=\"quiet\">Yêu cầu xóa dữ liệu của tôi</button>"),
            form("event", "<label>Sự kiện lạ <input name=\"name\" value=\"user_does_something_new\"></label><button>Phát sự kiện</button>"),
        ])
    }
}
