/// Something that the person should know: that it worked, that time runs out, what this page is about.
/// - Parameter title: in bold before the rest; `nil` for a single sentence.
package func notice(_ tone: Tone, title: String? = nil, _ body: HTML) -> HTML {
    """
    <div class="notice \(tone.rawValue)" role="status">\((tone.icon ?? .note).html)
    <div>\(when(title) { "<p><strong>\($0)</strong></p>" })\(body)</div></div>
    """
}

extension Example {
    package static let notice: [HTML] = [
        Web.notice(.done, title: "Đã gửi kiến nghị", "<p>Tổ công tác trả lời chậm nhất ngày 14/12/2026.</p>"),
        Web.notice(.soon, "<p>Còn 2 ngày làm việc để trả lời hồ sơ này.</p>"),
        Web.notice(.late, title: "Quá hạn 3 ngày", "<p>Hãy trả lời hoặc gửi văn bản nêu ngày trả lời.</p>"),
        Web.notice(.plain, "<p>Kiến nghị gửi sau 17:00 được tính từ ngày làm việc kế tiếp.</p>"),
    ]
}
