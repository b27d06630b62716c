/// Inputs that belong together, in a box under one heading.
/// - Parameter name: the box's id, to which an error that concerns them all links.
package func inputGroup(_ name: String, label: String, hint: String? = nil, error: String? = nil, _ inputs: HTML) -> HTML {
    FormField(name: name, label: label, hint: hint, error: error, isOptional: false).wrapGroup(inputs, isBoxed: true)
}

extension Example {
    package static let inputGroup: [HTML] = [
        Web.inputGroup(
            "viec", label: "Ai làm gì, xong trước ngày nào", error: "Hãy ghi ít nhất một việc.",
            "\(Web.textInput("ai", label: "Ai"))\(Web.textInput("ngay", label: "Trước ngày", kind: .date, isShort: true))")
    ]
}
