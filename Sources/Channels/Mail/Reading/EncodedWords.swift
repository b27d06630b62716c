import Foundation

/// Encoded words in headers (RFC 2047), read forgivingly: words cut within a letter, unknown charsets, raw bytes beside them.
enum EncodedWords {
    /// The header in Unicode, not yet cleaned.
    static func decode(_ header: [UInt8]) -> String {
        var text = ""
        var pending: Word?
        var rest = header[...]
        func flush() {
            if let word = pending { text += MailCharset.decode(word.bytes, label: word.charset) }
            pending = nil
        }
        while let start = nextWord(in: rest) {
            let before = rest[..<start.lower]
            // White space between two words is none of the text's.
            if !(pending != nil && before.allSatisfy { $0 <= 32 }) {
                flush()
                text += MailCharset.decode(Array(before), label: nil)
            }
            if var word = pending, word.charset == start.word.charset {
                // A letter may be cut in two by the end of a word: bytes are joined before they are read.
                word.bytes += start.word.bytes
                pending = word
            } else {
                flush()
                pending = start.word
            }
            rest = rest[start.upper...]
        }
        flush()
        return text + MailCharset.decode(Array(rest), label: nil)
    }

    private struct Word {
        var charset: String
        var bytes: [UInt8]
    }

    /// The next `=?charset?B?…?=` and where it stands.
    private static func nextWord(in bytes: ArraySlice<UInt8>) -> (lower: Int, upper: Int, word: Word)? {
        var from = bytes.startIndex
        while let start = bytes[from...].firstIndex(ofPair: UInt8(ascii: "="), question) {
            from = start + 2
            guard let first = bytes[from...].prefix(60).firstIndex(of: question), first + 2 < bytes.endIndex, bytes[first + 2] == question else {
                continue
            }
            let body = first + 3
            guard let end = bytes[body...].prefix(longest).firstIndex(ofPair: question, UInt8(ascii: "=")) else { continue }
            let content = bytes[body..<end]
            let decoded: [UInt8]
            switch bytes[first + 1] {
            case UInt8(ascii: "B"), UInt8(ascii: "b"): decoded = base64(content)
            case UInt8(ascii: "Q"), UInt8(ascii: "q"): decoded = quoted(content)
            default: continue
            }
            // A language may stand behind the charset (RFC 2231 §5).
            let charset = String(decoding: bytes[from..<first].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self).lowercased()
            return (start, end + 2, Word(charset: charset, bytes: decoded))
        }
        return nil
    }

    /// Bytes of one encoded word; 75 by the standard, by many programs a whole subject.
    private static let longest = 8000
    private static let question = UInt8(ascii: "?")

    /// Whatever is no digit of base 64 is passed over, missing padding is forgiven.
    private static func base64(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in content {
            guard let value = digit(byte) else { continue }
            buffer = (buffer << 6 | value) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 65...90: UInt32(byte - 65)
        case 97...122: UInt32(byte - 71)
        case 48...57: UInt32(byte + 4)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func quoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = content.startIndex
        while index < content.endIndex {
            let byte = content[index]
            if byte == UInt8(ascii: "="), index + 2 < content.endIndex, let high = hex(content[index + 1]), let low = hex(content[index + 2]) {
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            bytes.append(byte == UInt8(ascii: "_") ? 32 : byte)
            index += 1
        }
        return bytes
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where these two bytes stand beside each other.
    func firstIndex(ofPair first: UInt8, _ second: UInt8) -> Int? {
        var index = startIndex
        while index + 1 < endIndex {
            if self[index] == first, self[index + 1] == second { return index }
            index += 1
        }
        return nil
    }
}
