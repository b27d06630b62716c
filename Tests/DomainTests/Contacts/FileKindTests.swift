import Domain
import Testing

/// The kind of a file is told by its content, never by its name.
@Suite struct FileKindTests {
    @Test func theKindsAreToldByTheirBeginning() {
        #expect(FileKind(Array("%PDF-1.7\n".utf8)) == .pdf)
        #expect(FileKind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(FileKind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)) == .png)
    }

    @Test(
        arguments: [
            [], [0x4D, 0x5A, 0x90, 0x00], Array("<html><script>".utf8), Array("PK\u{3}\u{4}".utf8), Array(" %PDF-1.7".utf8),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        ] as [[UInt8]])
    func everythingElseIsRefused(bytes: [UInt8]) {
        #expect(FileKind(bytes) == nil)
    }

    @Test func aZipIsADocumentOnlyWithADocumentInIt() {
        #expect(FileKind(Self.zip(["[Content_Types].xml", "word/document.xml"])) == .docx)
        #expect(FileKind(Self.zip(["[Content_Types].xml", "xl/workbook.xml"])) == nil)
        #expect(FileKind(Self.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])) == nil)
    }

    @Test func aBrokenZipIsRefusedWithoutHarm() {
        let whole = Self.zip(["[Content_Types].xml", "word/document.xml"])
        for length in 0..<whole.count { #expect(FileKind(Array(whole.prefix(length))) == nil, "\(length) bytes") }
        for index in whole.indices {
            var bent = whole
            bent[index] = ~bent[index]
            let kind = FileKind(bent)
            #expect(kind == nil || kind == .docx)
        }
    }

    /// An archive that has only a directory: what the check looks at.
    private static func zip(_ names: [String]) -> [UInt8] {
        var bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
        let start = bytes.count
        for name in names {
            var entry: [UInt8] = [0x50, 0x4B, 0x01, 0x02] + [UInt8](repeating: 0, count: 42)
            entry[28] = UInt8(name.utf8.count)
            bytes += entry + Array(name.utf8)
        }
        var closing: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
        closing[10] = UInt8(names.count)
        closing[16] = UInt8(start)
        return bytes + closing
    }
}
