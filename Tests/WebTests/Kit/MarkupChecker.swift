import TestSupport

/// What a piece of markup of ours must be: well-formed, each input with one label, references that lead somewhere, nothing inline,
/// nothing from outside. Says what is wrong, in words.
struct MarkupChecker {
    private(set) var problems: [String] = []
    private(set) var elements: [Element] = []

    /// Reads a whole page or a piece of one.
    init(_ html: String) {
        do {
            let page = try Markup.read(html.hasPrefix("<!DOCTYPE html>") ? html : "<!DOCTYPE html><html>\(html)</html>")
            elements = html.hasPrefix("<!DOCTYPE html>") ? page.everything : Array(page.everything.dropFirst())
        } catch {
            problems.append("\(error)")
            return
        }
        checkReferences()
        for element in elements { checkOrigin(of: element) }
    }

    private mutating func checkReferences() {
        let ids = Set(elements.compactMap { $0["id"] })
        let labelled = elements.filter { $0.name == "label" }.compactMap { $0["for"] }
        for element in elements {
            if ["input", "select", "textarea"].contains(element.name), element["type"] != "hidden" {
                let count = labelled.filter { $0 == element["id"] }.count
                if count != 1 { problems.append("\(count) labels for \(element["name"] ?? "?")") }
            }
            for reference in (element["aria-describedby"] ?? "").split(separator: " ") where !ids.contains(String(reference)) {
                problems.append("nothing has the id \(reference)")
            }
        }
    }

    private mutating func checkOrigin(of element: Element) {
        for (key, value) in element.attributes {
            if key == "style" || key.hasPrefix("on") { problems.append("inline \(key)") }
            if ["href", "src", "action"].contains(key), value.contains("//") { problems.append("outside address \(value)") }
        }
        if element.name == "script", element["src"] == nil { problems.append("inline script") }
    }
}
