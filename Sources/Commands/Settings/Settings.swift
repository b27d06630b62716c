import Channels
import Configuration
import Domain
import Foundation
import SystemPackage

/// What the operator has set, read once at start: flags over environment over file over defaults. Each value keeps its source.
struct Settings: Sendable {
    struct Entry: Sendable, Equatable {
        var value: String?
        var source: String
    }

    private let entries: [SettingKey: Entry]

    subscript(_ key: SettingKey) -> Entry { entries[key] ?? Entry(value: nil, source: "default") }

    func text(_ key: SettingKey) -> String? { self[key].value }

    /// - Parameters:
    ///   - flags: what the command line set.
    ///   - file: the path behind `--config`.
    /// Throws `CommandFailure` when the file cannot be read or names a key that does not exist.
    static func read(
        flags: [SettingKey: String], environment: [String: String] = ProcessInfo.processInfo.environment, file: String?
    ) async throws -> Settings {
        let flagValues = flags.map { (AbsoluteConfigKey(ConfigKey($0.key.rawValue)), ConfigValue(.string($0.value), isSecret: false)) }
        var providers: [(name: String, provider: any ConfigProvider)] = [
            ("flag", InMemoryProvider(values: Dictionary(flagValues, uniquingKeysWith: { $1 }))),
            ("environment", EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "donghanh")),
        ]
        if let file {
            do {
                providers.append((file, try await FileProvider<YAMLSnapshot>(filePath: FilePath(file))))
            } catch {
                throw CommandFailure("Không đọc được tệp cấu hình \(file): hãy kiểm tra đường dẫn và cú pháp YAML.")
            }
        }
        var entries: [SettingKey: Entry] = [:]
        for key in SettingKey.allCases {
            entries[key] = try entry(of: key, in: providers) ?? Entry(value: key.standard, source: "default")
        }
        return Settings(entries: entries)
    }

    private static func entry(of key: SettingKey, in providers: [(name: String, provider: any ConfigProvider)]) throws -> Entry? {
        for (name, provider) in providers {
            let found = try provider.value(forKey: AbsoluteConfigKey(ConfigKey(key.rawValue)), type: .string)
            if case .string(let value) = found.value?.content, !value.isEmpty { return Entry(value: value, source: name) }
        }
        return nil
    }

    private init(entries: [SettingKey: Entry]) { self.entries = entries }
}

extension Settings {
    var dataFolder: String { text(.data) ?? "./var" }

    var databaseURL: String { text(.databaseURL) ?? "sqlite:\(dataFolder)/donghanh.sqlite" }

    /// Host and port to listen on. Throws `CommandFailure` when it is not `host:port`.
    func listen() throws -> (host: String, port: Int) { try Self.hostAndPort(text(.listen) ?? "", key: "http.listen") }

    /// Reads `host:port`. Throws `CommandFailure` naming the setting.
    static func hostAndPort(_ text: String, key: String) throws -> (host: String, port: Int) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port) else {
            throw CommandFailure("\(key) phải có dạng địa_chỉ:cổng, ví dụ 127.0.0.1:8080; hiện là “\(text)”.")
        }
        return (String(text[..<colon]), port)
    }

    /// Whether only this machine can reach the server.
    func isLoopback() throws -> Bool { ["127.0.0.1", "localhost", "::1", "[::1]"].contains(try listen().host) }

    func baseURL() throws -> String {
        let address = try listen()
        var url = text(.baseURL) ?? "http://\(address.host):\(address.port)"
        while url.hasSuffix("/") { url.removeLast() }
        return url
    }

    /// Where the scanner of viruses listens; `nil` when there is none. Throws `CommandFailure` when it is no address.
    func clamd() throws -> ClamdAddress? {
        guard let text = text(.clamdAddress) else { return nil }
        guard let address = ClamdAddress(text) else {
            throw CommandFailure("clamd.address phải có dạng unix:/đường/dẫn hoặc máy:cổng, ví dụ unix:/run/clamav/clamd.ctl; hiện là “\(text)”.")
        }
        return address
    }

    /// The moment that `DONGHANH_NOW` sets. Throws `CommandFailure` when it is no moment.
    func startingMoment() throws -> Instant? {
        guard let text = text(.now) else { return nil }
        guard let moment = Instant(iso: text) else {
            throw CommandFailure("DONGHANH_NOW phải có dạng 2026-05-05T09:00:00+07:00; hiện là “\(text)”.")
        }
        return moment
    }
}
