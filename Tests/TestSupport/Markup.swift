/// A page as a strict reader sees it: every element closed where it must be, every attribute quoted, no id twice, nothing unescaped.
/// Browsers forgive; this does not.
package struct Element: Sendable {
    package var name: String
    package var attributes: [String: String]
    package var children: [Node] = []

    package indirect enum Node: Sendable {
        case element(Element)
        case text(String)
    }

    package subscript(attribute: String) -> String? { attributes[attribute] }

    /// The element and all below it, in order.
    package var everything: [Element] {
        [self] + children.flatMap { child -> [Element] in if case .element(let element) = child { element.everything } else { [] } }
    }

    /// All elements of that name below.
    package func all(_ name: String) -> [Element] { everything.filter { $0.name == name } }

    /// What a person reads: the words below, blanks folded. Scripts and styles are not read.
    package var text: String {
        words.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    /// The words exactly as they stand (a textarea's content).
    package var words: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): ["script", "style", "head"].contains(element.name) ? " " : " \(element.words) "
            }
        }.joined()
    }

    /// The first element below whose class list holds the word.
    package func first(class word: String) -> Element? {
        everything.first { ($0["class"] ?? "").split(separator: " ").contains { $0 == word } }
    }
}

/// What is wrong with a page's markup.
package struct MarkupFault: Error, CustomStringConvertible {
    package var description: String
}

/// Reads a whole document into its `html` element.
package struct Markup {
    private let source: [Unicode.Scalar]
    private var position = 0
    private var open: [Element] = []
    private var ids: Set<String> = []

    private static let empty: Set = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]

    private init(_ source: String) { self.source = Array(source.unicodeScalars) }

    package static func read(_ source: String) throws(MarkupFault) -> Element {
        var reader = Markup(source)
        return try reader.document()
    }

    private mutating func document() throws(MarkupFault) -> Element {
        guard take("<!DOCTYPE html>") else { throw MarkupFault(description: "no doctype") }
        open = [Element(name: "#document", attributes: [:])]
        while position < source.count {
            if source[position] == "<" { try tag() } else { try text() }
        }
        guard open.count == 1, let root = open.first else {
            throw MarkupFault(description: "not closed: \(open.dropFirst().map(\.name))")
        }
        let elements = root.children.compactMap { child -> Element? in if case .element(let element) = child { element } else { nil } }
        guard elements.count == 1, let html = elements.first, html.name == "html" else {
            throw MarkupFault(description: "not one html element")
        }
        return html
    }

    private mutating func tag() throws(MarkupFault) {
        let start = position
        position += 1
        if take("/") {
            let name = word()
            guard take(">"), let last = open.last, last.name == name, open.count > 1 else {
                throw fault("</\(name)> closes <\(open.last?.name ?? "")>", at: start)
            }
            open.removeLast()
            open[open.count - 1].children.append(.element(last))
            return
        }
        var element = Element(name: word(), attributes: [:])
        guard !element.name.isEmpty else { throw fault("a bare <", at: start) }
        while !take(">") {
            guard take(" ") || take("\n") else { throw fault("no blank before an attribute", at: position) }
            while take(" ") || take("\n") {}
            if position < source.count, source[position] == ">" { continue }
            let (name, value) = try attribute()
            guard element.attributes[name] == nil else { throw fault("\(name) twice", at: start) }
            element.attributes[name] = value
        }
        if let id = element["id"], !ids.insert(id).inserted { throw fault("id \(id) twice", at: start) }
        if Self.empty.contains(element.name) {
            open[open.count - 1].children.append(.element(element))
        } else {
            try checkNesting(of: element.name, at: start)
            open.append(element)
        }
    }

    /// What a browser would silently take apart: a paragraph closed by a block inside it, a form within a form.
    private func checkNesting(of name: String, at start: Int) throws(MarkupFault) {
        let blocks: Set = ["p", "div", "ul", "ol", "dl", "table", "section", "form", "fieldset", "h1", "h2", "h3", "blockquote", "nav", "pre"]
        if blocks.contains(name), open.contains(where: { $0.name == "p" }) { throw fault("<\(name)> inside <p>", at: start) }
        for lone in ["form", "a", "button", "label"] where name == lone && open.contains(where: { $0.name == lone }) {
            throw fault("<\(lone)> inside <\(lone)>", at: start)
        }
    }

    private mutating func attribute() throws(MarkupFault) -> (String, String) {
        let start = position
        let name = word()
        guard !name.isEmpty else { throw fault("a strange attribute", at: start) }
        guard take("=") else { return (name, "") }
        guard take("\"") else { throw fault("\(name) without quotes", at: start) }
        let from = position
        while position < source.count, source[position] != "\"" { position += 1 }
        let value = try unescaped(from..<position)
        guard take("\"") else { throw fault("\(name) does not end", at: start) }
        return (name, value)
    }

    private mutating func text() throws(MarkupFault) {
        let from = position
        while position < source.count, source[position] != "<" { position += 1 }
        open[open.count - 1].children.append(.text(try unescaped(from..<position)))
    }

    private static let entities: [(String, Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    private func unescaped(_ range: Range<Int>) throws(MarkupFault) -> String {
        var clean = String.UnicodeScalarView()
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = source[index]
            if scalar == "<" || scalar == ">" { throw fault("an unescaped \(scalar)", at: index) }
            guard scalar == "&" else {
                clean.append(scalar)
                index += 1
                continue
            }
            guard let (entity, meant) = Self.entities.first(where: { source[index...].starts(with: $0.0.unicodeScalars) }) else {
                throw fault("an unescaped &", at: index)
            }
            clean.append(meant)
            index += entity.unicodeScalars.count
        }
        return String(clean)
    }

    private mutating func word() -> String {
        let from = position
        while position < source.count, source[position].properties.isAlphabetic || source[position].properties.numericType != nil
            || source[position] == "-"
        { position += 1 }
        return String(String.UnicodeScalarView(source[from..<position]))
    }

    private mutating func take(_ expected: String) -> Bool {
        guard source[position...].starts(with: expected.unicodeScalars) else { return false }
        position += expected.unicodeScalars.count
        return true
    }

    private func fault(_ words: String, at place: Int) -> MarkupFault {
        let around = source[max(0, place - 60)..<min(source.count, place + 60)]
        return MarkupFault(description: "\(words), at: \(String(String.UnicodeScalarView(around)))")
    }
}
