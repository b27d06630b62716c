import Database
import Foundation
import Synchronization
import Testing
import TestSupport

/// Pages that are open hear of what others do, over the real server, and never hold it up.
@Suite(.serialized, .timeLimit(.minutes(3))) struct OpenStreamTests {
    /// A server with its first account signed in: the cookie of the session.
    private func signedIn(_ server: ServerRun) async throws -> String {
        let port = server.port
        let cookie = Mutex("")
        let visitor = Visitor { asking in
            if let header = asking.headers.first(where: { $0.name == "cookie" }) { cookie.withLock { $0 = header.value } }
            return try await ServerRun.ask(asking, port: port)
        }
        let link = try #require(server.run.output.split(separator: "\n").first { $0.contains("/khoi-tao/") })
        let path = "/khoi-tao/" + (link.split(separator: "/").last.map(String.init) ?? "")
        _ = try await visitor.fill(path, ["login": "quantri", "name": "Bùi Văn Quản", "password": Cast.password])
        try await visitor.signIn("quantri")
        _ = try await visitor.get("/app")
        return cookie.withLock { $0 }
    }

    /// Makes the administrator an intake officer besides, straight in the store: he sees cases then.
    private func makeIntake(_ address: String) async throws {
        let database = try await Database.open(address)
        _ = try await database.write { try $0.run("UPDATE mandate SET role = 'intake'") }
        try database.close()
    }

    @Test(.eachEngine) func aStreamHearsAPetitionAndEndsWhenTheServerIsToldTo() async throws {
        try await withFolder { folder in
            let address = try Engine.current.address(in: folder)
            let server = try await ServerRun.start(in: folder, port: try freePort(), environment: ["DONGHANH_DATABASE_URL": address])
            let cookie = try await signedIn(server)
            try await makeIntake(address)
            let request = "GET /app/song HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\n\r\n"
            let lines = try (0..<3).map { _ in try OpenLine(port: server.port, request) }
            for line in lines { #expect(await line.read(until: "retry: 3000").contains("200 OK")) }
            let sent = try await server.visitor().fill(
                "/gui-kien-nghi",
                ["kind": "question", "text": "Thủ tục gia hạn giấy phép lao động?", "organisation": "Công ty Bình An", "phone": "0912345678"])
            #expect(sent.status == 303)
            #expect(await lines[0].read(until: "\"changed\":1").contains("event: danh-sach"))
            server.run.signal(SIGTERM)
            #expect(await server.run.status() == 0, "\(server.run.faults)")
            for line in lines { _ = await line.read() }
        }
    }
}
