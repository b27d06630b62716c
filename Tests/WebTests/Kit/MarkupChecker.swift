/// A small strict reader of markup: what a page of ours must be. Returns what is wrong, in words.
struct MarkupChecker {
    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    private(set) var problems: [String] = []
    private(set) var elements: [Element] = []

    struct Element {
        var name: String
        var attributes: [String: String]
    }

    init(_ html: String) {
        var open: [String] = []
        var rest = Array(html.unicodeScalars)[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") { problems.append("a bare >") }
            rest = rest[(start + 1)...]
            guard let end = Self.tagEnd(rest) else {
                problems.append("an unclosed tag")
                return
            }
            let tag = String(String.UnicodeScalarView(rest[..<end]))
            rest = rest[(end + 1)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { problems.append("</\(name)> closes what is not open") }
            } else if let element = element(tag) {
                elements.append(element)
                if !tag.hasSuffix("/"), !Self.void.contains(element.name) { open.append(element.name) }
            }
        }
        if !open.isEmpty { problems.append("left open: \(open)") }
        checkMeaning()
    }

    private static func tagEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var inQuotes = false
        for index in scalars.indices {
            if scalars[index] == "\"" { inQuotes.toggle() }
            if scalars[index] == "<", !inQuotes { return nil }
            if scalars[index] == ">", !inQuotes { return index }
        }
        return nil
    }

    private mutating func element(_ tag: String) -> Element? {
        var scalars = Array(tag.unicodeScalars)[...]
        if scalars.last == "/" { scalars = scalars.dropLast() }
        let name = scalars.prefix { $0 != " " && $0 != "\n" }
        scalars = scalars.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            scalars = scalars.drop { $0 == " " || $0 == "\n" }
            if scalars.isEmpty { break }
            let key = text(scalars.prefix { $0 != "=" && $0 != " " && $0 != "\n" })
            scalars = scalars.dropFirst(key.unicodeScalars.count)
            var value = ""
            if scalars.first == "=" {
                guard scalars.dropFirst().first == "\"" else {
                    problems.append("an attribute without quotes: \(tag)")
                    return nil
                }
                let content = scalars.dropFirst(2).prefix { $0 != "\"" }
                value = text(content)
                scalars = scalars.dropFirst(content.count + 3)
                if let next = scalars.first, next != " ", next != "\n" { problems.append("attributes run together: \(tag)") }
            }
            if attributes.updateValue(value, forKey: key) != nil { problems.append("\(key) twice: \(tag)") }
        }
        return Element(name: text(name), attributes: attributes)
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    /// One label for each input, ids once, references that lead somewhere, nothing inline, nothing from outside.
    private mutating func checkMeaning() {
        let ids = elements.compactMap { $0.attributes["id"] }
        for id in Set(ids) where ids.filter({ $0 == id }).count > 1 { problems.append("id \(id) stands twice") }
        let labelled = elements.filter { $0.name == "label" }.compactMap { $0.attributes["for"] }
        for element in elements {
            let attributes = element.attributes
            if ["input", "select", "textarea"].contains(element.name), attributes["type"] != "hidden" {
                let count = labelled.filter { $0 == attributes["id"] }.count
                if count != 1 { problems.append("\(count) labels for \(attributes["name"] ?? "?")") }
            }
            for reference in (attributes["aria-describedby"] ?? "").split(separator: " ") where !ids.contains(String(reference)) {
                problems.append("nothing has the id \(reference)")
            }
            for (key, value) in attributes {
                if key == "style" || key.hasPrefix("on") { problems.append("inline \(key)") }
                if ["href", "src", "action"].contains(key), value.contains("//") { problems.append("outside address \(value)") }
            }
            if element.name == "script", attributes["src"] == nil { problems.append("inline script") }
        }
    }
}
