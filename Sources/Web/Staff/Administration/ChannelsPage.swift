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
        let content: HTML = """
            <h1>Kênh tiếp nhận và trả lời</h1>
            <div class="table-box"><table class="list"><thead><tr><th scope="col">Kênh</th><th scope="col">Tình trạng</th>
            <th scope="col">Nhận gần nhất</th><th scope="col">Gửi gần nhất</th><th scope="col" class="number">Chờ gửi</th>
            <th scope="col" class="number">Không gửi được</th></tr></thead><tbody>
            \(each(health) { channel, health in line(channel, health, waiting[channel] ?? OutboxCounts()) })
            </tbody></table></div>
            """
        return .document(try await StaffFrame.page(title: "Kênh", queue: nil, content, visit))
    }

    private static func line(_ channel: Channel, _ health: ChannelHealth?, _ counts: OutboxCounts) -> HTML {
        """
        <tr><td data-label="Kênh">\(Terms.name(channel))</td><td data-label="Tình trạng">\(condition(health))</td>
        <td data-label="Nhận gần nhất">\(health?.receivedAt.map(\.vietnamese) ?? "")</td>
        <td data-label="Gửi gần nhất">\(health?.deliveredAt.map(\.vietnamese) ?? "")</td>
        <td data-label="Chờ gửi" class="number">\(grouped: counts.waiting)</td>
        <td data-label="Không gửi được" class="number">\(grouped: counts.failed)</td></tr>
        """
    }

    private static func condition(_ health: ChannelHealth?) -> HTML {
        guard let failed = health?.failedAt else { return "<span class=\"badge done\">Bình thường</span>" }
        return "<span class=\"badge late\">Có lỗi</span> \(health?.reason ?? "") (\(failed.vietnamese))"
    }
}
