import HTTPTypes
import Hummingbird
import Testing

@testable import Web

/// Files over the wire, whole and in parts.
@Suite struct StoredFileTests {
    @Test(arguments: [
        (nil, FilePart.whole), ("bytes=0-", .part(0..<100)), ("bytes=10-19", .part(10..<20)), ("bytes=90-500", .part(90..<100)),
        ("bytes=-5", .part(95..<100)), ("bytes=-500", .part(0..<100)), ("bytes=99-99", .part(99..<100)), ("bytes=100-", .beyond),
        ("bytes=500-600", .beyond), ("bytes=-0", .beyond), ("bytes=5-4", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("lines=1-2", .whole),
        ("bytes=0-1,5-6", .whole), ("bytes=99999999999999999999-", .whole), ("bytes=+1-2", .whole), ("bytes=1", .whole),
    ] as [(String?, FilePart)])
    func aPartIsReadAsTheStandardHasIt(header: String?, part: FilePart) {
        #expect(FilePart(header, of: 100) == part)
    }

    @Test func anEmptyFileHasNoParts() {
        #expect(FilePart("bytes=0-", of: 0) == .beyond)
        #expect(FilePart("bytes=-1", of: 0) == .beyond)
    }

    private let file = StoredFile(
        name: "Ghi âm.mp3", contentType: "audio/mpeg", size: 100, hash: "abc", place: .inline, read: { $0.map { UInt8($0) } })

    @Test func aPartOfWhatWasAnotherContentIsTheWhole() {
        #expect(file.response(to: [.range: "bytes=0-9", .ifRange: "\"abc\""]).status == .partialContent)
        #expect(file.response(to: [.range: "bytes=0-9", .ifRange: "\"xyz\""]).status == .ok)
        #expect(file.response(to: [.range: "bytes=0-9", .ifRange: "Mon, 03 Aug 2026 02:00:00 GMT"]).status == .ok)
    }

    @Test func whatIsKnownIsNotSentAgain() {
        #expect(file.response(to: [.ifNoneMatch: "\"abc\""]).status == .notModified)
        #expect(file.response(to: [.ifNoneMatch: "\"x\", \"abc\""]).status == .notModified)
        #expect(file.response(to: [.ifNoneMatch: "\"x\""]).status == .ok)
    }
}
