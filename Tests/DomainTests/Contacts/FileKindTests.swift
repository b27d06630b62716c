import Testing

@testable import Domain

/// The kinds of file and what follows from them.
@Suite struct FileKindTests {
    @Test func theKindOfAFileIsThatOfItsContent() {
        #expect(FileKind(SampleFiles.pdf) == .pdf)
        #expect(FileKind(SampleFiles.zip(["a.exe"])) == nil)
    }

    @Test func formsTakeWhatTheNationalFormTakes() {
        #expect(Set(FileKind.allCases.filter(\.isTakenByForms)) == [.pdf, .jpeg, .png, .doc, .docx])
        for kind in FileKind.allCases where kind.isTakenByForms { #expect(FileKind.accept.contains(".\(kind.fileExtension)")) }
    }

    @Test func noTypeLetsABrowserAct() {
        for kind in FileKind.allCases {
            #expect(!["text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "text/javascript"].contains(kind.contentType))
        }
    }

    @Test func everyKindHasAnEndingThatNobodyElseComesFirstWith() {
        #expect(Set(FileKind.allCases.map(\.fileExtension)).count == FileKind.allCases.count)
    }
}
