extension Excerpt {
    /// A line that stands for a text in a list: its beginning, without line breaks, an ellipsis only where a sentence was cut;
    /// words for a message that has none.
    package static func title(of text: String) -> String {
        let line = CleanText(line: text).text
        if line.isEmpty { return "(Gửi tệp, không kèm lời)" }
        if line.utf16.count <= longestTitle { return line }
        let head = cut(line, limit: longestTitle - 1, suffix: "")
        let ends: Set<Unicode.Scalar> = [".", "!", "?", "…"]
        return head.unicodeScalars.last.map(ends.contains) == true ? head : head + "…"
    }

    /// UTF-16 units.
    private static let longestTitle = 140
}
