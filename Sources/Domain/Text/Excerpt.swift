/// Text cut to fit a channel (a Zalo message holds 2,000 characters).
package enum Excerpt {
    /// At most `limit` UTF-16 units including `suffix`, which is added only when something was cut. The cut falls behind the
    /// last sentence that fits, when that keeps at least half of the room; else before the last word; else between two
    /// characters as readers see them. A suffix longer than the limit is left out.
    package static func cut(_ text: String, limit: Int, suffix: String = "…") -> String {
        guard text.utf16.count > limit else { return text }
        let suffix = suffix.utf16.count <= limit ? suffix : ""
        let room = max(0, limit - suffix.utf16.count)
        let head = prefix(of: text, units: room)
        if let sentence = sentenceEnd(in: text, before: head.endIndex), text[..<sentence].utf16.count * 2 >= room {
            return trimmed(text[..<sentence]) + suffix
        }
        if let space = wordEnd(in: text, before: head.endIndex) { return trimmed(text[..<space]) + suffix }
        return head + suffix
    }

    /// The longest prefix of whole characters. A single character may be larger than the room (a mark stacked a thousand
    /// times): then nothing is kept.
    private static func prefix(of text: String, units: Int) -> Substring {
        var left = units
        return text.prefix { character in
            left -= character.utf16.count
            return left >= 0
        }
    }

    /// Behind `.`, `!`, `?`, `…` followed by white space, or at a line end; not after the dot of `1.234`.
    private static func sentenceEnd(in text: String, before end: String.Index) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = end
        while index > text.startIndex {
            let previous = scalars.index(before: index)
            let isBreak = index < text.endIndex && scalars[index].properties.isWhitespace
            if scalars[previous] == "\n" { return previous }
            if isBreak, [".", "!", "?", "…"].contains(scalars[previous]) { return index }
            index = previous
        }
        return nil
    }

    private static func wordEnd(in text: String, before end: String.Index) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = end
        while index > text.startIndex {
            if index < text.endIndex, scalars[index].properties.isWhitespace { return index }
            index = scalars.index(before: index)
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.unicodeScalars
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return Substring(rest)
    }
}
