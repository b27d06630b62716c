import Database
import Domain
import Foundation
import Operations
import Storage
import TestSupport
import Testing

/// Copies in the background, and what leaves the house.
@Suite(.eachEngine) struct PictureCopiesTests {
    /// Makes the copies that are due, in a folder of its own: all tests throw the same dice.
    private func copy(_ office: TestOffice) async throws {
        try await withFolder { folder in
            let copier = try #require(await PictureCopier.ready(in: folder.path, chance: office.office.world.chance))
            await PictureCopies(office: office.office, copier: copier, pause: { _ in }).copyAll()
        }
    }

    private func outward(_ row: AttachmentRow, _ office: TestOffice, scans: Bool = false) async throws -> OutwardFile {
        try await office.office.read { try OutwardFile.load(row.id, scans: scans, $0) }
    }

    @Test func aPictureHasItsCopiesAfterTheNextRound() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("anh.jpg", PictureSamples.telling)])
        #expect(try await office.content(of: petition).state.copy == .waiting)
        try await copy(office)
        let row = try #require(try await office.files(of: petition).first)
        #expect(row.file?.copy == .made && row.thumbnail == JPEGSize(width: 32, height: 64))
        #expect(try await office.rows(in: "file_copy") == 2)
    }

    @Test func aBrokenPictureIsKeptAndSaysSo() async throws {
        let office = try await TestOffice()
        let broken = Array(PictureSamples.jpeg.prefix(250))
        let petition = try await office.keep([("anh.jpg", broken), ("anh-2.png", PictureSamples.png)])
        try await copy(office)
        let rows = try await office.files(of: petition)
        #expect(rows[0].file?.copy == .failed(reason: "Tệp hỏng, thiếu hoặc có mật khẩu, không xem được tại đây."))
        #expect(rows[1].file?.copy == .made, "the one behind it is copied")
        let kept = try await office.content(of: petition)
        #expect(try await office.office.read { try AttachmentStore.bytes(of: kept.hash, $0) } == broken)
    }

    @Test func twoRoundsAtOnceCopyAPictureOnce() async throws {
        let office = try await TestOffice()
        _ = try await office.keep([("a.jpg", PictureSamples.jpeg), ("b.png", PictureSamples.png)])
        async let first: Void = copy(office)
        async let second: Void = copy(office)
        _ = try await (first, second)
        #expect(try await office.number("SELECT count(*) AS n FROM file_state WHERE copy = 'made'") == 2)
        #expect(try await office.rows(in: "file_copy") == 4)
    }

    @Test func aPictureLeavesTheHouseOnlyAsACopy() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("anh.png", PictureSamples.png)])
        let row = try #require(try await office.files(of: petition).first)
        guard case .notYet = try await outward(row, office) else { throw Missing("a file that waits") }
        #expect(try await office.office.read { try PublishedPicture.load(row.id, .view, $0)?.hash } == nil)
        try await copy(office)
        guard case .ready(let name, let type, let bytes) = try await outward(row, office) else { throw Missing("a file that is ready") }
        #expect(name == "anh.png.jpg" && type == "image/jpeg")
        #expect(FileKind(bytes) == .jpeg && bytes != PictureSamples.png, "however small it is")
        let published = try await office.office.read { try PublishedPicture.load(row.id, .view, $0) }
        #expect(published?.bytes == bytes && published?.width == 64)
    }

    @Test func otherFilesLeaveAsTheyAreUnlessTheyAreClosedOrInfected() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("a.docx", Array("văn bản".utf8)), ("b.exe", Samples.program)])
        let rows = try await office.files(of: petition)
        guard case .ready("a.docx.txt", "text/plain", _) = try await outward(rows[0], office) else { throw Missing("the text") }
        guard case .notYet = try await outward(rows[0], office, scans: true) else { throw Missing("a wait for the scanner") }
        guard case .never = try await outward(rows[1], office) else { throw Missing("a refusal") }
        let hash = try await office.content(of: petition).hash
        let now = office.clock.now
        try await office.database.write { try FileStateStore.noteScanned(hash, signature: "X", at: now, $0) }
        guard case .never = try await outward(rows[0], office) else { throw Missing("a refusal") }
    }
}
