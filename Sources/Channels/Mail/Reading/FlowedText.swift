/// Text in which soft line breaks are marked by a space at the end of the line (RFC 3676).
enum FlowedText {
    /// Lines as the writer meant them; quoted ones begin with `> `.
    static func joined(_ text: String, dropsSpace: Bool) -> String {
        var lines: [String] = []
        /// The paragraph that goes on, and how deep it is quoted.
        var paragraph = ""
        var openDepth: Int?
        func close() {
            if let depth = openDepth { lines.append(quoted(paragraph, depth)) }
            paragraph = ""
            openDepth = nil
        }
        // By scalars: to a Character, CR LF is one thing and hides the line end.
        for raw in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = raw.last == "\r" ? raw.dropLast() : raw
            let depth = line.prefix { $0 == ">" }.count
            line = line.dropFirst(depth)
            // A space in front protects a line; it is none of the text's.
            if line.first == " " { line = line.dropFirst() }
            let isSignature = line.elementsEqual("-- ".unicodeScalars)
            if isSignature || openDepth != depth { close() }
            openDepth = depth
            let goesOn = line.last == " " && !isSignature
            paragraph.unicodeScalars.append(contentsOf: goesOn && dropsSpace ? line.dropLast() : line)
            if !goesOn { close() }
        }
        close()
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ line: String, _ depth: Int) -> String {
        depth == 0 ? line : String(repeating: ">", count: min(depth, 10)) + " " + line
    }
}
