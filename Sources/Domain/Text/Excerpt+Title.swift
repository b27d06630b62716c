extension Excerpt {
    /// A line that stands for a text in a list: its beginning, without line breaks; words for a message that has none.
    package static func title(of text: String) -> String {
        let line = CleanText(line: text).text
        return line.isEmpty ? "(Gửi tệp, không kèm lời)" : cut(line, limit: 140)
    }
}
