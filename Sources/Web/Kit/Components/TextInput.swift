/// What a one-line input takes; the phone's keyboard and the browser's help follow from it.
package enum TextInputKind: String, Sendable {
    case text, email, tel, password, search, date
}

/// One line of text.
/// - Parameters:
///   - name: as it arrives in the form; its id follows from it.
///   - value: what was typed stays; a password never comes back.
///   - hint: under the label, one sentence.
///   - error: what is wrong and what to do, in words.
///   - autocomplete: the HTML token for what the browser may fill in ("organization", "tel", "one-time-code").
///   - suggestions: what the browser offers while one types; anything else can be typed too.
///   - isShort: for codes, numbers, dates: as wide as what goes in.
package func textInput(
    _ name: String, label: String, value: String = "", kind: TextInputKind = .text, hint: String? = nil, error: String? = nil,
    isOptional: Bool = false, autocomplete: String? = nil, suggestions: [String] = [], isShort: Bool = false
) -> HTML {
    let field = FormField(name: name, label: label, hint: hint, error: error, isOptional: isOptional)
    return field.wrap(
        """
        <input id="\(field.id)" name="\(name)" type="\(kind.rawValue)"\(attribute: "value", kind == .password ? nil : value)\
        \(attribute: "class", isShort ? "short" : nil)\(attribute: "autocomplete", autocomplete)\
        \(attribute: "list", suggestions.isEmpty ? nil : "\(field.id)-danh-sach")\(field.ties)>\
        \(when(!suggestions.isEmpty) {
            "<datalist id=\"\(field.id)-danh-sach\">\(each(suggestions) { "<option value=\"\($0)\"></option>" })</datalist>"
        })
        """)
}

extension Example {
    package static let textInput: [HTML] = [
        Web.textInput("khu", label: "Tên khu, cụm công nghiệp", suggestions: ["Khu công nghiệp Một", "Cụm công nghiệp Hai"]),
        Web.textInput("ten", label: "Tên doanh nghiệp", value: "Công ty TNHH Sao Mai", autocomplete: "organization"),
        Web.textInput(
            "mst", label: "Mã số thuế", hint: "10 hoặc 13 chữ số, có trên giấy đăng ký doanh nghiệp.", isOptional: true, isShort: true),
        Web.textInput(
            "dien-thoai", label: "Số điện thoại", value: "12", kind: .tel,
            error: "Số điện thoại cần 10 chữ số, bắt đầu bằng 0. Hãy kiểm tra lại.", autocomplete: "tel", isShort: true),
    ]
}
