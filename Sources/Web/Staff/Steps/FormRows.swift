/// Rows of like fields in a form: `title0`, `text0`, `title1`, … A row counts when anything stands in it.
enum FormRows {
    /// The form with its empty rows taken out from between.
    /// - Parameter choice: a field that names a row by its number, and follows it.
    static func tidied(_ form: FormBody, _ names: [String], most: Int, choice: String? = nil) -> FormBody {
        let used = (0..<most).filter { row in names.contains { !form.line("\($0)\(row)").isEmpty } }
        var fields = Fields()
        let own = Set((0..<most).flatMap { row in names.map { "\($0)\(row)" } })
        for entry in form.fields.entries where !own.contains(entry.name) {
            guard entry.name == choice else {
                fields.append(entry.name, entry.value)
                continue
            }
            // A number of no row stays as it is and is refused.
            fields.append(entry.name, Int(entry.value).flatMap { used.firstIndex(of: $0) }.map { String($0) } ?? entry.value)
        }
        for (index, row) in used.enumerated() {
            for name in names { fields.append("\(name)\(index)", form["\(name)\(row)"] ?? "") }
        }
        return FormBody(fields: fields, files: form.files)
    }

    /// How many rows are filled, of a form whose rows stand together.
    static func count(_ form: FormBody, _ names: [String], most: Int) -> Int {
        (0..<most).prefix { row in names.contains { !form.line("\($0)\(row)").isEmpty } }.count
    }
}

extension FormBody {
    /// The same with one value changed.
    func setting(_ name: String, _ value: String) -> FormBody {
        var fields = Fields()
        for entry in self.fields.entries where entry.name != name { fields.append(entry.name, entry.value) }
        fields.append(name, value)
        return FormBody(fields: fields, files: files)
    }
}
