/// What every input of a form has around it: the label above, the hint under it, the error in words, and then the input.
struct FormField {
    var name: String
    var label: String
    var hint: String?
    var error: String?
    var isOptional: Bool
    /// The letter that leads here with Alt, shown beside the label.
    var key: String?

    /// The input's id, to which the error summary links: its name.
    var id: String { name }

    /// The attributes that tie the input to its hint and its error for readers by ear.
    var ties: HTML {
        let described = [hint.map { _ in id + "-goi-y" }, error.map { _ in id + "-loi" }].compactMap { $0 }.joined(separator: " ")
        return """
            \(attribute: "aria-describedby", described.isEmpty ? nil : described)\
            \(attribute: "aria-invalid", error == nil ? nil : "true")\(attribute: "accesskey", key)
            """
    }

    /// One input with one label.
    func wrap(_ input: HTML) -> HTML {
        """
        <div class="field\(when(error != nil) { " wrong" })">
        <label for="\(id)"\(attribute: "data-key", key.map(keyName))>\(label)\(optionalMark)</label>
        \(hintAndError)\(input)
        </div>
        """
    }

    /// Several inputs that answer one question, each with its own label.
    /// - Parameter isBoxed: with a line around, for inputs that differ from one another.
    func wrapGroup(_ inputs: HTML, isBoxed: Bool = false) -> HTML {
        """
        <fieldset class="field\(when(isBoxed) { " boxed" })\(when(error != nil) { " wrong" })" id="\(id)" tabindex="-1"\(ties)>
        <legend>\(label)\(optionalMark)</legend>
        \(hintAndError)\(inputs)
        </fieldset>
        """
    }

    private var optionalMark: HTML {
        when(isOptional) { " <span class=\"quiet\">(không bắt buộc)</span>" }
    }

    private var hintAndError: HTML {
        """
        \(when(hint) { "<p class=\"hint\" id=\"\(id)-goi-y\">\($0)</p>\n" })\
        \(when(error) { "<p class=\"error\" id=\"\(id)-loi\">\(Icon.late.html) <span class=\"unseen\">Lỗi:</span> \($0)</p>\n" })
        """
    }
}

/// A key that is held with Alt, as it is shown.
func keyName(_ key: String) -> String { "Alt+\(key.uppercased())" }
