import Testing

@testable import Domain

/// Files that are two things at once are opened as neither.
@Suite struct MixedContentTests {
    @Test(arguments: [
        SampleFiles.jpeg + SampleFiles.zip(["a.class"]), SampleFiles.gif + SampleFiles.zip(["a.exe"]), SampleFiles.pdf + SampleFiles.zip(["a.exe"]),
        SampleFiles.mp3 + SampleFiles.zip(["a.exe"]), SampleFiles.jpeg + SampleFiles.text("Rar!\u{1A}\u{7}\u{0}"),
        SampleFiles.gif + SampleFiles.text("/*<script>alert(1)</script>"), SampleFiles.png + SampleFiles.text("<?php system($_GET[0]);"),
        SampleFiles.jpeg + SampleFiles.pdf, SampleFiles.pdf + SampleFiles.text("<html><script>"),
        SampleFiles.zip(["%PDF-1.7", "[Content_Types].xml", "word/document.xml"]), SampleFiles.text("x %PDF-1.7"), SampleFiles.text(" %PDF-1.7"),
    ] as [[UInt8]])
    func aFileOfTwoKindsIsClosed(bytes: [UInt8]) {
        #expect(FileContent(bytes) == .closed(.mixed))
    }

    @Test func aMarkIsFoundAmongManyBeginningsAndLookedForWhereReadersLook() {
        let open = [UInt8](repeating: UInt8(ascii: "<"), count: 5000)
        #expect(FileContent(SampleFiles.jpeg + open) == .known(.jpeg))
        for mark in ["<script", "<SCRIPT", "<Script", "<html", "<HTML", "<?php", "<svg", "<iframe"] {
            #expect(FileContent(SampleFiles.jpeg + open + SampleFiles.text(mark)) == .closed(.mixed))
        }
        #expect(FileContent(SampleFiles.jpeg + open + SampleFiles.text("<scrip")) == .known(.jpeg))
        let far = SampleFiles.jpeg + [UInt8](repeating: 1, count: 4 << 20) + SampleFiles.text("<script>")
        #expect(FileContent(far) == .known(.jpeg), "nobody looks so far")
    }

    @Test func aPictureMayEndInAnything() {
        #expect(FileContent(SampleFiles.jpeg + [UInt8](repeating: 0x50, count: 5000)) == .known(.jpeg))
        #expect(FileContent(SampleFiles.jpeg + SampleFiles.text("PK\u{5}\u{6}")) == .known(.jpeg), "a closing record alone is chance")
    }

    @Test func aLetterMayCarryWhatItLikes() {
        #expect(FileContent(SampleFiles.text("From: a@b.vn\r\nSubject: x\r\n\r\n<html><script>%PDF-")) == .known(.eml))
    }
}
