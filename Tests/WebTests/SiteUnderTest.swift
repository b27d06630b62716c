import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestSupport
@testable import Web

/// The site over an office in memory, asked through its router.
struct SiteUnderTest: Sendable {
    let test: TestOffice
    let wire: RecordingWire
    let client: any TestClientProtocol

    static func serving(
        on engine: Engine = .current, log: RecordingLog? = nil, scans: Bool = false, _ body: @escaping @Sendable (SiteUnderTest) async throws -> Void
    ) async throws {
        let test = try await TestOffice(on: engine, log: log?.logger, scans: scans)
        let wire = RecordingWire()
        let site = WebSite(office: test.office, door: HookDoor(office: test.office, wires: [wire]))
        try await Application(router: try site.router(), logger: test.office.log).test(.router) { client in
            try await body(SiteUnderTest(test: test, wire: wire, client: client))
        }
    }

    func visitor() -> Visitor {
        let client = client
        return Visitor { asking in
            var fields: HTTPFields = [:]
            for (name, value) in asking.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
            let method = HTTPRequest.Method(rawValue: asking.method) ?? .get
            let body = asking.body.isEmpty ? nil : ByteBuffer(bytes: asking.body)
            return try await client.execute(uri: asking.path, method: method, headers: fields, body: body) { response in
                Answer(
                    status: response.status.code, headers: response.headers.map { ($0.name.canonicalName, $0.value) },
                    body: Array(response.body.readableBytesView))
            }
        }
    }

    func staff(_ login: String) async throws -> Visitor {
        let visitor = visitor()
        try await visitor.signIn(login)
        return visitor
    }

    /// How many rows stand in the tables that a visitor could fill.
    func stored() async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in ["petition", "message", "attachment", "content", "contact", "case_event", "hook_delivery", "outbox", "account"] {
            counts[table] = try await test.rows(in: table)
        }
        return counts
    }

    /// Does something and tells whether anything was stored by it.
    func storesNothing(_ body: () async throws -> Void) async throws -> Bool {
        let before = try await stored()
        try await body()
        return try await stored() == before
    }
}
