import Foundation

/// The citizen's side of one conversation. The lines stand in a frame that renews itself, so that what is being typed below is
/// not lost.
struct ConversationPage {
    let citizen: ZaloCitizen
    let accountName: String
    /// Only the lines, for the frame.
    let isFrame: Bool

    var html: Markup {
        isFrame
            ? """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
            <title>Hội thoại</title>\(PageStyle.markup)</head><body class="frame">\(lines)</body></html>
            """ : whole
    }

    private var whole: Markup {
        """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>\(citizen.name) – Zalo giả lập</title>\(PageStyle.markup)</head><body>
        <header><a href="/_sim/">‹ Zalo giả lập</a><h1>\(accountName)</h1>
        <p>Bạn đang đóng vai <strong>\(citizen.name)</strong> (mã \(citizen.id)),
        \(citizen.follows ? "đang" : "chưa") quan tâm tài khoản này.</p></header>
        <main><iframe title="Hội thoại" src="/_sim/users/\(citizen.id)/conversation"></iframe>
        <form method="post" action="/_sim/users/\(citizen.id)/text" enctype="multipart/form-data">
        <label for="text">Tin nhắn</label><textarea id="text" name="text" rows="3" autofocus></textarea>
        <label for="file">Ảnh hoặc tệp kèm theo</label><input id="file" type="file" name="file">
        <button>Gửi</button></form>
        <details><summary>Việc khác</summary>
        <form method="post" action="/_sim/users/\(citizen.id)/\(citizen.follows ? "unfollow" : "follow")">
        <button>\(citizen.follows ? "Bỏ quan tâm" : "Quan tâm")</button></form>
        <form method="post" action="/_sim/users/\(citizen.id)/location">
        <label>Vĩ độ <input name="latitude" value="21.1861" inputmode="decimal"></label>
        <label>Kinh độ <input name="longitude" value="106.0763" inputmode="decimal"></label><button>Gửi vị trí</button></form>
        <form method="post" action="/_sim/users/\(citizen.id)/event">
        <label>Sự kiện lạ <input name="name" value="user_does_something_new"></label><button>Phát sự kiện</button></form>
        </details></main></body></html>
        """
    }

    /// Newest first: the frame opens at its top.
    private var lines: Markup {
        if citizen.messages.isEmpty { return "<p class=\"none\">Chưa có tin nhắn nào.</p>" }
        return Markup(joining: citizen.messages.reversed().map(line))
    }

    private func line(_ message: ZaloCitizen.Message) -> Markup {
        """
        <div class="\(message.fromOA ? "oa" : "me")"><p>\(message.text)</p>\(Markup(joining: message.attachments.map(attachment)))
        <small>\(message.fromOA ? accountName : citizen.name), \(vietnameseClock(message.time)) \(vietnameseDay(message.time))</small></div>
        """
    }

    private func attachment(_ attachment: ZaloCitizen.Attachment) -> Markup {
        switch attachment {
        case .image(let url): "<img alt=\"Ảnh kèm theo\" src=\"\(local(url))\">"
        case .file(let url, let name, let size): "<p><a href=\"\(local(url))\" target=\"_blank\">\(name)</a> (\(size) byte)</p>"
        case .location(let latitude, let longitude): "<p>Vị trí: \(latitude), \(longitude)</p>"
        case .other(let kind): "<p class=\"button\">\(kind)</p>"
        }
    }

    /// Our own files by path alone, whatever name this machine is called by in the browser; others stay as they are.
    private func local(_ url: String) -> String {
        let path = "/media/"
        guard let range = url.range(of: path) else { return "#" }
        return path + url[range.upperBound...]
    }
}
