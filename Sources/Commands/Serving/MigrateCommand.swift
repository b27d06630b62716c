import ArgumentParser
import Database
import Domain
import Foundation
import Operations
import Storage

/// `donghanh migrate`: brings the database to this version; refuses a newer one. With `--from` and `--to` it moves the whole store
/// from one database to another, whatever their engines.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Đưa cơ sở dữ liệu lên phiên bản này, hoặc chuyển toàn bộ sang cơ sở dữ liệu khác.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Chuyển toàn bộ dữ liệu từ đây (máy chủ phải dừng).", valueName: "địa chỉ"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("Chuyển đến đây; nơi đến phải trống.", valueName: "địa chỉ"))
    var to: String?
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        switch (from, to) {
        case (nil, nil): try await migrate()
        case (let from?, let to?): try await move(from, to)
        case (nil, _), (_, nil): throw CommandFailure("Cần cả hai: --from là nơi đi, --to là nơi đến.")
        }
    }

    private func migrate() async throws {
        let database = try await Database.open(try await global.settings().databaseURL)
        let applied = try await Migrator(migrations).migrate(database)
        try database.close()
        if json { return try Printing.json(["applied": applied]) }
        Printing.line(applied.isEmpty ? "Cơ sở dữ liệu đã ở phiên bản này." : "Đã cập nhật: \(applied.joined(separator: ", ")).")
    }

    private func move(_ from: String, _ to: String) async throws {
        // Opening a file that is not there would make an empty one.
        if from.hasPrefix("sqlite:"), !FileManager.default.fileExists(atPath: String(from.dropFirst("sqlite:".count))) {
            throw CommandFailure("Không có tệp \(from.dropFirst("sqlite:".count)): hãy kiểm tra đường dẫn sau --from.")
        }
        let source = try await Database.open(from)
        let target = try await Database.open(to)
        let digests: [TableDigest]
        do {
            digests = try await StoreMove.run(from: source, to: target)
        } catch let fault as StoreMoveFault {
            throw CommandFailure(Self.sentence(fault))
        }
        try source.close()
        try target.close()
        if json { return try Printing.json(digests.map(Line.init)) }
        Printing.table(["BẢNG", "SỐ DÒNG", "TỔNG KIỂM"], digests.map(Line.init).map { [$0.table, "\($0.rows)", $0.checksum] })
        Printing.line("Đã chuyển xong; số dòng và tổng kiểm của từng bảng ở hai nơi bằng nhau.")
    }

    /// A table that was moved.
    private struct Line: Encodable {
        var table: String
        var rows: Int
        var checksum: String

        init(_ digest: TableDigest) {
            table = digest.table
            rows = digest.rows
            let digits = String(digest.checksum, radix: 16)
            checksum = String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    private static func sentence(_ fault: StoreMoveFault) -> String {
        switch fault {
        case .sourceOutdated: "Nơi đi trống hoặc chưa ở phiên bản này: hãy chạy “donghanh migrate” cho nơi đi trước."
        case .targetOutdated: "Nơi đến là của phiên bản cũ: hãy chọn một cơ sở dữ liệu trống."
        case .targetNotEmpty(let table): "Nơi đến không trống (bảng \(table)): hãy chọn một cơ sở dữ liệu trống. Chưa có gì thay đổi."
        case .differs(let table): "Bảng \(table) ở hai nơi không khớp, nên không chuyển gì: hãy dừng mọi máy chủ đang ghi rồi chạy lại."
        }
    }
}
