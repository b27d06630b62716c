/// Yes (`1`) or no; unticked sends nothing.
package func checkbox(_ name: String, label: String, isChecked: Bool = false) -> HTML {
    """
    <div class="field choice">
    <input id="\(name)" type="checkbox" name="\(name)" value="1"\(flag: "checked", isChecked)>
    <label for="\(name)">\(label)</label>
    </div>
    """
}

/// Any of a few answers, all in sight.
package func checkboxes(
    _ name: String, label: String, choices: [Choice], values: Set<String> = [], hint: String? = nil, error: String? = nil
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: false)
    return field.wrapGroup(each(choices) { choiceInput("checkbox", name, $0, isChecked: values.contains($0.value)) })
}

extension Example {
    package static let checkbox: [HTML] = [
        Web.checkbox("khan", label: "Khẩn: ảnh hưởng ngay đến sản xuất, an toàn", isChecked: true),
        Web.checkboxes(
            "vai-tro", label: "Vai trò", choices: [Choice("tiep-nhan", "Tiếp nhận"), Choice("xu-ly", "Xử lý")], values: ["xu-ly"],
            error: "Hãy chọn ít nhất một vai trò."),
    ]
}
