import HTTPTypes
import Hummingbird

/// What is around every page of the stand-in.
struct PageFrame {
    let title: String
    /// Whether there is a page above it: the front page.
    var isChild = true

    func html(_ body: Markup) -> Markup {
        let up: Markup = isChild ? "<nav><a href=\"/_sim/\">‹ Zalo giả lập</a></nav>" : ""
        return """
            <!doctype html><html lang="vi"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(title) – Zalo giả lập</title>\(PageStyle.markup)</head>
            <body>\(up)\(body)</body></html>
            """
    }

    /// Lines of a conversation, in a frame that renews itself, so that what is being typed beside it is not lost.
    static func lines(_ body: Markup) -> Markup {
        """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>Hội thoại</title>\(PageStyle.markup)</head>
        <body class="frame">\(body)</body></html>
        """
    }
}

/// A page, with nothing from elsewhere on it. `mayPostAnywhere` lets a form lead on to another site.
func htmlAnswer(_ html: Markup, mayPostAnywhere: Bool = false) -> Response {
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
    if let policy = HTTPField.Name("Content-Security-Policy") {
        headers[policy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-src 'self'; base-uri 'none'"
            + (mayPostAnywhere ? "" : "; form-action 'self'")
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html.text)))
}
