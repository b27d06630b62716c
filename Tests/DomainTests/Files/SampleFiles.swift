@testable import Domain

/// Files made for the tests, as small as their formats allow.
enum SampleFiles {
    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func wide(_ text: String, little: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 255), UInt8(unit >> 8)]
            return little ? bytes : bytes.reversed()
        }
    }

    /// An archive of stored files: local heads, directory, closing record.
    static func zip(_ names: [String], first content: String = "", locked: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        let flags: [UInt8] = [locked ? 1 : 0, 0]
        for (index, name) in names.enumerated() {
            let length: [UInt8] = [UInt8(name.utf8.count), 0]
            let inside = index == 0 ? Array(content.utf8) : []
            let size = number(inside.count)
            directory += [0x50, 0x4B, 1, 2, 0, 0, 0, 0] + flags + [UInt8](repeating: 0, count: 18) + length
                + [UInt8](repeating: 0, count: 16) + Array(name.utf8)
            bytes += [0x50, 0x4B, 3, 4, 0, 0] + flags + [UInt8](repeating: 0, count: 10) + size + size + length + [0, 0]
                + Array(name.utf8) + inside
        }
        let start = bytes.count
        return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, UInt8(names.count), 0, UInt8(names.count), 0] + number(directory.count)
            + number(start) + [0, 0]
    }

    private static func number(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255), 0, 0] }

    /// Header, allocation table (sector 0), directory (sector 1).
    static func compound(_ names: [String]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 512)
        bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        bytes[30] = 9
        bytes[48] = 1
        var table = [UInt8](repeating: 0xFF, count: 512)
        table.replaceSubrange(0..<8, with: [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF])
        var directory = [UInt8](repeating: 0, count: 512)
        for (index, name) in names.enumerated() {
            let units = name.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            directory.replaceSubrange(index * 128..<index * 128 + units.count, with: units)
            directory[index * 128 + 64] = UInt8(units.count + 2)
        }
        return bytes + table + directory
    }

    /// A media file of a brand, with one track of this kind.
    static func boxes(_ brand: String, compatible: String = "isom", track: String? = nil) -> [UInt8] {
        func box(_ name: String, _ content: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(content.count + 8)] + Array(name.utf8) + content }
        let head = box("ftyp", Array(brand.utf8) + [0, 0, 2, 0] + Array(compatible.utf8))
        guard let track else { return head }
        let handler = box("hdlr", [UInt8](repeating: 0, count: 8) + Array(track.utf8))
        return head + box("free", []) + box("moov", box("trak", handler))
    }

    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46]
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)
    static let gif: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3B]
    static let pdf = Array("%PDF-1.7\n%âãÏÓ\n1 0 obj".utf8)
    static let docx = zip(["[Content_Types].xml", "word/document.xml"])
    /// Two frames of 128 kbit/s at 44.1 kHz.
    static let mp3 = frames([0xFF, 0xFB, 0x90, 0], each: 417, count: 2)
    /// Two frames of ten bytes.
    static let aac = frames([0xFF, 0xF1, 0x50, 0x80, 0x01, 0x5F, 0xFC], each: 10, count: 2)

    private static func frames(_ head: [UInt8], each size: Int, count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in head + [UInt8](repeating: 0, count: size - head.count) }
    }
}
