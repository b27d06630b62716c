import Documents
import Domain
import Operations
import Storage

/// Kết nối Zalo OA: how the account's grant and health stand, what came in by name, and the ways to grant it anew.
struct ZaloPage: Page {
    static let path: Path = "/app/quan-tri/kenh/zalo"
    static let access = Access.staff

    private struct Model: Sendable {
        var token: ChannelTokenStanding?
        var facts: ZaloFacts?
        var checkedAt: Instant?
        var health: ChannelHealth?
        var events: [EventCount]
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        return try await reply(visit, FormView(FormBody()))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        guard let account = visit.zalo else { return .see(path.link()) }
        do {
            switch form["do"] {
            case "grant", "grantFixed":
                let isFixed = form["do"] == "grantFixed" && account.hasFixedVerifier
                let grant = try await visit.office.perform(BeginGrant(isFixed: isFixed), as: visit.actor)
                let address = account.permissionAddress(verifier: grant.verifier, state: grant.state)
                return try await reply(visit, FormView(form), news: grantLink(address))
            case "adopt":
                var reading = FormReading(form)
                let (access, refresh) = (reading.line("accessToken"), reading.line("refreshToken"))
                try reading.finish()
                try await visit.office.adoptTokens(access: access, refresh: refresh, for: account)
                return try await reply(visit, FormView(FormBody()), news: notice(.done, "<p>Đã lưu cặp mã truy cập mới.</p>"))
            default:
                try await account.keepFresh()
                try await visit.office.perform(NoteFacts(try await account.facts(), of: account.oaID), as: .system)
                return .see(path.link())
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(visit, FormView(form, refusal))
        } catch let failure as ZaloFailure {
            return try await reply(visit, FormView(form), news: notice(.late, "<p>\(failure.reason)</p>"))
        }
    }

    private static func grantLink(_ address: String) -> HTML {
        notice(
            .plain, title: "Cấp quyền cho ứng dụng",
            """
            <p>Quản trị viên của tài khoản OA mở liên kết sau trong vòng \(BeginGrant.minutes) phút và bấm đồng ý; có thể gửi liên kết cho \
            người đó. Liên kết dùng được một lần.</p>
            <p><a href="\(address)" rel="noreferrer">Mở trang cấp quyền của Zalo</a></p>
            """)
    }

    private static func reply(_ visit: Visit, _ form: FormView, news: HTML = .empty) async throws -> Reply {
        let (account, now) = (visit.zalo, visit.now)
        let model = try await visit.office.read { tx in
            let known = try account.flatMap { try ZaloStore.facts(of: $0.oaID, tx) }
            return Model(
                token: try ChannelTokenStore.standing(.zalo, tx), facts: known?.facts, checkedAt: known?.at,
                health: try ChannelHealthStore.load(.zalo, tx),
                events: try EventCountStore.list([.zalo, .zaloGroup], since: now.day.adding(-30), tx))
        }
        let off = emptyState(
            "Kênh Zalo đang tắt.", "Hãy khai báo zalo.app_id, zalo.app_secret, zalo.oa_id và zalo.oa_secret_key rồi khởi động lại.")
        let content: HTML = """
            <h1>Kết nối Zalo OA</h1>
            \(form.summary)
            \(news)
            \(account.map { body($0, model, form, visit) } ?? off)
            """
        return .document(try await StaffFrame.page(title: "Kết nối Zalo OA", queue: nil, content, visit))
    }

    private static func body(_ account: any ZaloAccount, _ model: Model, _ form: FormView, _ visit: Visit) -> HTML {
        """
        \(when(model.token?.failedAt) { failed in
            notice(.late, title: "Gia hạn quyền truy cập không thành công lúc \(failed.vietnamese)", "<p>\(model.token?.reason ?? "")</p>")
        })
        \(factsList(facts(account, model, visit.now)))
        <form method="post" data-guard action="\(path.link())">\(hiddenFields(visit))
        \(buttonRow(primary: .submit("Kết nối", name: "do", value: "grant"), others: others(account)))
        </form>
        \(disclosure("Nhập cặp mã truy cập bằng tay", isOpen: form.error("accessToken") != nil || form.error("refreshToken") != nil, """
            <p>Dùng khi cặp mã lấy từ công cụ của Zalo. Mã làm mới chỉ dùng được một lần: không dùng cặp mã này ở nơi khác nữa.</p>
            <form method="post" data-guard action="\(path.link())">\(hiddenFields(visit))
            \(form.line("accessToken", "Mã truy cập (access token)"))
            \(form.line("refreshToken", "Mã làm mới (refresh token)"))
            \(buttonRow(primary: .submit("Lưu cặp mã", name: "do", value: "adopt")))
            </form>
            """))
        <section><h2>Sự kiện đã nhận trong 30 ngày</h2>\(events(model.events))</section>
        """
    }

    private static func others(_ account: any ZaloAccount) -> [Button] {
        var others: [Button] = [
            .submit("Kiểm tra ngay", name: "do", value: "check"), .link("Số liệu kênh Zalo", ZaloFiguresPage.path.link()),
        ]
        if account.hasFixedVerifier { others.insert(.submit("Kết nối bằng mã cố định", name: "do", value: "grantFixed"), at: 0) }
        return others
    }

    private static func facts(_ account: any ZaloAccount, _ model: Model, _ now: Instant) -> [(name: String, value: String)] {
        [
            ("Tài khoản OA", [model.facts?.name ?? "", account.oaID].filter { !$0.isEmpty }.joined(separator: " · ")),
            ("Xác thực", model.facts.map { $0.isVerified ? "Đã xác thực" : "Chưa xác thực" } ?? "Chưa kiểm tra"),
            ("Người quan tâm", model.facts.map { Wording.number($0.followers) } ?? ""), ("Gói", model.facts?.package ?? ""),
            ("Kiểm tra lúc", model.checkedAt?.vietnamese ?? ""),
            ("Mã truy cập", token(model.token, account, now)),
            ("Webhook nhận gần nhất", model.health?.receivedAt?.vietnamese ?? "Chưa nhận sự kiện nào"),
            ("Gửi gần nhất", model.health?.deliveredAt?.vietnamese ?? ""),
            ("Lỗi gần nhất", model.health?.failedAt.map { "\($0.vietnamese): \(model.health?.reason ?? "")" } ?? ""),
            ("Địa chỉ nhận quyền (callback)", account.callback),
        ]
    }

    private static func token(_ standing: ChannelTokenStanding?, _ account: any ZaloAccount, _ now: Instant) -> String {
        guard let standing else { return account.hasConfiguredPair ? "Dùng cặp mã trong cấu hình" : "Chưa được cấp quyền" }
        guard let issued = standing.issuedAt else { return "Nhập bằng tay, chưa rõ ngày cấp" }
        let hours = max(0, now.seconds(since: issued) / 3600)
        let end = issued.adding(seconds: standing.lifetime ?? usualLifetime)
        return "Cấp lúc \(issued.vietnamese), đã dùng \(hours) giờ; hết hạn \(end.vietnamese)"
    }

    /// Seconds that an access token is good where Zalo said nothing else (brief zalo.md §1.3).
    private static let usualLifetime = 90_000

    private static func events(_ events: [EventCount]) -> HTML {
        if events.isEmpty { return emptyState("Chưa nhận sự kiện nào.") }
        return dataTable(
            DataTable(
                .sheet, caption: "Sự kiện", columns: [.init("Sự kiện"), .init("Số lần", align: .number), .init("Ngày gần nhất")],
                rows: events.map { .init(["\(ZaloWords.event($0.name))", "\(grouped: $0.count)", "\($0.last.vietnamese)"]) }))
    }
}
