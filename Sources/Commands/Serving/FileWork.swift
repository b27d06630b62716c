import Channels
import Foundation
import Operations
import ServiceLifecycle

/// What is done with files behind the server: copies of pictures, and scanning where the operator has set up a scanner.
enum FileWork {
    static func services(_ composition: Composition, pause: @escaping @Sendable (Int) async -> Void) async throws -> [any Service] {
        let office = composition.office
        let copier = await PictureCopier.ready(in: folder, chance: office.world.chance)
        let copies = PictureCopies(office: office, copier: copier, pause: pause)
        guard let address = try composition.settings.clamd() else { return [copies] }
        return [copies, FileScans(office: office, scanner: ClamdScanner(address), pause: pause)]
    }

    /// What is said of both by `donghanh check`.
    static func findings(_ settings: Settings) async -> [CheckCommand.Finding] {
        [await pictures(), await scanner(settings)]
    }

    /// Of the system, not of the data folder: what is made there is worth nothing after a start.
    private static var folder: String { NSTemporaryDirectory() }

    private static func pictures() async -> CheckCommand.Finding {
        guard let copier = await PictureCopier.ready(in: folder, chance: RealWorld.chance) else {
            return .init(what: "Ảnh xem trước", verdict: .doubtful, text: "chưa có chương trình vips; hãy cài gói libvips-tools")
        }
        return copier.isWithoutNetwork
            ? .init(what: "Ảnh xem trước", verdict: .good, text: "tạo trong tiến trình riêng, không có mạng")
            : .init(
                what: "Ảnh xem trước", verdict: .doubtful,
                text: "tạo trong tiến trình riêng, nhưng hệ thống không cho tách mạng (unshare --user --net)")
    }

    private static func scanner(_ settings: Settings) async -> CheckCommand.Finding {
        do {
            guard let address = try settings.clamd() else {
                return .init(what: "Quét mã độc", verdict: .doubtful, text: "không đặt clamd.address, tệp không được quét")
            }
            try await ClamdScanner(address, limit: 10).greet()
            return .init(what: "Quét mã độc", verdict: .good, text: "clamd trả lời")
        } catch let failure as ScanFailure {
            let reason = switch failure { case .away(let why), .refused(let why): why }
            return .init(what: "Quét mã độc", verdict: .bad, text: reason)
        } catch {
            return .init(what: "Quét mã độc", verdict: .bad, text: CommandFailure(wording: error).description)
        }
    }
}
