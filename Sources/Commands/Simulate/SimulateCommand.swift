import ArgumentParser
import Domain
import Logging
import ServiceLifecycle
import Simulators
import UnixSignals

/// `donghanh simulate …`: stand-ins of the platforms that offer no sandbox.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Nền tảng giả lập để thử và trình diễn.", subcommands: [SimulateZalo.self])
}

/// `donghanh simulate zalo`.
struct SimulateZalo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zalo", abstract: "Nền tảng Zalo giả lập: OAuth, OpenAPI, webhook có chữ ký, trang đóng vai người dân tại /_sim/.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Địa chỉ:cổng.", valueName: "địa chỉ")) var listen = "127.0.0.1:8081"
    @Option(name: .long, help: ArgumentHelp("Nơi nhận webhook.", valueName: "url")) var webhook = "http://127.0.0.1:8080/webhooks/zalo"
    @Flag(name: .long, help: "Hỏi người quản trị OA trước khi cấp quyền (trang /v4/oa/permission).") var askBeforeGrant = false
    @Option(name: .long, help: ArgumentHelp("Chỉ nhận địa chỉ trả về này khi xin quyền.", valueName: "url")) var callback: String?
    @Flag(name: .long, help: "Tài khoản đã hoạt động lâu: 7.300 người quan tâm, 40.000 lượt xem bài, 3.000 tin nhắn.") var past = false

    func run() async throws {
        let settings = try await global.settings(also: [.listen: listen])
        let address = try settings.listen()
        var platform = ZaloPlatformSettings()
        platform.host = address.host
        platform.port = address.port
        platform.webhookURL = webhook
        platform.grantsAtOnce = !askBeforeGrant
        platform.callbackURL = callback
        platform.past = past ? .lively : nil
        platform.appID = settings.text(.zaloAppID) ?? platform.appID
        platform.appSecret = settings.text(.zaloAppSecret) ?? platform.appSecret
        platform.oaID = settings.text(.zaloAccountID) ?? platform.oaID
        platform.oaSecretKey = settings.text(.zaloAccountKey) ?? platform.oaSecretKey
        platform.accessToken = settings.text(.zaloAccessToken) ?? platform.accessToken
        platform.refreshToken = settings.text(.zaloRefreshToken) ?? platform.refreshToken
        let logger = try Logs.logger(settings, quiet: false)
        Printing.line("Zalo giả lập tại http://\(address.host):\(address.port)/_sim/, webhook \(webhook)")
        Printing.line("Máy chủ dùng: DONGHANH_ZALO_APP_ID=\(platform.appID) DONGHANH_ZALO_APP_SECRET=\(platform.appSecret)")
        Printing.line("  DONGHANH_ZALO_OA_ID=\(platform.oaID) DONGHANH_ZALO_OA_SECRET_KEY=\(platform.oaSecretKey)")
        Printing.line("  DONGHANH_ZALO_ACCESS_TOKEN=\(platform.accessToken) DONGHANH_ZALO_REFRESH_TOKEN=\(platform.refreshToken)")
        let base = "http://\(address.host):\(address.port)"
        Printing.line("  DONGHANH_ZALO_OAUTH_URL=\(base) DONGHANH_ZALO_OPENAPI_URL=\(base)")
        Printing.line("Tin theo mẫu gửi tới số điện thoại (business.openapi.zalo.me) cũng tại \(base)")
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: ZaloPlatform(settings: platform, logger: logger))],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}
