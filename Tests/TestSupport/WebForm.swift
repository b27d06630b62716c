/// A form as it stands on a page, with what stands in its fields.
package struct WebForm: Sendable {
    package let element: Element
    package var action: String { element["action"] ?? "" }
    package var isMultipart: Bool { element["enctype"] == "multipart/form-data" }

    /// The inputs that can be filled in or sent.
    private var controls: [Element] { element.everything.filter { ["input", "textarea", "select"].contains($0.name) && $0["name"] != nil } }

    /// The form on a page that has these fields and that button.
    package static func on(_ page: Element, having fields: [String], button: String? = nil) throws -> WebForm {
        let forms = page.all("form").map { WebForm(element: $0) }.filter { $0.element["method"] == "post" }
        let fitting = forms.filter { form in
            let names = Set(form.controls.compactMap { $0["name"] })
            return fields.allSatisfy(names.contains) && (button == nil || form.element.all("button").contains { $0["value"] == button })
        }
        guard let form = fitting.last else { throw Missing("a form with \(fields), button \(button ?? "") on: \(page.text.prefix(400))") }
        return form
    }

    /// What stands in a field now.
    package func value(_ name: String) -> String? { current.first { $0.0 == name }?.1 }

    /// What a browser would send: everything as it stands, with these values put in. A choice must be among those offered.
    func filled(_ values: [(String, String)], button: String?) throws -> [(String, String)] {
        for (name, value) in values {
            let fields = controls.filter { $0["name"] == name }
            let isOffered = fields.contains { field in
                switch (field.name, field["type"]) {
                case ("select", _): field.all("option").contains { $0["value"] == value }
                case ("input", "radio"), ("input", "checkbox"): field["value"] == value
                case (_, "hidden"), (_, "file"): false
                default: true
                }
            }
            guard isOffered else { throw Missing("the choice \(value) in the field \(name)") }
        }
        let put = Set(values.map(\.0))
        var sent = current.filter { !put.contains($0.0) } + values
        if let button { sent.append(("do", button)) }
        return sent
    }

    private var current: [(String, String)] {
        controls.compactMap { control in
            guard let name = control["name"] else { return nil }
            switch (control.name, control["type"]) {
            case ("select", _):
                let options = control.all("option")
                return (name, (options.first { $0["selected"] != nil } ?? options.first)?["value"] ?? "")
            case ("textarea", _): return (name, String(control.words.drop { $0 == "\n" }))
            case (_, "radio"), (_, "checkbox"): return control["checked"] == nil ? nil : (name, control["value"] ?? "on")
            case (_, "file"): return nil
            default: return (name, control["value"] ?? "")
            }
        }
    }
}
