import Documents
package import Domain

/// A form as it is shown: what stands in its fields, and what is wrong with them, handed to the kit's inputs. What was typed stays.
/// No input says `required`: the server's words are better than a browser's.
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

    /// Everything that was marked of a list.
    package func all(_ name: String) -> [String] { body.all(name) }

    func error(_ name: String) -> String? { problems.first { $0.field == name }.map { RefusalWords.sentence($0.fault) } }

    /// What is wrong, on top of the form, each line a link to its field.
    package var summary: HTML {
        var errors = FieldErrors()
        if let general { errors.add("", general) }
        for problem in problems {
            // The form's key has no field that one could go to.
            let field = problem.field == "formKey" ? "" : problem.field
            errors.add(field, "\(FieldWords.name(problem.field)): \(RefusalWords.sentence(problem.fault))")
        }
        return errorSummary(errors)
    }

    /// One line of text.
    package func line(
        _ name: String, _ label: String, hint: String? = nil, kind: TextInputKind = .text, optional: Bool = false,
        autocomplete: String? = nil, suggestions: [String] = [], short: Bool = false
    ) -> HTML {
        textInput(
            name, label: label, value: value(name), kind: kind, hint: hint, error: error(name), isOptional: optional,
            autocomplete: autocomplete, suggestions: suggestions, isShort: short || kind == .tel || kind == .date)
    }

    /// Several lines of text.
    package func area(_ name: String, _ label: String, hint: String? = nil, optional: Bool = false, rows: Int) -> HTML {
        textArea(name, label: label, value: value(name), hint: hint, error: error(name), isOptional: optional, rows: rows)
    }

    /// One of a list.
    package func select(
        _ name: String, _ label: String, hint: String? = nil, _ options: [(String, String)], optional: Bool = false
    ) -> HTML {
        selectInput(
            name, label: label, choices: options.map { Choice($0.0, $0.1) }, value: value(name), hint: hint, error: error(name),
            isOptional: optional)
    }

    /// One of a few, all in view.
    package func choice(_ name: String, _ legend: String, _ choices: [Choice], optional: Bool = false) -> HTML {
        radios(name, label: legend, choices: choices, value: value(name), error: error(name), isOptional: optional)
    }

    /// Any of a few.
    package func choices(_ name: String, _ legend: String, _ choices: [Choice]) -> HTML {
        checkboxes(name, label: legend, choices: choices, values: Set(body.all(name)), error: error(name))
    }

    /// Yes or no.
    package func check(_ name: String, _ label: String) -> HTML { checkbox(name, label: label, isChecked: value(name) == "1") }

    /// Files to send along. A browser does not let a page put files back, so a form that was refused says which ones to choose again.
    package func files(_ name: String, _ label: String, most: Int = UploadedFile.mostFiles) -> HTML {
        let again = body.files(name).map(\.name).joined(separator: ", ")
        let limits = "PDF, JPG, PNG, DOC, DOCX; mỗi tệp đến \(FileKind.largest / 1_048_576) MB, tối đa \(most) tệp."
        return fileInput(
            name, label: label, hint: again.isEmpty ? limits : "\(limits) Hãy chọn lại: \(again).", error: error(name),
            isOptional: true)
    }

    /// One file.
    package func file(_ name: String, _ label: String, hint: String? = nil) -> HTML {
        let again = body.files(name).first.map { "Hãy chọn lại tệp \($0.name)." }
        return fileInput(name, label: label, hint: again ?? hint, error: error(name), isOptional: true, takesSeveral: false)
    }

    /// Fields that an error may concern together.
    package func group(_ name: String, _ legend: String, hint: String? = nil, _ fields: HTML) -> HTML {
        inputGroup(name, label: legend, hint: hint, error: error(name), fields)
    }
}
