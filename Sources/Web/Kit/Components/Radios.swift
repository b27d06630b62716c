/// One of a few answers, all in sight.
package func radios(
    _ name: String, label: String, choices: [Choice], value: String? = nil, hint: String? = nil, error: String? = nil,
    isOptional: Bool = false
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: isOptional)
    return field.wrapGroup(each(choices) { choiceInput("radio", name, $0, isChecked: $0.value == value) })
}

/// One round or square mark with its words.
func choiceInput(_ type: String, _ name: String, _ choice: Choice, isChecked: Bool) -> HTML {
    let id = "\(name)-\(choice.value)"
    return """
        <div class="choice">
        <input id="\(id)" type="\(type)" name="\(name)" value="\(choice.value)"\(flag: "checked", isChecked)\
        \(attribute: "aria-describedby", choice.hint.map { _ in id + "-goi-y" })>
        <label for="\(id)">\(choice.label)</label>
        \(when(choice.hint) { "<p class=\"hint\" id=\"\(id)-goi-y\">\($0)</p>" })
        </div>
        """
}

extension Example {
    package static let radios: [HTML] = [
        Web.radios(
            "loai", label: "Kiến nghị về việc gì?",
            choices: [
                Choice("quy-dinh", "Quy định hành chính", hint: "Văn bản, thủ tục, chính sách chưa hợp lý hoặc khó thực hiện."),
                Choice("hanh-vi", "Hành vi hành chính", hint: "Việc bị chậm, bị phiền hà, không được làm hoặc làm không đúng."),
            ], value: "quy-dinh"),
        Web.radios(
            "nguoi-gui", label: "Quý vị là", choices: [Choice("ca-nhan", "Cá nhân"), Choice("to-chuc", "Tổ chức, doanh nghiệp")],
            error: "Hãy chọn cá nhân hoặc tổ chức."),
    ]
}
