import Domain
import Testing

/// What an entry must hold.
@Suite struct VisitEntryTests {
    private let moment = Instant(milliseconds: 1_800_000_000_000)

    private func fields(_ key: String, _ text: String, _ photo: UploadedFile? = nil) -> [String] {
        VisitEntryDraft(key: key, takenAt: moment, text: text, photo: photo).problems.map(\.field)
    }

    private func file(_ kind: FileKind?, bytes: Int = 10) -> UploadedFile {
        UploadedFile(name: "anh", bytes: [UInt8](repeating: 1, count: bytes), recognised: kind)
    }

    @Test func wordsOrAPhotoAreEnough() {
        #expect(fields("0123456789abcdef", "Nền lún 20 cm.").isEmpty)
        #expect(fields("0123456789abcdef", "", file(.jpeg)).isEmpty)
        #expect(fields("0123456789abcdef", "") == ["text"])
    }

    @Test(arguments: ["", "0123456789abcde", "0123456789abcde ", "0123456789abcde\u{301}", String(repeating: "a", count: 65)])
    func aKeyIsOfLettersAndDigits(key: String) { #expect(fields(key, "x") == ["formKey"]) }

    @Test(arguments: [FileKind.pdf, .doc, .docx, nil]) func onlyPicturesArePhotos(kind: FileKind?) {
        #expect(fields("0123456789abcdef", "x", file(kind)) == ["photo"])
    }

    @Test func aPhotoHasItsSize() {
        #expect(fields("0123456789abcdef", "x", file(.png, bytes: 0)) == ["photo"])
        #expect(fields("0123456789abcdef", "x", file(.png, bytes: FileKind.largest + 1)) == ["photo"])
    }
}
