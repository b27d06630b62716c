import Domain
import Foundation

/// Reads `multipart/form-data` (RFC 7578) from collected bytes. The first delimiter tells whether lines end in CR LF or LF, and
/// then all must; a delimiter counts only as a whole line, so a boundary inside a text or a file ends nothing.
struct MultipartReader {
    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private let limits: FormLimits
    private var newline: [UInt8] = [13, 10]
    private var position = 0
    private var read = FormBody()

    init(bytes: [UInt8], boundary: [UInt8], limits: FormLimits) {
        self.bytes = bytes
        self.limits = limits
        delimiter = Array("--".utf8) + boundary
    }

    mutating func form() throws(FormFault) -> FormBody {
        guard try openFirstPart() else { return read }
        while true {
            let head = try self.head()
            let (content, isLast) = try self.content()
            try take(head, content)
            if isLast { return read }
        }
    }

    /// Moves behind the first delimiter; false when it is the last one too.
    private mutating func openFirstPart() throws(FormFault) -> Bool {
        var from = 0
        while let start = find(delimiter, from: from) {
            if start == 0 || bytes[start - 1] == 10 {
                let end = start + delimiter.count
                for candidate in [[13, 10], [10]] as [[UInt8]] {
                    newline = candidate
                    if let after = lineEnd(end) {
                        position = after
                        return true
                    }
                }
                if isClosing(end) { return false }
            }
            from = start + 1
        }
        throw .truncated
    }

    /// The head of a part: its lines up to the empty one.
    private mutating func head() throws(FormFault) -> [String: ArraySlice<UInt8>] {
        var lines: [String: ArraySlice<UInt8>] = [:]
        while let end = find(newline, from: position) {
            let line = bytes[position..<end]
            position = end + newline.count
            if line.isEmpty { return lines }
            guard line.count <= 4096, lines.count < 16, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformedPart }
            lines[lowercased(trimmed(line[..<colon]))] = trimmed(line[(colon + 1)...])
        }
        throw .truncated
    }

    /// The content up to the next delimiter line, and whether that closes the form.
    private mutating func content() throws(FormFault) -> (ArraySlice<UInt8>, isLast: Bool) {
        let start = position
        let mark = newline + delimiter
        // An empty part may leave out the line end of its own: the empty line's serves for the delimiter too.
        var from = start - newline.count
        while let found = find(mark, from: from) {
            let end = found + mark.count
            let content = bytes[start..<max(start, found)]
            if let after = lineEnd(end) {
                position = after
                return (content, false)
            }
            if isClosing(end) { return (content, true) }
            from = found + 1
        }
        throw .truncated
    }

    private mutating func take(_ head: [String: ArraySlice<UInt8>], _ content: ArraySlice<UInt8>) throws(FormFault) {
        guard let line = head["content-disposition"] else { throw .malformedPart }
        let disposition = HeaderParameters(line)
        guard disposition.value == "form-data", let rawName = disposition.parameters["name"] else { throw .malformedPart }
        let encoding = lowercased(head["content-transfer-encoding"] ?? [])
        guard ["", "7bit", "8bit", "binary"].contains(encoding) else { throw .malformedPart }
        guard rawName.count <= limits.nameBytes else { throw .nameTooLong(limit: limits.nameBytes) }
        let name = try formText(rawName, field: "", limits: limits)

        guard disposition.parameters["filename"] != nil || disposition.parameters["filename*"] != nil else {
            guard read.fields.entries.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
            let value = try formText(content, field: name, limits: limits)
            read.fields.append(name, value)
            return
        }
        guard let fileName = disposition.text("filename") else { throw .brokenText(field: name) }
        if fileName.isEmpty, content.isEmpty { return }
        guard content.count <= limits.fileBytes else { throw .fileTooLarge(field: name, limit: limits.fileBytes) }
        guard read.files.count < limits.files else { throw .tooManyFiles(limit: limits.files) }
        let type = lowercased((head["content-type"] ?? []).prefix(200))
        read.files.append(
            FormBody.File(field: name, name: cleanedFileName(fileName), declaredType: type, bytes: Array(content)))
    }

    /// The place behind blanks and a line end, if that is what stands there.
    private func lineEnd(_ start: Int) -> Int? {
        let end = afterBlanks(start)
        return bytes[end...].starts(with: newline) ? end + newline.count : nil
    }

    /// `--`, blanks, and then a line end or nothing.
    private func isClosing(_ start: Int) -> Bool {
        guard bytes[start...].starts(with: "--".utf8) else { return false }
        let end = afterBlanks(start + 2)
        return end == bytes.count || bytes[end] == 10 || bytes[end] == 13
    }

    private func afterBlanks(_ start: Int) -> Int {
        bytes[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? bytes.count
    }

    /// `memchr` runs through a file of 10 MB in a blink; comparing byte by byte in Swift would not.
    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress else { return nil }
            var index = start
            while index + needle.count <= all.count {
                guard let hit = memchr(base + index, Int32(needle[0]), all.count - needle.count - index + 1) else { return nil }
                if memcmp(hit, needle, needle.count) == 0 { return UnsafeRawPointer(hit) - base }
                index = UnsafeRawPointer(hit) - base + 1
            }
            return nil
        }
    }
}
