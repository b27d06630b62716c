import ArgumentParser
import Domain
import Operations

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Tệp cấu hình YAML.", valueName: "tệp"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("Thư mục dữ liệu (DONGHANH_DATA).", valueName: "thư mục"))
    var data: String?

    @Option(name: .customLong("database-url"), help: ArgumentHelp("Cơ sở dữ liệu (DONGHANH_DATABASE_URL).", valueName: "địa chỉ"))
    var databaseURL: String?

    func settings(also flags: [SettingKey: String?] = [:]) async throws -> Settings {
        var set = flags.compactMapValues { $0 }
        if let data { set[.data] = data }
        if let databaseURL { set[.databaseURL] = databaseURL }
        return try await Settings.read(flags: set, file: config)
    }
}

/// Where a server listens; for commands that serve.
struct ListenOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Địa chỉ:cổng (DONGHANH_HTTP_LISTEN).", valueName: "địa chỉ"))
    var listen: String?

    @Option(name: .customLong("base-url"), help: ArgumentHelp("Địa chỉ công khai (DONGHANH_HTTP_BASE_URL).", valueName: "url"))
    var baseURL: String?

    var flags: [SettingKey: String?] { [.listen: listen, .baseURL: baseURL] }
}
