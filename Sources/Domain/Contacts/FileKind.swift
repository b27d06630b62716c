/// The kinds of file that a petition may carry (tệp kèm theo; brief §1.5), told by their content and never by their name.
package enum FileKind: String, CaseIterable, Sendable, Codable {
    case pdf, jpeg, png, doc, docx

    /// Bytes: 10 MB (brief §1.5).
    package static let largest = 10 * 1024 * 1024

    /// What a form's file input offers to choose.
    package static let accept = ".pdf,.jpg,.jpeg,.png,.doc,.docx"

    /// `nil` for everything that is not one of the kinds, such as programs, web pages, archives, and documents with macros.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.dropFirst(12).starts(with: "IHDR".utf8) {
            self = .png
        } else if CompoundFile(bytes)?.contains("WordDocument") == true {
            self = .doc
        } else if let names = ZipDirectory(bytes)?.names, names.contains("word/document.xml"), names.contains("[Content_Types].xml"),
            !names.contains("word/vbaProject.bin")
        {
            self = .docx
        } else {
            return nil
        }
    }

    /// For the `Content-Type` header; the browser's own claim is never passed on.
    package var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .doc: "application/msword"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
    }

    /// Without the dot.
    package var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .jpeg: "jpg"
        case .png: "png"
        case .doc: "doc"
        case .docx: "docx"
        }
    }
}

/// The directory of an OLE compound file ([MS-CFB] 2.2, 2.6), in which old Word, Excel and installers look alike until their
/// streams are named.
private struct CompoundFile {
    private let bytes: [UInt8]
    private let sectorSize: Int

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 1536, bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        switch bytes.number16(at: 30) {
        case 9: sectorSize = 512
        case 12: sectorSize = 4096
        default: return nil
        }
        self.bytes = bytes
    }

    /// Whether a stream of that name stands in the directory, which is a chain of sectors of 128-byte entries.
    func contains(_ name: String) -> Bool {
        let wanted = Array(name.utf16)
        var sector = bytes.number32(at: 48)
        // A chain longer than the file has sectors runs in a circle.
        for _ in 0...(bytes.count / sectorSize) {
            guard let current = sector, current < 0xFFFF_FFFA else { return false }
            let start = (current + 1) * sectorSize
            guard start + sectorSize <= bytes.count else { return false }
            for entry in stride(from: start, to: start + sectorSize, by: 128) where entryName(entry) == wanted { return true }
            sector = next(after: current)
        }
        return false
    }

    /// UTF-16 without its closing zero.
    private func entryName(_ entry: Int) -> [UInt16] {
        guard let size = bytes.number16(at: entry + 64), (4...64).contains(size) else { return [] }
        return (0..<(size / 2 - 1)).compactMap { bytes.number16(at: entry + 2 * $0).map(UInt16.init) }
    }

    /// By the allocation table, whose first 109 sectors the header lists: enough for 7 MB, and the directory of a text document
    /// begins early.
    private func next(after sector: Int) -> Int? {
        let perTable = sectorSize / 4
        guard sector / perTable < 109, let table = bytes.number32(at: 76 + 4 * (sector / perTable)), table < 0xFFFF_FFFA else { return nil }
        return bytes.number32(at: (table + 1) * sectorSize + 4 * (sector % perTable))
    }
}

/// The names in a ZIP archive's central directory (APPNOTE 4.3.12, 4.3.16).
private struct ZipDirectory {
    var names: Set<String> = []

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), bytes.count >= 22 else { return nil }
        // The closing record stands at the end, before a comment of at most 65,535 bytes.
        let closing = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
            .first { bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
        guard let closing, let count = bytes.number16(at: closing + 10), let start = bytes.number32(at: closing + 16) else { return nil }
        var entry = start
        for _ in 0..<count {
            guard entry + 46 <= closing, bytes[entry...].starts(with: [0x50, 0x4B, 0x01, 0x02]),
                let name = bytes.number16(at: entry + 28), let extra = bytes.number16(at: entry + 30),
                let comment = bytes.number16(at: entry + 32), entry + 46 + name <= closing
            else { return nil }
            names.insert(String(decoding: bytes[(entry + 46)..<(entry + 46 + name)], as: UTF8.self))
            entry += 46 + name + extra + comment
        }
    }
}

extension [UInt8] {
    /// Little-endian; `nil` past the end.
    fileprivate func number16(at index: Int) -> Int? {
        guard index >= 0, index + 2 <= count else { return nil }
        return Int(self[index]) | Int(self[index + 1]) << 8
    }

    fileprivate func number32(at index: Int) -> Int? {
        guard let low = number16(at: index), let high = number16(at: index + 2) else { return nil }
        return low | high << 16
    }
}
