package import Domain
import Foundation
package import Storage

/// Makes copies of pictures and of the first page of papers: turned as the camera stood, in the colours of screens, without whatever
/// was written beside what is seen. The work is done by libvips in a confined process, for the bytes come from anybody.
package struct PictureCopier: Sendable {
    private let process: ConfinedProcess
    private let folder: String
    private let chance: @Sendable (Int) -> [UInt8]

    private static let program = "/usr/bin/vips"

    /// `nil` when the system lacks the program.
    /// - Parameter folder: where it works; what it leaves there is removed.
    package static func ready(in folder: String, chance: @escaping @Sendable (Int) -> [UInt8]) async -> PictureCopier? {
        guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
        return PictureCopier(process: await ConfinedProcess.probe(), folder: folder, chance: chance)
    }

    /// Whether what works on the pictures can reach nobody; where the system forbids that, time, memory and disk are its bounds.
    package var isWithoutNetwork: Bool { process.cutsNetwork }

    /// Why no copy could be made, in words for the page.
    package struct Failure: Error, Sendable, Equatable {
        package var reason: String
    }

    /// The copies of a picture, one a form. Throws `Failure`, and what the system throws when nothing can be run or written.
    package func copies(of bytes: [UInt8], _ kind: FileKind) async throws -> [PictureCopy] {
        let place = URL(fileURLWithPath: folder).appendingPathComponent("donghanh-\(contentHash(chance(16)).prefix(20))")
        // One that is there already is somebody else's, and an error.
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer {
            // What cannot be removed is only in the way of the disk; the next start of the machine empties the folder.
            try? FileManager.default.removeItem(at: place)
        }
        let original = place.appendingPathComponent("original.\(kind.fileExtension)")
        try Data(bytes).write(to: original)
        let view = try await copy(original, as: .view, kind, in: place)
        // The small one is made of the large one, which is ours.
        let thumbnail = try await copy(place.appendingPathComponent("view.jpg"), as: .thumbnail, .jpeg, in: place)
        return [view, thumbnail]
    }

    private func copy(_ source: URL, as form: PictureForm, _ kind: FileKind, in place: URL) async throws -> PictureCopy {
        let target = place.appendingPathComponent("\(form.rawValue).jpg")
        // A page of paper has no size in points of a screen; a picture is never blown up.
        let direction = kind.showing == .paper ? "both" : "down"
        var environment = ["VIPS_CONCURRENCY": "1", "MALLOC_ARENA_MAX": "2"]
        // Readers that libvips does not trust are shut, but for the one of papers.
        if kind.showing != .paper { environment["VIPS_BLOCK_UNTRUSTED"] = "1" }
        let ending = try await process.run(
            Self.program,
            [
                "thumbnail", source.path, "\(target.path)[Q=82,strip,optimize_coding,background=255]", "\(form.longest)",
                "--height", "\(form.longest)", "--size", direction, "--fail-on", "truncated", "--export-profile", "srgb",
            ], in: place.path, environment: environment)
        switch ending {
        case .done: break
        case .outOfTime: throw Failure(reason: "Tệp quá lớn để xem tại đây.")
        case .failed: throw Failure(reason: "Tệp hỏng, thiếu hoặc có mật khẩu, không xem được tại đây.")
        }
        let made = [UInt8](try Data(contentsOf: target))
        guard let size = JPEGSize(made) else { throw Failure(reason: "Tệp hỏng, thiếu hoặc có mật khẩu, không xem được tại đây.") }
        return PictureCopy(form: form, bytes: made, hash: contentHash(made), size: size)
    }
}
