import Domain
@testable import Operations
import Storage
import TestSupport
import Testing

/// Files that come whole with a message.
@Suite(.eachEngine) struct KeepFileTests {
    @Test func whateverComesByMailIsKept() async throws {
        let office = try await TestOffice()
        let files = [("anh.jpg", PictureSamples.jpeg), ("ho-so.zip", [0x50, 0x4B, 3, 4]), ("chay.exe", Samples.program), ("rong.txt", [])]
        let petition = try await office.keep(files)
        let rows = try await office.files(of: petition)
        #expect(rows.map(\.name) == files.map(\.0) && rows.allSatisfy { $0.state == .here })
        let contents: [FileContent] = [.known(.jpeg), .closed(.archive), .closed(.program), .closed(.empty)]
        #expect(rows.map(\.file?.content) == contents)
        #expect(rows.map(\.contentType) == contents.map(\.contentType))
    }

    @Test func whatIsTooMuchIsNotedWithItsNameAndWhy() async throws {
        let office = try await TestOffice()
        let large = [UInt8](repeating: 0, count: FileLimits.wire.file + 1)
        let petition = try await office.keep([("lon.bin", large), ("nho.txt", [65])])
        let rows = try await office.files(of: petition)
        #expect(rows[0].state == .lost && rows[0].name == "lon.bin" && rows[0].size == large.count)
        #expect(rows[0].reason == "Tệp lớn hơn 25 MB nên không được giữ.")
        #expect(rows[1].state == .here, "the one behind it is kept")
    }

    @Test func aMessageWithManyFilesKeepsTheFirstOfThem() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep((1...22).map { ("tep-\($0).txt", Array("tệp \($0)".utf8)) })
        let states = try await office.files(of: petition).map(\.state)
        #expect(states.count { $0 == .here } == 20 && states.count { $0 == .lost } == 2)
    }

    @Test func aNameThatTurnsRoundIsKeptWithoutItsTrick() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("gpj.\u{202E}fdp.exe", [65]), ("../../a.txt", [66])])
        #expect(try await office.files(of: petition).map(\.name) == ["gpj.fdp.exe", "a.txt"])
    }

    @Test func whatAFormHasFoundOutAboutAFileIsNotFoundOutAgain() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit(files: [UploadedFile(name: "a.jpg", bytes: PictureSamples.png, recognised: .jpeg)])
        let row = try #require(try await office.files(of: petition).first)
        #expect(row.file?.content == .known(.jpeg) && row.contentType == "image/jpeg")
    }

    @Test func theSameContentIsLookedAtOnce() async throws {
        let office = try await TestOffice()
        _ = try await office.keep([("a.jpg", PictureSamples.jpeg), ("b.jpg", PictureSamples.jpeg)])
        #expect(try await office.rows(in: "file_state") == 1)
    }
}
