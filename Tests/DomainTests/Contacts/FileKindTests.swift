import Testing

@testable import Domain

/// The kind of a file is told by its content, never by its name.
@Suite struct FileKindTests {
    @Test func picturesAndPapersAreToldByTheirFirstBytes() {
        #expect(FileKind(Array("%PDF-1.7\n".utf8)) == .pdf)
        #expect(FileKind([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) == .jpeg)
        #expect(FileKind([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)) == .png)
    }

    @Test func anArchiveIsATextDocumentOnlyByWhatIsInIt() {
        #expect(FileKind(zip(["[Content_Types].xml", "word/document.xml"])) == .docx)
        #expect(FileKind(zip(["[Content_Types].xml", "xl/workbook.xml"])) == nil)
        #expect(FileKind(zip(["a.exe"])) == nil)
    }

    @Test func aDocumentWithMacrosIsRefused() {
        #expect(FileKind(zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])) == nil)
    }

    @Test func aCompoundFileIsATextDocumentOnlyByItsStreams() {
        #expect(FileKind(compound(["Root Entry", "1Table", "WordDocument"])) == .doc)
        #expect(FileKind(compound(["Root Entry", "Workbook"])) == nil)
    }

    @Test(arguments: [
        "", "MZ", "<html>", "<svg xmlns='http://www.w3.org/2000/svg'>", "#!/bin/sh", "GIF89a", "%PD", "PK\u{3}\u{4}", "{\\rtf1", " %PDF-1.7",
    ])
    func everythingElseIsRefused(text: String) {
        #expect(FileKind(Array(text.utf8)) == nil)
    }

    @Test func aCutFileDoesNotBreakTheReader() {
        for whole in [zip(["[Content_Types].xml", "word/document.xml"]), compound(["Root Entry", "WordDocument"])] {
            for length in 0..<whole.count { #expect(FileKind(Array(whole[..<length])) == nil) }
        }
    }

    @Test func aBentArchiveDoesNotBreakTheReader() {
        let whole = zip(["[Content_Types].xml", "word/document.xml"])
        for index in whole.indices {
            var bent = whole
            bent[index] = ~bent[index]
            let kind = FileKind(bent)
            #expect(kind == nil || kind == .docx)
        }
    }

    @Test func aDirectoryThatRunsInACircleEnds() {
        var file = compound(["Root Entry"])
        file[512] = 0
        file.replaceSubrange(512..<520, with: [0xFD, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0])
        #expect(FileKind(file) == nil)
    }

    /// An archive of empty files: local heads, directory, closing record.
    private func zip(_ names: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for name in names {
            let length: [UInt8] = [UInt8(name.utf8.count), 0]
            directory += [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 24) + length + [UInt8](repeating: 0, count: 16) + Array(name.utf8)
            bytes += [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + length + [0, 0] + Array(name.utf8)
        }
        let start = bytes.count
        let number = { (value: Int) in [UInt8(value & 255), UInt8(value >> 8 & 255), 0, 0] }
        return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, UInt8(names.count), 0, UInt8(names.count), 0] + number(directory.count)
            + number(start) + [0, 0]
    }

    /// Header, allocation table (sector 0), directory (sector 1).
    private func compound(_ names: [String]) -> [UInt8] {
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
}
