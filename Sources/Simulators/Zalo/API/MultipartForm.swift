/// A `multipart/form-data` body, taken apart by bytes.
struct MultipartForm {
    private(set) var parts: [Part] = []

    struct Part {
        let name: String
        let fileName: String?
        let bytes: ArraySlice<UInt8>
    }

    /// `nil` when the content type names no boundary.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", in: contentType), !boundary.isEmpty else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var rest = body[...]
        guard let first = Self.find(mark, in: rest) else { return }
        rest = rest[(first + mark.count)...]
        while rest.starts(with: [13, 10]), let end = Self.find([13, 10] + mark, in: rest) {
            let part = rest[(rest.startIndex + 2)..<max(end, rest.startIndex + 2)]
            if let head = Self.find([13, 10, 13, 10], in: part) { add(headers: part[..<head], content: part[(head + 4)...]) }
            rest = rest[(end + 2 + mark.count)...]
        }
    }

    subscript(_ name: String) -> Part? { parts.first { $0.name == name } }

    private mutating func add(headers: ArraySlice<UInt8>, content: ArraySlice<UInt8>) {
        for line in headers.split(whereSeparator: { $0 == 13 || $0 == 10 }) {
            let text = String(decoding: line, as: UTF8.self)
            guard text.lowercased().utf8.starts(with: "content-disposition:".utf8), let name = Self.parameter("name", in: text) else { continue }
            parts.append(Part(name: name, fileName: Self.parameter("filename", in: text), bytes: content))
            return
        }
    }

    /// The value of `; name=value` or `; name="value"`.
    private static func parameter(_ name: String, in header: String) -> String? {
        for field in header.utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
            let trimmed = field.drop { $0 == 0x20 }
            guard trimmed.starts(with: "\(name)=".utf8) else { continue }
            let value = trimmed.dropFirst(name.utf8.count + 1)
            let bare = value.first == UInt8(ascii: "\"") ? value.dropFirst().prefix { $0 != UInt8(ascii: "\"") } : value
            return String(decoding: bare, as: UTF8.self)
        }
        return nil
    }

    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        var at = bytes.startIndex
        let last = bytes.endIndex - mark.count
        while at <= last {
            guard let next = bytes[at...last].firstIndex(of: mark[0]) else { return nil }
            if bytes[next..<next + mark.count].elementsEqual(mark) { return next }
            at = next + 1
        }
        return nil
    }
}
