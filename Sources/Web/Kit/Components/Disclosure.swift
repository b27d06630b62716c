/// More for whoever asks, such as how a deadline was computed ("Cách tính").
package func disclosure(_ title: String, isOpen: Bool = false, _ body: HTML) -> HTML {
    "<details class=\"more\"\(flag: "open", isOpen)><summary>\(title)</summary><div>\(body)</div></details>"
}

extension Example {
    package static let disclosure: [HTML] = [
        Web.disclosure("Cách tính", "<p>Nhận ngày 21/11/2026, cộng 15 ngày làm việc, không tính 24/11 (Ngày Văn hóa Việt Nam).</p>"),
        Web.disclosure("Cách tính", isOpen: true, "<p>Ngày nhận không tính.</p>"),
    ]
}
