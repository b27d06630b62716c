import Domain
import Foundation
@testable import Operations
import Storage
import TestSupport
import Testing

/// Copies of pictures, made by the real program.
@Suite struct PictureCopierTests {
    /// A copier in a folder of its own, which must be empty afterwards.
    private func copying(_ body: (PictureCopier) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let copier = try #require(await PictureCopier.ready(in: folder.path, chance: { SeededChance(seed: 7).bytes($0) }))
        try await body(copier)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: [
        (PictureSamples.jpeg, FileKind.jpeg), (PictureSamples.png, .png), (PictureSamples.gif, .gif), (PictureSamples.webp, .webp),
        (PictureSamples.heic, .heic),
    ] as [([UInt8], FileKind)])
    func everyKindOfPictureIsCopiedInItsOwnSizeWhenItIsSmall(bytes: [UInt8], kind: FileKind) async throws {
        #expect(FileKind(bytes) == kind)
        try await copying { copier in
            let copies = try await copier.copies(of: bytes, kind)
            #expect(copies.map(\.form) == [.view, .thumbnail])
            for copy in copies {
                #expect(copy.size == JPEGSize(width: 64, height: 32) && FileKind(copy.bytes) == .jpeg)
                #expect(copy.hash == contentHash(copy.bytes))
            }
        }
    }

    @Test func placeDeviceAndNotesAreGoneAndTheTurnIsMade() async throws {
        let telling = PictureSamples.telling
        let secrets = ["Exif", "CamMaker", "GPSLatitude", "adobe", "Nguyen Van A"]
        for secret in secrets { #expect(telling.holds(secret), "the sample tells \(secret)") }
        try await copying { copier in
            for copy in try await copier.copies(of: telling, .jpeg) {
                #expect(copy.size == JPEGSize(width: 32, height: 64), "which shows that the sample's Exif was read")
                for secret in secrets { #expect(!copy.bytes.holds(secret)) }
                #expect(PictureSamples.markers(copy.bytes).allSatisfy { !(0xE1...0xEF).contains($0) && $0 != 0xFE })
            }
        }
    }

    @Test func thePageOfAPaperFillsTheView() async throws {
        try await copying { copier in
            let copies = try await copier.copies(of: Samples.pdf, .pdf)
            #expect(copies.map(\.size.height) == [1600, 320])
        }
    }

    @Test(arguments: [
        (Array(PictureSamples.jpeg.prefix(250)), FileKind.jpeg), (Array(PictureSamples.png.prefix(200)), .png), (PictureSamples.boundless, .png),
        ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), (Array("%PDF-1.7 nothing".utf8), .pdf), (Array(PictureSamples.heic.prefix(300)), .heic),
        (Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".utf8), .png),
    ] as [([UInt8], FileKind)])
    func whatCannotBeReadIsToldInWords(bytes: [UInt8], kind: FileKind) async throws {
        try await copying { copier in
            await #expect(throws: PictureCopier.Failure(reason: "Tệp hỏng, thiếu hoặc có mật khẩu, không xem được tại đây.")) {
                try await copier.copies(of: bytes, kind)
            }
        }
    }

    @Test func aProgramThatRunsTooLongIsEnded() async throws {
        var process = ConfinedProcess(cutsNetwork: false)
        process.seconds = 1
        let ending = try await process.run("/bin/sh", ["-c", "while :; do :; done"], in: "/tmp")
        #expect(ending == .outOfTime)
    }

    @Test func aProgramThatWantsTooMuchMemoryOrDiskFails() async throws {
        var process = ConfinedProcess(cutsNetwork: false)
        process.memory = 64 << 20
        process.disk = 1 << 20
        let hungry = try await process.run("/usr/bin/head", ["-c", "200000000", "--lines=-1", "/dev/zero"], in: "/tmp")
        #expect(hungry != .done)
        let folder = FileManager.default.temporaryDirectory.path
        let greedy = try await process.run("/bin/sh", ["-c", "head -c 2000000 /dev/zero > $HOME/donghanh-greedy; s=$?; rm -f $HOME/donghanh-greedy; exit $s"], in: folder)
        #expect(greedy != .done)
    }

    @Test func aProgramSeesNothingOfOurEnvironment() async throws {
        let process = ConfinedProcess(cutsNetwork: false)
        let ending = try await process.run("/bin/sh", ["-c", "test -z \"$USER$DONGHANH_DATA$PWDX\" -a \"$HOME\" = /tmp"], in: "/tmp")
        #expect(ending == .done)
    }

    @Test func whereTheSystemAllowsItAProgramHasNoNetwork() async throws {
        let process = await ConfinedProcess.probe()
        guard process.cutsNetwork else { return }
        let ending = try await process.run("/bin/sh", ["-c", "test \"$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ')\" = lo"], in: "/tmp")
        #expect(ending == .done)
    }
}

extension [UInt8] {
    fileprivate func holds(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
