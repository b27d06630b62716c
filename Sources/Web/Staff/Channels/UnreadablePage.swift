import Database
import Documents
import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// A delivery that the program could not read, as it came, for a person to read.
struct UnreadablePage: Page {
    static let path: Path = "/app/kenh/chua-doc-duoc/:id"
    static let access = Access.staff

    /// Characters of the original that the page shows; the whole can be taken away as a file.
    private static let shown = 6000

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), visit) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let id = try id(visit)
        do {
            if form["do"] == "again" {
                try await visit.office.perform(ReadAgain(id), as: visit.actor)
            } else {
                try await visit.office.perform(SettleUnreadable(id, remark: form.words("remark")), as: visit.actor)
            }
            return .see(ChannelsPage.path.link())
        } catch let refusal as Refusal {
            guard case .invalid = refusal else { throw refusal }
            return try await reply(FormView(form, refusal), visit, refusal: refusal)
        }
    }

    private static func id(_ visit: Visit) throws -> ID<HookRecord> {
        guard let id = ID<HookRecord>(visit.parameter("id")) else { throw Refusal.noSuch(.delivery) }
        return id
    }

    private static func reply(_ form: FormView, _ visit: Visit, refusal: Refusal? = nil) async throws -> Reply {
        try Administration.check(visit, .takeIn)
        let id = try id(visit)
        guard let (row, bytes) = try await visit.office.read({ try UnreadableQueries.load(id, $0) }) else { throw Refusal.noSuch(.delivery) }
        if visit.query["tai"] != nil {
            return .file(OpenedFile(name: "ban-goc-\(id.text.suffix(6)).bin", contentType: "application/octet-stream", bytes: bytes))
        }
        let text = String(decoding: bytes.prefix(shown), as: UTF8.self)
        let title = "Bản tin chưa đọc được"
        let content: HTML = """
            \(breadcrumbs([NavItem("Kênh", ChannelsPage.path.link())], here: title))
            <h1>\(title)</h1>
            \(form.summary)
            \(factsList([
                ("Kênh", Terms.name(row.channel)), ("Nhận lúc", row.receivedAt.vietnamese), ("Vì sao chưa đọc được", row.reason),
                ("Cỡ", FileWords.size(row.size)),
            ]))
            <p><a href="\(path.link(id.text) + "?tai=1")">Tải bản gốc</a></p>
            <pre class="raw">\(text)</pre>
            \(when(bytes.count > shown) { "<p class=\"quiet\">Chỉ hiện phần đầu.</p>" })
            <form method="post" data-guard action="\(path.link(id.text))">\(hiddenFields(visit))
            \(form.area("remark", "Đã xử lý thế nào", hint: "Ví dụ: đã lập hồ sơ và ghi số; thư quảng cáo, không lập hồ sơ.", rows: 3))
            \(buttonRow(primary: .submit("Ghi đã xử lý"), others: [
                .submit("Cho phần mềm đọc lại", name: "do", value: "again"), .link("Quay lại", ChannelsPage.path.link()),
            ]))</form>
            """
        return .document(
            try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }
}
