import Channels
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Simulators
import TestSupport
import Web

/// The real site with its couriers over an office in memory, and people who come to it.
struct StorySite: Sendable {
    let test: TestOffice
    let couriers: Couriers
    let client: any TestClientProtocol
    /// The wire to the stand-in of the Zalo platform, where there is one.
    var zalo: ZaloWire?

    func visitor() -> Visitor {
        let client = client
        return Visitor { asking in try await client.carry(asking) }
    }

    /// A member of the cast, signed in.
    func staff(_ login: String) async throws -> Visitor {
        let visitor = visitor()
        try await visitor.signIn(login)
        return visitor
    }

    /// Serves the site without a socket; no channel but the form.
    static func serving(at start: String = "2026-08-03T09:00", _ story: @escaping @Sendable (StorySite) async throws -> Void) async throws {
        let test = try await TestOffice(at: start)
        let site = WebSite(office: test.office, door: HookDoor(office: test.office, wires: []))
        let couriers = Couriers(office: test.office, wires: []) { _ in }
        try await Application(router: try site.router(), logger: test.office.log).test(.router) { client in
            try await story(StorySite(test: test, couriers: couriers, client: client))
        }
    }

    /// Serves the site over a socket, with the stand-in of the Zalo platform delivering to it.
    static func withZalo(
        platform configure: (inout ZaloPlatformSettings) -> Void = { _ in }, wire adjust: @Sendable (inout ZaloSettings) -> Void = { _ in },
        _ story: @escaping @Sendable (StorySite, ZaloPlatform) async throws -> Void
    ) async throws {
        let test = try await TestOffice()
        var standIn = ZaloPlatformSettings()
        configure(&standIn)
        try await ZaloPlatform.serving(standIn, logger: test.office.log) { platform in
            let known = platform.settings
            let address = await platform.address
            var settings = ZaloSettings(
                appID: known.appID, appSecret: known.appSecret, oaID: known.oaID, oaSecretKey: known.oaSecretKey,
                accessToken: known.accessToken, refreshToken: known.refreshToken, oauthURL: address, openapiURL: address)
            adjust(&settings)
            let wire = ZaloWire(settings: settings, tokens: nil, now: { test.clock.now }, logger: test.office.log) { _ in }
            let site = WebSite(office: test.office, door: HookDoor(office: test.office, wires: [wire]))
            let couriers = Couriers(office: test.office, wires: [wire]) { _ in }
            try await Application(router: try site.router(), logger: test.office.log).test(.live) { client in
                guard let port = client.port else { throw Missing("a port") }
                guard case .status(200) = await platform.setWebhook("http://localhost:\(port)/webhooks/zalo") else {
                    throw Missing("an answer to the probe")
                }
                try await story(StorySite(test: test, couriers: couriers, client: client, zalo: wire), platform)
            }
        }
    }
}

extension TestClientProtocol {
    func carry(_ asking: Asking) async throws -> Answer {
        var fields: HTTPFields = [:]
        for (name, value) in asking.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let method = HTTPRequest.Method(rawValue: asking.method) ?? .get
        let body = asking.body.isEmpty ? nil : ByteBuffer(bytes: asking.body)
        return try await execute(uri: asking.path, method: method, headers: fields, body: body) { response in
            Answer(
                status: response.status.code, headers: response.headers.map { ($0.name.canonicalName, $0.value) },
                body: Array(response.body.readableBytesView))
        }
    }
}
