/// A message that is too large to be fetched: its beginning is kept, behind a line that says how large it was. The line is ours alone, for
/// it stands in front of what the server sent.
enum LargeMail {
    /// Bytes of a message that is fetched whole.
    static let limit = 40 * 1_048_576
    /// Bytes that are fetched of a larger one: its headers and, as a rule, its words.
    static let beginning = 256 * 1024

    private static let header = "X-Dong-Hanh-Too-Large"

    /// The beginning of a message with the note in front.
    static func marked(_ bytes: [UInt8], size: Int) -> [UInt8] { Array("\(header): \(size)\r\n".utf8) + bytes }

    /// The size that was noted, in bytes; `nil` for a message that came whole.
    static func note(of bytes: [UInt8]) -> Int? {
        let mark = Array("\(header): ".utf8)
        guard bytes.starts(with: mark) else { return nil }
        return Int(String(decoding: bytes.dropFirst(mark.count).prefix { $0 != 13 }, as: UTF8.self))
    }
}
