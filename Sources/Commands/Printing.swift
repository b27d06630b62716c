import Foundation

/// Prints to standard output: text as it is, values as JSON with the field names of the interfaces page.
enum Printing {
    static func line(_ text: String) { write(text + "\n") }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    }

    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Rows under heads, columns as wide as they need be, in unicode scalars.
    static func table(_ heads: [String], _ rows: [[String]]) {
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        for row in all {
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            var text = cells.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            line(text)
        }
    }
}

/// A value that is written as `null` when it is absent: absent values are null, never missing (interfaces page).
struct Nullable<Content: Encodable>: Encodable {
    var content: Content?
    init(_ content: Content?) { self.content = content }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let content { try container.encode(content) } else { try container.encodeNil() }
    }
}

extension Nullable: Sendable where Content: Sendable {}
