import Documents
package import Domain

/// A form as it is shown: what stands in its fields, and what is wrong with them. Label above, hint below it, the error in words
/// above the field and in a summary on top that links to it; what was typed stays.
package struct FormView: Sendable {
    private let body: FormBody
    private let problems: [Problem]
    /// A refusal that belongs to no field.
    private let general: String?

    package init(_ body: FormBody, _ refusal: Refusal? = nil) {
        self.body = body
        switch refusal {
        case .invalid(let problems)?:
            self.problems = problems
            general = nil
        case .taken?:
            problems = []
            general = refusal.map(RefusalWords.sentence)
        case let other?:
            problems = []
            general = RefusalWords.sentence(other)
        case nil:
            problems = []
            general = nil
        }
    }

    package func value(_ name: String) -> String { body[name] ?? "" }

    private func error(_ name: String) -> String? { problems.first { $0.field == name }.map { RefusalWords.sentence($0.fault) } }

    /// What is wrong, on top of the form, each line a link to its field.
    package var summary: HTML {
        if problems.isEmpty && general == nil { return .empty }
        return """
            <div class="error-summary" role="alert" tabindex="-1"><h2>Chưa gửi được</h2>
            \(when(general) { "<p>\($0)</p>" })
            \(when(!problems.isEmpty) {
                "<ul>\(each(problems) { "<li><a href=\"#\($0.field)\">\(FieldWords.name($0.field)): \(RefusalWords.sentence($0.fault))</a></li>" })</ul>"
            })</div>
            """
    }

    /// The error of a group of fields.
    package func groupError(_ name: String) -> HTML { when(error(name)) { "<p class=\"error\" id=\"\(name)-loi\">\($0)</p>" } }

    /// One line of text.
    package func line(
        _ name: String, _ label: String, hint: String = "", type: String = "text", optional: Bool = false, autocomplete: String? = nil,
        suggestions: [String] = []
    ) -> HTML {
        let shown = type == "password" ? "" : value(name)
        return """
            \(head(name, label, hint, optional))
            <input type="\(type)" id="\(name)" name="\(name)" value="\(shown)"\(attribute: "autocomplete", autocomplete)\
            \(attribute: "list", suggestions.isEmpty ? nil : "\(name)-goi-y")\(described(name, hint))>
            \(when(!suggestions.isEmpty) { "<datalist id=\"\(name)-goi-y\">\(each(suggestions) { "<option value=\"\($0)\"></option>" })</datalist>" })
            </div>
            """
    }

    /// Several lines of text.
    package func area(_ name: String, _ label: String, hint: String = "", optional: Bool = false, rows: Int) -> HTML {
        """
        \(head(name, label, hint, optional))
        <textarea id="\(name)" name="\(name)" rows="\(rows)"\(described(name, hint))>
        \(value(name))</textarea></div>
        """
    }

    /// One of a list.
    package func select(
        _ name: String, _ label: String, hint: String = "", _ options: [(String, String)], optional: Bool = false
    ) -> HTML {
        let chosen = value(name)
        return """
            \(head(name, label, hint, optional))
            <select id="\(name)" name="\(name)"\(described(name, hint))><option value="">Chọn</option>
            \(each(options) { key, words in "<option value=\"\(key)\"\(flag: "selected", key == chosen)>\(words)</option>" })
            </select></div>
            """
    }

    /// One of a few, all in view.
    package func radios(_ name: String, _ legend: String, _ options: [(String, String, String)], optional: Bool = false) -> HTML {
        let chosen = value(name)
        return """
            <fieldset class="field\(error(name) == nil ? "" : " wrong")" id="\(name)"><legend>\(legend)\(optionalMark(optional))</legend>
            \(groupError(name))
            \(each(options) { key, words, hint in
                """
                <div class="choice"><input type="radio" id="\(name)-\(key)" name="\(name)" value="\(key)"\(flag: "checked", key == chosen)>
                <label for="\(name)-\(key)">\(words)\(when(!hint.isEmpty) { " <span class=\"hint\">\(hint)</span>" })</label></div>
                """
            })</fieldset>
            """
    }

    /// Any of a few.
    package func checks(_ name: String, _ legend: String, _ options: [(String, String)]) -> HTML {
        let chosen = Set(body.all(name))
        return """
            <fieldset class="field\(error(name) == nil ? "" : " wrong")" id="\(name)"><legend>\(legend)</legend>\(groupError(name))
            \(each(options) { key, words in
                """
                <div class="choice"><input type="checkbox" id="\(name)-\(key)" name="\(name)" value="\(key)"\
                \(flag: "checked", chosen.contains(key))><label for="\(name)-\(key)">\(words)</label></div>
                """
            })</fieldset>
            """
    }

    /// Yes or no.
    package func check(_ name: String, _ label: String) -> HTML {
        """
        <div class="field choice"><input type="checkbox" id="\(name)" name="\(name)" value="1"\(flag: "checked", value(name) == "1")>
        <label for="\(name)">\(label)</label></div>
        """
    }

    /// Files to send along.
    package func files(_ name: String, _ label: String, hint: String) -> HTML {
        """
        \(head(name, label, hint, true))
        <input type="file" id="\(name)" name="\(name)" multiple accept="\(FileKind.accept)"\(described(name, hint))></div>
        """
    }

    private func head(_ name: String, _ label: String, _ hint: String, _ optional: Bool) -> HTML {
        """
        <div class="field\(error(name) == nil ? "" : " wrong")"><label for="\(name)">\(label)\(optionalMark(optional))</label>
        \(when(!hint.isEmpty) { "<p class=\"hint\" id=\"\(name)-goi\">\(hint)</p>" })
        \(when(error(name)) { "<p class=\"error\" id=\"\(name)-loi\">\($0)</p>" })
        """
    }

    private func described(_ name: String, _ hint: String) -> HTML {
        let ids = (hint.isEmpty ? [] : ["\(name)-goi"]) + (error(name) == nil ? [] : ["\(name)-loi"])
        return "\(attribute: "aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))\(attribute: "aria-invalid", error(name) == nil ? nil : "true")"
    }

    private func optionalMark(_ optional: Bool) -> HTML { when(optional) { " <span class=\"optional\">(không bắt buộc)</span>" } }
}

/// The names of fields, as the summary of errors calls them.
enum FieldWords {
    static func name(_ field: String) -> String {
        if let index = field.last?.wholeNumberValue, ["who", "what", "by"].contains(String(field.dropLast())) {
            return "Dòng \(index + 1)"
        }
        return names[field] ?? "Nội dung"
    }

    private static let names = [
        "kind": "Loại nội dung", "field": "Lĩnh vực", "site": "Nơi đặt", "siteName": "Khu, cụm công nghiệp", "area": "Địa bàn",
        "text": "Nội dung", "title": "Tiêu đề", "files": "Tệp kèm theo", "organisation": "Tên tổ chức", "name": "Họ tên",
        "office": "Chức vụ", "taxCode": "Mã số thuế", "phone": "Số điện thoại", "email": "Thư điện tử", "address": "Địa chỉ",
        "reason": "Lý do", "body": "Chuyển đến", "question": "Nội dung cần bổ sung", "finding": "Chẩn đoán", "proposal": "Phương án",
        "unit": "Đơn vị", "person": "Người xử lý", "conclusion": "Kết luận", "explanation": "Giải thích", "legalBasis": "Căn cứ pháp lý",
        "contact": "Liên hệ", "commitments": "Ai làm gì, trước ngày nào", "outcome": "Kết quả", "note": "Nội dung",
        "login": "Tên đăng nhập", "password": "Mật khẩu", "roles": "Vai trò", "satisfied": "Đánh giá", "remark": "Ghi chú",
        "formKey": "Biểu mẫu",
    ]
}
