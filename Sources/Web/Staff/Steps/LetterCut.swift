import Domain

/// Proposes where a letter with several petitions is to be cut: at paragraphs that begin with a number or a letter of a list
/// ("1.", "2)", "(3)", "a)"). What stands before the first of them belongs to all and goes into none. An officer looks over it.
enum LetterCut {
    /// The items in order; empty when the letter does not number its petitions.
    static func propose(_ text: String) -> [ItemDraft] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
        // Figures before letters: "a)" below "1." belongs to that item.
        for style in [Mark.Style.figure, .letter] {
            let items = cut(lines, style)
            if items.count >= 2 { return items.prefix(Submission.mostItems).map(draft) }
        }
        return []
    }

    private static func cut(_ lines: [String], _ style: Mark.Style) -> [[String]] {
        var items: [[String]] = []
        for line in lines {
            if let mark = Mark(line), mark.style == style, mark.number == items.count + 1 {
                items.append([mark.rest])
            } else if !items.isEmpty {
                items[items.count - 1].append(line)
            }
        }
        return items
    }

    private static func draft(_ lines: [String]) -> ItemDraft {
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        return ItemDraft(title: Excerpt.title(of: text), text: text)
    }

    /// The number of a list at the beginning of a paragraph.
    private struct Mark {
        enum Style { case figure, letter }

        var style: Style
        var number: Int
        var rest: String

        /// The letters of a Vietnamese list, in their order.
        private static let letters = Array("abcdđeghiklmnopqrstuvxy".unicodeScalars)

        init?(_ line: String) {
            let scalars = Array(line.unicodeScalars.drop { $0.properties.isWhitespace })
            let open = scalars.first == "(" ? 1 : 0
            let figures = scalars[open...].prefix { ("0"..."9").contains($0) }
            if let number = Int(String(String.UnicodeScalarView(figures))), figures.count <= 2 {
                (style, self.number) = (.figure, number)
            } else if figures.isEmpty, scalars.count > open, let place = Self.letters.firstIndex(of: scalars[open]) {
                (style, number) = (.letter, place + 1)
            } else {
                return nil
            }
            let end = open + max(figures.count, 1)
            // A year, an amount ("1.500") or a word is no number of a list.
            guard end + 1 < scalars.count, scalars[end + 1].properties.isWhitespace else { return nil }
            switch (scalars[end], style) {
            case (")", _): break
            case (".", .figure) where open == 0, ("/", .figure) where open == 0: break
            default: return nil
            }
            rest = String(String.UnicodeScalarView(scalars[(end + 1)...].drop { $0.properties.isWhitespace }))
        }
    }
}
