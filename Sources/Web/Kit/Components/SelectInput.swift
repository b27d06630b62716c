/// One of the answers that a question offers.
package struct Choice: Sendable, Equatable {
    /// As it arrives in the form.
    package var value: String
    package var label: String
    /// One sentence that helps to choose; only radios show it.
    package var hint: String?

    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// One of many answers, in a list that opens.
/// - Parameters:
///   - value: the chosen one; `nil` shows the prompt.
///   - prompt: the first line, which is no answer.
package func selectInput(
    _ name: String, label: String, choices: [Choice], value: String? = nil, prompt: String = "Chọn", hint: String? = nil,
    error: String? = nil, isOptional: Bool = false
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: isOptional)
    return field.wrap(
        """
        <select id="\(field.id)" name="\(name)"\(field.ties)>
        <option value="">\(prompt)</option>
        \(each(choices) { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == value)>\($0.label)</option>\n" })</select>
        """)
}

extension Example {
    package static let selectInput: [HTML] = [
        Web.selectInput(
            "linh-vuc", label: "Lĩnh vực", choices: [Choice("dat-dai", "Đất đai, mặt bằng"), Choice("thue", "Thuế, phí")], value: "thue"),
        Web.selectInput(
            "don-vi", label: "Đơn vị chủ trì", choices: [Choice("1", "Sở Tài chính")], error: "Hãy chọn đơn vị chủ trì."),
    ]
}
