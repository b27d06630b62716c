import Testing

@testable import Domain

/// Texts, and what calls itself one.
@Suite struct TextContentTests {
    /// “Kính gửi Tổ công tác” as windows-1258 has it: ì and ô of one byte, the tones behind their vowels.
    static let oldVietnamese: [UInt8] = [
        0x4B, 0xED, 0x6E, 0x68, 0x20, 0x67, 0xFD, 0xD2, 0x69, 0x20, 0x54, 0xF4, 0xD2, 0x20, 0x63, 0xF4, 0x6E, 0x67, 0x20, 0x74, 0xE1, 0x63,
    ]

    @Test(arguments: [
        SampleFiles.text("Kính gửi Tổ công tác,\nĐường bị lún."), SampleFiles.text("\u{FEFF}có dấu"),
        SampleFiles.wide("\u{FEFF}Kính gửi", little: true),
        SampleFiles.wide("\u{FEFF}Kính gửi", little: false), oldVietnamese, SampleFiles.text("MZ là hai chữ"),
        SampleFiles.text("a < b và b > c"),
    ] as [[UInt8]])
    func aTextIsAText(bytes: [UInt8]) {
        #expect(FileContent(bytes) == .known(.text))
    }

    @Test(arguments: [
        [0x41, 0, 0x42], [0x41, 0x1B, 0x5B], [0x41, 0x7F], [0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0, 0xD8], [0xFF, 0xFE, 1, 0],
        [0x8D, 0x41, 0x42], [0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0x41],
    ] as [[UInt8]])
    func bytesThatNoReaderWritesAreNoText(bytes: [UInt8]) {
        #expect(FileContent(bytes) == .closed(.unlisted))
    }

    @Test(arguments: [
        "<html>", "<!DOCTYPE html>", "\u{FEFF}<html>", "  \n<svg xmlns='http://www.w3.org/2000/svg'>", "<?xml version=\"1.0\"?><a/>", "<a href='x'>",
        "Chào <script>alert(1)</script>", "<BODY onload=x>",
    ])
    func aPageIsClosed(text: String) {
        #expect(FileContent(Array(text.utf8)) == .closed(.page))
    }

    @Test func aPageInSixteenBitsIsClosedToo() {
        #expect(FileContent(SampleFiles.wide("\u{FEFF}<html>", little: true)) == .closed(.page))
    }

    @Test(arguments: [("#!/bin/sh\n", FileContent.Closed.script), ("{\\rtf1", .unlisted), ("\u{FEFF}", .empty)] as [(String, FileContent.Closed)])
    func whatOnlyLooksLikeATextIsClosed(text: String, why: FileContent.Closed) {
        #expect(FileContent(Array(text.utf8)) == .closed(why))
    }

    @Test(arguments: [
        ("Tên;Số\nA;1\nB;2\n", FileKind.csv), ("a,b,c\r\n1,2,3\r\n", .csv), ("a\tb\n1\t2\n", .csv), ("a,b\n", .text), ("a,b\n1,2,3\n", .text),
        ("From: a@b.vn\r\nTo: c@d.vn\r\nSubject: Lún\r\n nền\r\n\r\nKính gửi\r\n", .eml), ("Subject: một dòng\n\nthân", .text),
        ("Kính gửi: Tổ\nFrom: a\nTo: b\n", .text),
    ] as [(String, FileKind)])
    func tablesAndLettersAreToldFromPlainTexts(text: String, kind: FileKind) {
        #expect(FileContent(Array(text.utf8)) == .known(kind))
    }
}
