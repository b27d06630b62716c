import Domain

/// Files to send along, as many as are marked at once. Its form needs `enctype="multipart/form-data"`. What was chosen cannot stay
/// after an error: browsers do not allow it.
/// - Parameter accept: what the browser offers to choose from; what comes is judged by its bytes.
package func fileInput(
    _ name: String, label: String, hint: String? = nil, error: String? = nil, isOptional: Bool = false,
    accept: String = FileKind.accept, takesSeveral: Bool = true
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: isOptional)
    return field.wrap("<input id=\"\(field.id)\" name=\"\(name)\" type=\"file\" accept=\"\(accept)\"\(flag: "multiple", takesSeveral)\(field.ties)>")
}

extension Example {
    package static let fileInput: [HTML] = [
        Web.fileInput("tep", label: "Tệp kèm theo", hint: "PDF, JPG, PNG, DOC, DOCX; mỗi tệp đến 10 MB.", isOptional: true),
        Web.fileInput("tep-2", label: "Biên bản làm việc", error: "Tệp lớn hơn 10 MB. Hãy nén ảnh hoặc gửi từng tệp."),
    ]
}
