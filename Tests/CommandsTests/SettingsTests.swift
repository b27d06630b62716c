@testable import Commands
import Foundation
import Testing
import TestSupport

/// Flags over environment over file over defaults, each value with its source.
@Suite struct SettingsTests {
    private func read(_ flags: [SettingKey: String] = [:], _ environment: [String: String] = [:], file: String? = nil) async throws -> Settings {
        try await Settings.read(flags: flags, environment: environment, file: file)
    }

    @Test func withoutAnythingTheDefaultsHold() async throws {
        let settings = try await read()
        #expect(settings[.listen] == Settings.Entry(value: "127.0.0.1:8080", source: "default"))
        #expect(settings.databaseURL == "sqlite:./var/donghanh.sqlite")
        #expect(try settings.baseURL() == "http://127.0.0.1:8080")
        #expect(settings[.zaloAppID].value == nil)
    }

    @Test func aFlagBeatsTheEnvironmentWhichBeatsTheFileWhichBeatsTheDefault() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("donghanh.yaml").path
            try "data: /of-file\nhttp:\n  listen: 127.0.0.1:1111\nlog:\n  level: debug\n".write(toFile: file, atomically: true, encoding: .utf8)
            let settings = try await read(
                [.data: "/of-flag"], ["DONGHANH_DATA": "/of-environment", "DONGHANH_HTTP_LISTEN": "127.0.0.1:2222"], file: file)
            #expect(settings[.data] == Settings.Entry(value: "/of-flag", source: "flag"))
            #expect(settings[.listen] == Settings.Entry(value: "127.0.0.1:2222", source: "environment"))
            #expect(settings[.logLevel] == Settings.Entry(value: "debug", source: file))
            #expect(settings[.logFormat] == Settings.Entry(value: "text", source: "default"))
        }
    }

    @Test func everyKeyHasTheNameInTheEnvironmentThatTheInterfacesPageGives() async throws {
        for key in SettingKey.allCases {
            let name = "DONGHANH_" + key.rawValue.uppercased().replacing(".", with: "_")
            let settings = try await read([:], [name: "of-environment"])
            #expect(settings[key] == Settings.Entry(value: "of-environment", source: "environment"), "\(name)")
        }
    }

    @Test func anEmptyValueIsNoValue() async throws {
        #expect(try await read([:], ["DONGHANH_DATA": ""])[.data] == Settings.Entry(value: "./var", source: "default"))
    }

    @Test(arguments: ["8080", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http"]) func anAddressThatIsNoneIsRefused(address: String) async throws {
        let settings = try await read([.listen: address])
        #expect(throws: CommandFailure.self) { try settings.listen() }
    }

    @Test func aFileThatIsNotThereIsRefused() async throws {
        await #expect(throws: CommandFailure.self) { try await read(file: "/khong/co.yaml") }
    }

    @Test func everySecretIsKnownAsOne() {
        let secrets = Set(SettingKey.allCases.filter(\.isSecret).map(\.rawValue))
        #expect(secrets.isSuperset(of: ["zalo.app_secret", "zalo.oa_secret_key", "zalo.access_token", "zalo.refresh_token"]))
    }
}
