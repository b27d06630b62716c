/// The stand-in's front page: whom to play, and what to let go wrong.
struct OverviewPage {
    let accountName: String
    let people: [ZaloCitizen]
    let groups: [ZaloGroup]
    let articles: [ZaloArticle]
    let templates: [ZaloTemplate]
    let trouble: ZaloTrouble
    let webhookURL: String
    let isHookDisabled: Bool
    let deliveries: [ZaloDelivery]
    let now: Int64
    let followers: Int
    let callsPerMinute: Int

    var html: Markup {
        PageFrame(title: "Đóng vai", isChild: false).html(
            """
            <header><h1>Zalo giả lập</h1><p>Đóng vai người dân, doanh nghiệp nhắn tin cho <strong>\(accountName)</strong>.
            Đây không phải Zalo thật; mọi thứ mất khi tắt chương trình.</p></header>
            <main><h2>Người dùng</h2>\(list)
            <form method="post" action="/_sim/users"><label>Tên người dùng mới <input name="name" required maxlength="100"></label>
            <button>Thêm và bắt đầu nhắn</button></form>
            <h2>Nhóm</h2>\(groupList)
            <form method="post" action="/_sim/groups"><label>Tên nhóm mới <input name="name" required maxlength="100"></label>
            <button>Lập nhóm</button></form>
            <h2>Tài khoản</h2><p>\(followers) người quan tâm.</p>\(articleList)\(templateList)
            <h2>Đồng hồ</h2><p>Bây giờ ở Zalo là <strong>\(vietnameseClock(now)) \(vietnameseDay(now))</strong>.</p>
            <form method="post" action="/_sim/clock" class="row"><label>Vặn đồng hồ <select name="seconds">
            <option value="3600">1 giờ tới</option><option value="90000">25 giờ tới (mã truy cập hết hạn)</option>
            <option value="172860">48 giờ tới (hết miễn phí)</option><option value="604860">7 ngày tới (hết cửa sổ trả lời)</option>
            </select></label><button>Vặn</button></form>
            <h2>Webhook</h2>\(hook)
            <h2>Sự cố</h2>\(troubles)\(tokens)
            <h2>Lần gọi webhook gần đây</h2>\(calls)</main>
            """)
    }

    private var list: Markup {
        if people.isEmpty { return "<p class=\"none\">Chưa có ai. Thêm một người dùng để bắt đầu.</p>" }
        let items = people.map { person -> Markup in
            """
            <li><a href="/_sim/users/\(person.id)">\(person.name)</a> <small>\(person.messages.count) tin\(person.follows ? ", quan tâm" : "")</small>
            <a class="side" href="/_sim/staff/\(person.id)">vai cán bộ</a></li>
            """
        }
        return "<ul>\(Markup(joining: items))</ul>"
    }

    private var groupList: Markup {
        if groups.isEmpty { return "<p class=\"none\">Chưa có nhóm nào của tài khoản.</p>" }
        let items = groups.map { group -> Markup in
            "<li><a href=\"/_sim/groups/\(group.id)\">\(group.name)</a> <small>\(group.members.count + 1) thành viên</small></li>"
        }
        return "<ul>\(Markup(joining: items))</ul>"
    }

    private var articleList: Markup {
        if articles.isEmpty { return "" }
        let items = articles.suffix(8).reversed().map { article -> Markup in
            "<li><a href=\"/_sim/articles/\(article.id)\">\(article.title)</a> <small>\(article.views) lượt xem</small></li>"
        }
        return "<details><summary>Bài viết (\(articles.count))</summary><ul>\(Markup(joining: items))</ul></details>"
    }

    private var templateList: Markup {
        let items = templates.map { template -> Markup in
            let options = ZaloTemplate.Status.allCases.map { status -> Markup in
                let chosen: Markup = status == template.status ? " selected" : ""
                return "<option value=\"\(status.rawValue)\"\(chosen)>\(words(status))</option>"
            }
            return """
                <form class="row" method="post" action="/_sim/templates/\(template.id)"><label>\(template.id): \(template.name)
                <select name="status">\(Markup(joining: options))</select></label><button class="quiet">Lưu</button></form>
                """
        }
        return "<details><summary>Mẫu tin (\(templates.count))</summary>\(Markup(joining: items))</details>"
    }

    private func words(_ status: ZaloTemplate.Status) -> String {
        switch status {
        case .enabled: "được dùng"
        case .pending: "chờ duyệt"
        case .rejected: "bị từ chối"
        case .disabled: "bị khóa"
        }
    }

    private var hook: Markup {
        let state: Markup =
            isHookDisabled ? "<p class=\"bad\">Webhook đã bị ngừng vì không nối được sau lần gọi lại cuối. Lưu địa chỉ để bật lại.</p>" : ""
        return """
            \(state)<form method="post" action="/_sim/webhook"><label>Địa chỉ webhook <input name="url" type="url" value="\(webhookURL)"></label>
            <button>Lưu và gọi thử</button></form>
            <form class="bare" method="post" action="/_sim/webhook/test"><button class="quiet">Gửi sự kiện thử có chữ ký</button></form>
            """
    }

    private var troubles: Markup {
        func box(_ name: String, _ label: String, _ checked: Bool) -> Markup {
            let state: Markup = checked ? " checked" : ""
            return "<label class=\"box\"><input type=\"checkbox\" name=\"\(name)\" value=\"true\"\(state)> \(label)</label>"
        }
        let boxes = [
            box("outage", "API ngừng hoạt động (HTTP 503)", trouble.outage),
            box("out_of_quota", "Hết hạn mức: tin phải trả tiền bị từ chối (-211)", trouble.isOutOfQuota),
            box("duplicates", "Mỗi sự kiện gửi hai lần", trouble.duplicates),
            box("wrong_signature", "Chữ ký sai", trouble.wrongSignature),
            box("reorders", "Đảo thứ tự sự kiện", trouble.reorders),
            box("repeats_refused", "Gửi lại khi webhook không trả lời 200", trouble.repeatsRefused),
            box("receipts", "Báo đã nhận, đã xem cho mọi tin", trouble.receipts),
            box("expiry_in_words", "Mã hết hạn báo -216 thay vì -220", trouble.tellsExpiryInWords),
            box("syntax_filter", "Chỉ chuyển tin bắt đầu bằng #", trouble.filtersSyntax),
            box("old_info_shape", "Thông tin liên hệ theo dạng năm 2025", trouble.tellsInOldShape),
        ]
        return """
            <form method="post" action="/_sim/trouble"><input type="hidden" name="_form" value="1">
            \(Markup(joining: boxes))<label>Mã lỗi cho các tin gửi tiếp theo
            <input name="next_errors" value="\(trouble.nextErrors.map(String.init).joined(separator: ","))" placeholder="-211,-230"></label>
            <label>Đường dẫn trả lỗi <input name="failing_paths" value="\(trouble.failingPathsText)" placeholder="/v2.0/oa/getoa=-204"></label>
            <button>Lưu</button></form>
            """
    }

    private var tokens: Markup {
        """
        <form method="post" action="/_sim/token" class="row"><label>Mã truy cập <select name="do"><option value="expire">làm hết hạn</option>
        <option value="revoke">thu hồi quyền</option></select></label><button>Thực hiện</button></form>
        <form method="post" action="/_sim/limit" class="row"><label>Số lần gọi API mỗi phút
        <input name="calls_per_minute" value="\(callsPerMinute)" inputmode="numeric"></label><button>Lưu</button></form>
        """
    }

    private var calls: Markup {
        if deliveries.isEmpty { return "<p class=\"none\">Chưa có.</p>" }
        let rows = deliveries.map { delivery -> Markup in
            """
            <tr><td>\(vietnameseClock(delivery.time))</td><td>\(delivery.event)</td>
            <td>\(delivery.attempt + 1)</td><td>\(words(delivery.answer))</td></tr>
            """
        }
        return """
            <table><thead><tr><th>Lúc</th><th>Sự kiện</th><th>Lần</th><th>Kết quả</th></tr></thead>
            <tbody>\(Markup(joining: rows))</tbody></table>
            """
    }

    private func words(_ answer: ZaloDelivery.Answer) -> String {
        switch answer {
        case .status(let code): "HTTP \(code)"
        case .noConnection: "không kết nối được"
        case .tooSlow: "trả lời quá chậm"
        case .nowhere: "không gửi"
        }
    }
}
