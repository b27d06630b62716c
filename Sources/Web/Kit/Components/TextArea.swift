/// Several lines of text.
/// - Parameter rows: lines to show before it scrolls; it can be drawn larger.
package func textArea(
    _ name: String, label: String, value: String = "", hint: String? = nil, error: String? = nil, isOptional: Bool = false,
    rows: Int = 6
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: isOptional)
    // A browser drops one line end behind the tag: the one written here, not the person's.
    return field.wrap(
        """
        <textarea id="\(field.id)" name="\(name)" rows="\(rows)"\(field.ties)>
        \(value)</textarea>
        """)
}

extension Example {
    package static let textArea: [HTML] = [
        Web.textArea(
            "noi-dung", label: "Nội dung khó khăn, kiến nghị",
            hint: "Việc gì, ở đâu, từ khi nào, đã làm việc với cơ quan nào. Vui lòng không ghi thông tin cá nhân nhạy cảm."),
        Web.textArea(
            "ly-do", label: "Lý do trả lại", value: "Sai", error: "Lý do cần ít nhất 10 ký tự để đơn vị nhận biết phải làm gì.", rows: 3),
    ]
}
