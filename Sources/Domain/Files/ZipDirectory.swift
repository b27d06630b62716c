/// The names in a ZIP archive's central directory (APPNOTE 4.3.12, 4.3.16), by which office documents, programs and plain archives are
/// told apart.
struct ZipDirectory {
    private var names: Set<String> = []
    /// What the first entry holds when it stands uncompressed and is called `mimetype`, as OpenDocument wants it (part 3, §3.3).
    private var declared = ""
    private var isLocked = false

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), bytes.count >= 22 else { return nil }
        // The closing record stands at the end, before a comment of at most 65,535 bytes.
        let closing = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
            .first { bytes[$0] == 0x50 && bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
        guard let closing, let count = bytes.number16(at: closing + 10), let start = bytes.number32(at: closing + 16) else { return nil }
        var entry = start
        for _ in 0..<count {
            guard entry + 46 <= closing, bytes[entry...].starts(with: [0x50, 0x4B, 0x01, 0x02]),
                let flags = bytes.number16(at: entry + 8), let name = bytes.number16(at: entry + 28),
                let extra = bytes.number16(at: entry + 30), let comment = bytes.number16(at: entry + 32), entry + 46 + name <= closing
            else { return nil }
            names.insert(String(decoding: bytes[(entry + 46)..<(entry + 46 + name)], as: UTF8.self))
            if flags & 1 == 1 { isLocked = true }
            entry += 46 + name + extra + comment
        }
        let head = bytes.dropFirst(30)
        if head.starts(with: "mimetype".utf8), let size = bytes.number32(at: 18), size < 100, bytes.count >= 38 + size {
            declared = String(decoding: bytes[38..<(38 + size)], as: UTF8.self)
        }
    }

    var content: FileContent {
        if names.contains("AndroidManifest.xml") || names.contains(where: { $0.hasSuffix(".class") }) { return .closed(.program) }
        if names.contains("[Content_Types].xml") {
            if names.contains(where: { $0.hasSuffix("vbaProject.bin") || $0.hasPrefix("xl/macrosheets/") }) { return .closed(.macros) }
            if names.contains("word/document.xml") { return .known(.docx) }
            if names.contains("xl/workbook.xml") { return .known(.xlsx) }
        }
        if names.contains("content.xml") {
            if names.contains(where: { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }) { return .closed(.macros) }
            if declared == "application/vnd.oasis.opendocument.text" { return .known(.odt) }
            if declared == "application/vnd.oasis.opendocument.spreadsheet" { return .known(.ods) }
        }
        return .closed(isLocked && names.contains("[Content_Types].xml") ? .locked : .archive)
    }
}
