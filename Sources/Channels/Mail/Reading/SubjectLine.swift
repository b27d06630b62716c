import Domain
import Foundation

/// What the subject of a message tells besides its words.
enum SubjectLine {
    /// `[KN BN-2026-0001234]`: what answers carry behind their subject.
    static func marked(_ subject: String, _ number: String) -> String { subject.isEmpty ? "[KN \(number)]" : "\(subject) [KN \(number)]" }

    /// The case number or lookup code in a subject: in the tag first, else wherever one stands that checks.
    static func tag(in subject: String) -> String? {
        if let inside = inside(subject) {
            if let number = CaseNumber(inside) { return number.text }
            if let code = LookupCode(inside) { return code.text }
        }
        let words = subject.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) && $0 != "-" }
            .map { String(Substring($0)) }
        if let number = words.lazy.compactMap({ CaseNumber($0) }).first { return number.text }
        // A code without its dash could be any word of ten letters whose check happens to hold; digits tell it from words.
        return words.lazy.filter { $0.utf8.contains { (48...57).contains($0) } }.compactMap { LookupCode($0) }.first?.text
    }

    /// What stands in `[KN …]`.
    private static func inside(_ subject: String) -> String? {
        let scalars = subject.unicodeScalars
        for open in scalars.indices where scalars[open] == "[" {
            let content = scalars[scalars.index(after: open)...].prefix { $0 != "]" }
            let text = String(Substring(content))
            if text.uppercased().hasPrefix("KN ") { return String(text.dropFirst(3)) }
        }
        return nil
    }

    /// Without the `Re:` and `Trả lời:` in front and without the tag: what a message without words says.
    static func bare(_ subject: String) -> String {
        var rest = Substring(subject)
        while let colon = rest.prefix(16).firstIndex(of: ":"), prefixes.contains(String(rest[..<colon]).folded) {
            rest = rest[rest.index(after: colon)...].drop { $0 == " " }
        }
        guard let open = rest.range(of: "[KN "), let close = rest[open.upperBound...].firstIndex(of: "]") else { return String(rest) }
        return CleanText(line: String(rest[..<open.lowerBound]) + " " + String(rest[rest.index(after: close)...])).text
    }

    /// Whether the message passes another one on.
    static func isForwarded(_ subject: String) -> Bool {
        guard let colon = subject.prefix(16).firstIndex(of: ":") else { return false }
        return ["fwd", "fw", "chuyen tiep", "ct"].contains(String(subject[..<colon]).folded)
    }

    private static let prefixes: Set<String> = ["re", "tra loi", "tl", "tra loi lai", "phan hoi", "fwd", "fw", "chuyen tiep", "ct", "aw", "sv"]
}
