import ArgumentParser
import Channels
import Demonstration
import Domain
import Foundation
import Logging
import Operations
import Simulators

/// `donghanh demo`: fills an empty data folder with the demonstration province, then serves it beside the stand-in Zalo.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Nạp tỉnh trình diễn vào thư mục dữ liệu trống, rồi phục vụ.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var listening: ListenOptions
    @Option(name: .customLong("zalo-listen"), help: ArgumentHelp("Nơi Zalo giả lập nghe.", valueName: "địa chỉ"))
    var zaloListen = "127.0.0.1:8081"
    @Flag(name: .customLong("fill-only"), help: "Chỉ nạp dữ liệu, không phục vụ.")
    var fillOnly = false

    /// The password of every account of the demonstration.
    static let password = "dong-hanh-trinh-dien"

    func run() async throws {
        let settings = try await global.settings(also: listening.flags)
        guard try settings.isLoopback() else {
            throw CommandFailure("Bản trình diễn dùng mật khẩu chung nên chỉ chạy trên 127.0.0.1. Hãy đặt http.listen về 127.0.0.1.")
        }
        let composition = try await Composition.open(settings, serving: true)
        Printing.line("Đang nạp tỉnh trình diễn …")
        let cast = try Cast.shipped()
        let (cases, now) = try await fill(composition, cast)
        Printing.line("Đã nạp \(cases) hồ sơ đến \(now.vietnamese).")
        if fillOnly { return try await composition.close() }
        try await serve(composition, cast)
    }

    /// Plays the plan up to now through the office's own verbs.
    private func fill(_ composition: Composition, _ cast: Cast) async throws -> (cases: Int, now: Instant) {
        let real = composition.office
        let now = real.world.now()
        let clock = StageClock(now.adding(hours: -24 * 90))
        let office = Office(
            database: real.database, world: World(now: { clock.now }, chance: real.world.chance), settings: real.settings,
            passwords: real.passwords, log: real.log)
        let ids = IDs(cast, world: office.world)
        let calendar = try Calendars.shipped()
        guard try await office.perform(LayGround(try cast.ground(calendar: calendar, ids: ids)), as: .system) else {
            throw CommandFailure("Cơ sở dữ liệu không trống: hãy chọn thư mục khác bằng --data hay cơ sở dữ liệu khác, hoặc dùng “donghanh serve”.")
        }
        let accounts = try await Player.openAccounts(cast, password: Self.password, office: office, ids: ids)
        let plan = DemonstrationPlan(cast: cast, calendar: calendar.calendar(), now: now)
        let player = Player(cast: cast, office: office, clock: clock, ids: ids, accounts: accounts)
        try await player.organise(before: now)
        try await player.play(plan)
        try await player.playLetter(calendar: calendar.calendar(), before: now)
        return (plan.cases.count + plan.causes.map(\.cases.count).reduce(0, +) + 1, now)
    }

    private func serve(_ composition: Composition, _ cast: Cast) async throws {
        let base = try composition.settings.baseURL()
        let own = try composition.settings.listen()
        var platform = ZaloPlatformSettings()
        let address = try Settings.hostAndPort(zaloListen, key: "--zalo-listen")
        platform.host = address.host
        platform.port = address.port
        platform.webhookURL = "http://\(own.host):\(own.port)/webhooks/zalo"
        let zaloURL = "http://\(address.host):\(address.port)"
        platform.past = ZaloPast(followers: 7300, articleViews: 40_000, messages: 3000)
        let zalo = ZaloSettings(
            appID: platform.appID, appSecret: platform.appSecret, oaID: platform.oaID, oaSecretKey: platform.oaSecretKey,
            accessToken: platform.accessToken, refreshToken: platform.refreshToken, oauthURL: zaloURL, openapiURL: zaloURL,
            businessURL: zaloURL, callback: base + ZaloSettings.callbackPath)
        tell(cast, base: base, zalo: zaloURL)
        var quiet = composition.office.log
        quiet.logLevel = .warning
        try await Server.run(composition, further: [Listener(ZaloPlatform(settings: platform, logger: quiet), at: zaloURL)], zalo: zalo)
    }

    private func tell(_ cast: Cast, base: String, zalo: String) {
        Printing.line("")
        Printing.line("Trang công khai     \(base)/")
        Printing.line("Bàn làm việc        \(base)/dang-nhap")
        Printing.line("Zalo giả lập        \(zalo)/_sim/")
        Printing.line("Mật khẩu chung      \(Self.password)")
        for login in ["lan", "thu", "hung", "mai"] {
            guard let account = cast.account(login) else { continue }
            Printing.line("  \(login.padding(toLength: 17, withPad: " ", startingAt: 0)) \(account.fullName), \(account.title)")
        }
        Printing.line("  (đủ danh sách: donghanh user list)")
        Printing.line("")
    }
}
