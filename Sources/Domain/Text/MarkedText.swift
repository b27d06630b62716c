/// A text cut at its marks: words in braces on one line, to be filled in (ô điền).
package struct MarkedText: Sendable {
    private enum Piece {
        case text(String)
        case mark(String)
    }

    private var pieces: [Piece] = []

    package init(_ text: String) {
        var rest = text.unicodeScalars[...]
        while let open = rest.firstIndex(of: "{") {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(where: { $0 == "}" || $0 == "\n" }), inside[close] == "}" else {
                pieces.append(.text(String(rest[...open])))
                rest = inside
                continue
            }
            pieces.append(.text(String(rest[..<open])))
            pieces.append(.mark(String(inside[..<close])))
            rest = inside[inside.index(after: close)...]
        }
        pieces.append(.text(String(rest)))
    }

    /// What stands in the braces, in the order of the text.
    package var names: [String] { pieces.compactMap { if case .mark(let name) = $0 { name } else { nil } } }

    /// The text with its marks filled in; what has no value stays as a mark.
    package func filled(_ value: (String) -> String?) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .mark(let name): value(name) ?? "{\(name)}"
            }
        }.joined()
    }
}
