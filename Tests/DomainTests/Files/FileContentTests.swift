import Testing

@testable import Domain

/// What a file is, is told by its content, never by its name.
@Suite struct FileContentTests {
    @Test(arguments: [
        (SampleFiles.pdf, FileKind.pdf), (SampleFiles.jpeg, .jpeg), (SampleFiles.png, .png), (SampleFiles.gif, .gif),
        (SampleFiles.text("RIFF\u{10}\u{0}\u{0}\u{0}WEBPVP8 "), .webp), (SampleFiles.text("RIFF\u{10}\u{0}\u{0}\u{0}WAVEfmt "), .wav),
        (SampleFiles.boxes("heic"), .heic), (SampleFiles.boxes("mif1", compatible: "heic"), .heic),
        (SampleFiles.boxes("mp42", track: "vide"), .mp4), (SampleFiles.boxes("mp42", track: "soun"), .m4a),
        (SampleFiles.boxes("M4A "), .m4a), (SampleFiles.boxes("qt  "), .mov), (SampleFiles.boxes("3gp4", track: "soun"), .m4a),
        (SampleFiles.text("#!AMR\n\u{4}"), .amr), (SampleFiles.text("OggS\u{0}\u{2}"), .ogg), (SampleFiles.mp3, .mp3), (SampleFiles.aac, .aac),
        (SampleFiles.text("ID3\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}\u{0}\u{0}") + SampleFiles.mp3, .mp3),
    ] as [([UInt8], FileKind)])
    func picturesRecordingsAndFilmsAreToldByTheirMarks(bytes: [UInt8], kind: FileKind) {
        #expect(FileContent(bytes) == .known(kind))
    }

    @Test(arguments: [
        (["[Content_Types].xml", "word/document.xml"], "", FileContent.known(.docx)),
        (["[Content_Types].xml", "xl/workbook.xml"], "", .known(.xlsx)),
        (["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text", .known(.odt)),
        (["mimetype", "content.xml"], "application/vnd.oasis.opendocument.spreadsheet", .known(.ods)),
        (["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], "", .closed(.macros)),
        (["[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"], "", .closed(.macros)),
        (["mimetype", "content.xml", "Basic/Standard/Module1.xml"], "application/vnd.oasis.opendocument.text", .closed(.macros)),
        (["META-INF/MANIFEST.MF", "A.class"], "", .closed(.program)), (["AndroidManifest.xml", "classes.dex"], "", .closed(.program)),
        (["a.exe"], "", .closed(.archive)), (["content.xml"], "", .closed(.archive)),
    ] as [([String], String, FileContent)])
    func anArchiveIsADocumentOnlyByWhatIsInIt(names: [String], first: String, content: FileContent) {
        #expect(FileContent(SampleFiles.zip(names, first: first)) == content)
    }

    @Test(arguments: [
        (["Root Entry", "1Table", "WordDocument"], FileContent.known(.doc)), (["Root Entry", "Workbook"], .known(.xls)),
        (["Root Entry", "Book"], .known(.xls)), (["Root Entry", "Macros", "WordDocument"], .closed(.macros)),
        (["Root Entry", "_VBA_PROJECT_CUR", "Workbook"], .closed(.macros)), (["Root Entry", "EncryptedPackage"], .closed(.locked)),
        (["Root Entry", "Setup"], .closed(.unlisted)),
    ] as [([String], FileContent)])
    func aCompoundFileIsADocumentOnlyByItsStreams(names: [String], content: FileContent) {
        #expect(FileContent(SampleFiles.compound(names)) == content)
    }

    @Test(arguments: [
        (SampleFiles.text("MZ\u{90}\u{0}"), FileContent.Closed.program), ([0x7F, 0x45, 0x4C, 0x46, 2], .program),
        ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0], .program), ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], .program), ([0, 0x61, 0x73, 0x6D, 1], .program),
        (SampleFiles.text("Rar!\u{1A}\u{7}\u{1}\u{0}"), .archive), ([0x1F, 0x8B, 8, 0], .archive), ([0x50, 0x4B, 5, 6], .archive),
        (SampleFiles.text("PK\u{3}\u{4}"), .archive), ([], .empty), ([1, 2, 3, 0], .unlisted), (SampleFiles.boxes("avif"), .unlisted),
    ] as [([UInt8], FileContent.Closed)])
    func whatIsNotOpenedHereIsClosedWithTheReason(bytes: [UInt8], why: FileContent.Closed) {
        #expect(FileContent(bytes) == .closed(why))
    }

    @Test func aCutFileDoesNotBreakTheReader() {
        let whole = [SampleFiles.docx, SampleFiles.compound(["Root Entry", "WordDocument"])]
        for file in whole { for length in 0..<file.count { #expect([nil, .text].contains(FileContent(Array(file[..<length])).kind)) } }
        for file in [SampleFiles.boxes("mp42", track: "vide"), SampleFiles.mp3, SampleFiles.aac] {
            for length in 0..<file.count { _ = FileContent(Array(file[..<length])) }
        }
    }

    @Test func aBentFileDoesNotBreakTheReader() {
        for whole in [SampleFiles.docx, SampleFiles.boxes("mp42", track: "vide")] {
            for index in whole.indices {
                var bent = whole
                bent[index] = ~bent[index]
                #expect([nil, .docx, .mp4, .m4a].contains(FileContent(bent).kind))
            }
        }
    }

    @Test func aDirectoryThatRunsInACircleEnds() {
        var file = SampleFiles.compound(["Root Entry"])
        file[512] = 0
        file.replaceSubrange(512..<520, with: [0xFD, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0])
        #expect(FileContent(file) == .closed(.unlisted))
    }

    @Test(arguments: [
        (FileContent.known(.pdf), "Đơn.PDF", "Đơn.PDF"), (.known(.pdf), "hoa-don.exe", "hoa-don.exe.pdf"), (.known(.text), "chay.bat", "chay.bat.txt"),
        (.known(.jpeg), "anh.jpeg", "anh.jpeg"), (.known(.docx), "", "tep.docx"), (.closed(.program), "anh.png", "anh.png.bin"),
        (.closed(.archive), "ho-so.zip", "ho-so.zip"), (.closed(.archive), "ho-so.jpg", "ho-so.jpg.bin"),
        (.known(.pdf), "gpj.\u{202E}fdp.exe", "gpj.fdp.exe.pdf"), (.known(.png), "../../etc/anh.png", "anh.png"),
    ] as [(FileContent, String, String)])
    func theNameOnADiskFitsTheContent(content: FileContent, name: String, safe: String) {
        #expect(content.safeName(name) == safe)
    }
}
