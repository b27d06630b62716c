import Database
import Documents
import Domain
import Operations
import Storage

/// How the scanner of files fares, on the page of channels: a red light while it is away; the administrator also sees what it found.
struct FileChecks: Sendable {
    private let health: ScannerHealth
    private let waiting: Int
    private let infected: [InfectedFile]

    /// `nil` where the operator has set up no scanner and none has ever found anything.
    static func read(_ visit: Visit) async throws -> FileChecks? {
        let scans = visit.office.settings.scansFiles
        let isAdministrator = Rights.allow(visit.actor, .administer)
        let checks = try await visit.office.read { tx in
            FileChecks(
                health: try ScannerHealth.load(tx), waiting: scans ? try FileStateStore.unscanned(tx) : 0,
                infected: isAdministrator ? try FileStateStore.infected(tx) : [])
        }
        return scans || !checks.infected.isEmpty ? checks : nil
    }

    func section(scans: Bool) -> HTML {
        """
        <section><h2>Quét mã độc</h2>
        \(when(scans, { "\(light)\(queue)" }, else: {
            "<p>Chưa đặt máy quét; các tệp dưới đây được tìm thấy trước đó.</p>"
        }))
        \(when(!infected.isEmpty) { list })</section>
        """
    }

    private var queue: HTML {
        when(waiting > 0) {
            "<p>Tệp chờ quét: \(waiting). Tải tệp chưa quét phải xác nhận; tệp chỉ giữ nguyên phải quét xong mới tải được.</p>"
        }
    }

    private var light: HTML {
        if let failed = health.failedAt {
            return "<p>\(tag("Không trả lời", .late)) \(health.reason ?? "") (từ \(failed.vietnamese)). Tệp mới chờ quét; hồ sơ vẫn xử lý được.</p>"
        }
        return health.answeredAt == nil ? "<p>\(tag("Đang kết nối", .soon))</p>" : "<p>\(tag("Bình thường", .done))</p>"
    }

    private var list: HTML {
        dataTable(
            DataTable(
                .sheet, caption: "Tệp có mã độc, không ai tải được", columns: ["Tệp", "Mã độc", "Quét lúc", "Hồ sơ"].map { .init($0) },
                rows: infected.map { file in
                    .init(
                        [
                            "\(file.name ?? "Tệp của hồ sơ hạn chế người xem")", "\(file.signature)", "\(file.scannedAt.vietnamese)",
                            "\(file.number?.text ?? "")",
                        ], tone: .late)
                }))
    }
}
