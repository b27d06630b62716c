/// Text in which soft line breaks are marked by a space at the end of the line (RFC 3676).
enum FlowedText {
    /// Lines as the writer meant them; quoted ones begin with `> `.
    static func joined(_ text: String, dropsSpace: Bool) -> String {
        var lines: [String] = []
        var open: (depth: Int, text: String)?
        func close() {
            if let line = open { lines.append(quoted(line.text, line.depth)) }
            open = nil
        }
        // By scalars: to a Character, CR LF is one thing and hides the line end.
        for raw in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = raw.last == "\r" ? raw.dropLast() : raw
            let depth = line.prefix { $0 == ">" }.count
            line = line.dropFirst(depth)
            // A space in front protects a line; it is none of the text's.
            if line.first == " " { line = line.dropFirst() }
            let isSignature = line.elementsEqual("-- ".unicodeScalars)
            if let before = open, before.depth != depth || isSignature { close() }
            var whole = (open?.text ?? "") + String(Substring(line))
            if line.last == " ", !isSignature {
                if dropsSpace { whole.unicodeScalars.removeLast() }
                open = (depth, whole)
            } else {
                open = nil
                lines.append(quoted(whole, depth))
            }
        }
        close()
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ line: String, _ depth: Int) -> String {
        depth == 0 ? line : String(repeating: ">", count: min(depth, 10)) + " " + line
    }
}
