/// The stand-in's front page: whom to play, and what to let go wrong.
struct OverviewPage {
    let accountName: String
    let people: [ZaloCitizen]
    let trouble: ZaloTrouble
    let webhookURL: String
    let deliveries: [ZaloDelivery]
    let now: Int64

    var html: Markup {
        """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>Zalo giả lập</title>\(PageStyle.markup)</head><body>
        <header><h1>Zalo giả lập</h1><p>Đóng vai người dân, doanh nghiệp nhắn tin cho <strong>\(accountName)</strong>.
        Đây không phải Zalo thật; mọi thứ mất khi tắt chương trình.</p></header>
        <main><h2>Người dùng</h2>\(list)
        <form method="post" action="/_sim/users"><label>Tên người dùng mới <input name="name" required maxlength="100"></label>
        <button>Thêm và bắt đầu nhắn</button></form>
        <h2>Nền tảng</h2><p>Đồng hồ giả lập: \(vietnameseClock(now)) \(vietnameseDay(now)).</p>
        <form method="post" action="/_sim/clock"><label>Vặn đồng hồ <select name="seconds"><option value="3600">1 giờ tới</option>
        <option value="172800">2 ngày tới</option><option value="604800">7 ngày tới</option></select></label><button>Vặn</button></form>
        <form method="post" action="/_sim/webhook"><label>Địa chỉ webhook <input name="url" type="url" value="\(webhookURL)"></label>
        <button>Lưu và gọi thử</button></form>
        <form method="post" action="/_sim/webhook/test"><button>Gửi sự kiện thử có chữ ký</button></form>
        \(troubles)
        <form method="post" action="/_sim/token"><label>Mã truy cập <select name="do"><option value="expire">làm hết hạn</option>
        <option value="revoke">thu hồi quyền</option></select></label><button>Thực hiện</button></form>
        <h2>Lần gọi webhook gần đây</h2>\(calls)</main></body></html>
        """
    }

    private var list: Markup {
        if people.isEmpty { return "<p class=\"none\">Chưa có ai. Thêm một người dùng để bắt đầu.</p>" }
        let items = people.map { person -> Markup in
            "<li><a href=\"/_sim/users/\(person.id)\">\(person.name)</a> (\(person.messages.count) tin)</li>"
        }
        return "<ul>\(Markup(joining: items))</ul>"
    }

    private var troubles: Markup {
        func box(_ name: String, _ label: String, _ checked: Bool) -> Markup {
            let state: Markup = checked ? " checked" : ""
            return "<label><input type=\"checkbox\" name=\"\(name)\" value=\"true\"\(state)> \(label)</label>"
        }
        let boxes = [
            box("outage", "API ngừng hoạt động (HTTP 503)", trouble.outage),
            box("duplicates", "Mỗi sự kiện gửi hai lần", trouble.duplicates),
            box("wrong_signature", "Chữ ký sai", trouble.wrongSignature),
            box("reorders", "Đảo thứ tự sự kiện", trouble.reorders),
            box("repeats_refused", "Gửi lại khi webhook không trả lời 200", trouble.repeatsRefused),
            box("receipts", "Báo đã nhận, đã xem", trouble.receipts),
        ]
        return """
            <form method="post" action="/_sim/trouble"><fieldset><legend>Sự cố</legend><input type="hidden" name="_form" value="1">
            \(Markup(joining: boxes))<label>Mã lỗi cho các tin gửi tiếp theo
            <input name="next_errors" value="\(trouble.nextErrors.map(String.init).joined(separator: ","))" placeholder="-211,-230"></label>
            <button>Lưu</button></fieldset></form>
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
        case .nowhere: "chưa có địa chỉ"
        }
    }
}
