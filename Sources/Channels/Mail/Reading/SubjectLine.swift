import Domain
import Foundation

/// What the subject of a message tells besides its words.
enum SubjectLine {
    /// The lookup code or case number in a subject. The code comes first when it is written as we print it: nobody guesses it, so that it
    /// also joins what a colleague of the sender writes.
    static func tag(in subject: String) -> String? {
        let words = subject.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) && $0 != "-" }
            .map { String(Substring($0)) }
        let codes = words.compactMap { word in LookupCode(word).map { (word, $0.text) } }
        if let grouped = codes.first(where: { $0.0.utf8.contains(UInt8(ascii: "-")) }) { return grouped.1 }
        if let number = words.lazy.compactMap({ CaseNumber($0) }).first { return number.text }
        // Any word of ten letters may happen to check; digits tell a code from words.
        return codes.first { $0.0.utf8.contains { (48...57).contains($0) } }?.1
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
