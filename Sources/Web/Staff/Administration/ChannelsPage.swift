import Documents
import Domain
import Operations
import Storage

/// How each channel fares: a red light where one is ill, with the reason in words.
struct ChannelsPage: Page {
    static let path: Path = "/app/kenh"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        _ = try visit.account()
        let (health, waiting) = try await visit.office.read { tx in
            (
                try Channel.allCases.map { ($0, try ChannelHealthStore.load($0, tx)) },
                try OutboxQueries.counts(tx)
            )
        }
        let checks = try await FileChecks.read(visit)
        let content: HTML = """
            <h1>Kênh tiếp nhận và trả lời</h1>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Kênh",
                    columns: [
                        .init("Kênh"), .init("Tình trạng"), .init("Nhận gần nhất"), .init("Gửi gần nhất"), .init("Chờ gửi", align: .number),
                        .init("Không gửi được", align: .number),
                    ], rows: health.map { line($0, $1, waiting[$0] ?? OutboxCounts()) })))
            \(when(checks) { $0.section(scans: visit.office.settings.scansFiles) })
            """
        return .document(try await StaffFrame.page(title: "Kênh", queue: nil, content, visit))
    }

    private static func line(_ channel: Channel, _ health: ChannelHealth?, _ counts: OutboxCounts) -> DataTable.Row {
        .init(
            [
                "\(Terms.name(channel))", condition(health), "\(health?.receivedAt.map(\.vietnamese) ?? "")",
                "\(health?.deliveredAt.map(\.vietnamese) ?? "")", "\(grouped: counts.waiting)", "\(grouped: counts.failed)",
            ], tone: health?.failedAt == nil ? .plain : .late)
    }

    private static func condition(_ health: ChannelHealth?) -> HTML {
        guard let failed = health?.failedAt else { return tag("Bình thường", .done) }
        return "\(tag("Có lỗi", .late)) \(health?.reason ?? "") (\(failed.vietnamese))"
    }
}
