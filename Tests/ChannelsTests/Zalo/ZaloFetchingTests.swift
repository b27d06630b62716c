@testable import Channels
import Domain
import Operations
@testable import Simulators
import Testing

struct ZaloFetchingTests {
    @Test func aFileOfTheStandInComesWhole() async throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withPlatform { platform, wire, _ in
            let url = await platform.world.keep(bytes, name: "don.pdf").url
            let fetched = try await wire.fetch(RemoteFile(address: url), limit: 300_000)
            #expect(fetched == bytes)
            await #expect(throws: FetchFailure.tooLarge) { try await wire.fetch(RemoteFile(address: url), limit: 299_999) }
        }
    }

    @Test func aMissingFileSaysSo() async throws {
        try await withPlatform { platform, wire, _ in
            let address = await platform.address + "/media/none"
            await #expect(throws: FetchFailure.failed("Zalo trả lời HTTP 404")) {
                try await wire.fetch(RemoteFile(address: address), limit: 10)
            }
        }
    }

    @Test(arguments: [
        "https://f1.zdn.vn/a.jpg", "http://b.c.zadn.vn/x", "https://F1.ZDN.VN/a", "https://f1.zdn.vn:443/a",
        "http://127.0.0.1:8081/media/1",
    ])
    func theProvidersHostsAreTaken(_ address: String) {
        #expect(ZaloFileAddress(address, settings: Self.settings(api: "http://127.0.0.1:8081")) != nil)
    }

    @Test(arguments: [
        "", "a.jpg", "file:///etc/passwd", "ftp://f1.zdn.vn/a", "https://zdn.vn.evil.example/a", "https://evilzdn.vn/a",
        "https://zdn.vn/a",
        "https://f1.zdn.vn@evil.example/a", "https://user@f1.zdn.vn/a", "https://f1.zdn.vn:8080/a", "http://127.0.0.1:22/a",
        "http://localhost:8081/a",
        "http://169.254.169.254/latest", "http://[::1]:8081/a", "https://evil.example/?.zdn.vn", "https://evil.example#.zdn.vn",
        "https://evil.example\\.zdn.vn/a",
    ])
    func otherAddressesAreRefused(_ address: String) {
        #expect(ZaloFileAddress(address, settings: Self.settings(api: "http://127.0.0.1:8081")) == nil)
    }

    @Test func thisMachineIsRefusedWhenTheAPIIsZalosOwn() {
        #expect(ZaloFileAddress("http://127.0.0.1:8081/a", settings: Self.settings(api: "https://openapi.zalo.me")) == nil)
    }

    private static func settings(api: String) -> ZaloSettings {
        ZaloSettings(appID: "1", appSecret: "s", oaID: "2", oaSecretKey: "k", accessToken: "a", refreshToken: "r", openapiURL: api)
    }
}
