import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
import Simulators
import Storage
import Testing
import TestSupport

/// Ten thousand knocks at the webhook, a third of them repeated, out of order, some forged, while the server is killed three times:
/// every message that was acknowledged is there once, and whoever opened a case was answered once.
@Suite(.serialized) struct WebhookStormTests {
    /// One delivery of one message.
    private struct Knock: Sendable {
        var number: Int
        var isForged = false

        var bytes: [UInt8] {
            // Each sender writes several times; which message is read first is the order of arrival.
            Array(
                """
                {"app_id":"\(ZaloPlatformSettings.demonstrationAppID)","sender":{"id":"80\(number % WebhookStormTests.senders)"},\
                "recipient":{"id":"\(ZaloPlatformSettings.demonstrationOAID)"},"event_name":"user_send_text",\
                "message":{"text":"Kiến nghị \(number)","msg_id":"\(isForged ? "gia" : "m")\(number)"},"timestamp":"\(time)"}
                """.utf8)
        }
        var time: String { "\(1_790_000_000_000 + number)" }
        var signature: String {
            let key = isForged ? "another key" : ZaloPlatformSettings.demonstrationOASecretKey
            return "mac=\(contentHash(Array(ZaloPlatformSettings.demonstrationAppID.utf8) + bytes + Array((time + key).utf8)))"
        }
    }

    private static let distinct = 7000
    private static let repeated = 3000
    private static let forged = 200
    static let senders = 500

    /// What is still to be delivered, what was acknowledged, and when the server is to die.
    private actor Post {
        private var waiting: [Knock]
        private(set) var acknowledged: Set<Int> = []
        private(set) var forgedTaken = 0
        private var killAt: Int

        init(_ knocks: [Knock]) {
            waiting = knocks
            killAt = .max
        }

        func killAfter(_ more: Int) { killAt = acknowledged.count + more }
        func next() -> Knock? { waiting.popLast() }
        func again(_ knock: Knock) { waiting.insert(knock, at: waiting.startIndex) }
        var left: Int { waiting.count }

        /// True when it is time to kill the server.
        func note(_ knock: Knock) -> Bool {
            if knock.isForged { forgedTaken += 1 } else { acknowledged.insert(knock.number) }
            if acknowledged.count < killAt { return false }
            killAt = .max
            return true
        }
    }

    @Test(.eachEngine) func everyAcknowledgedMessageIsThereOnceAndAnsweredOnce() async throws {
        try await withFolder { folder in
            let port = try freePort()
            let address = try Engine.current.address(in: folder)
            let environment = ["DONGHANH_DATABASE_URL": address, "DONGHANH_LOG_LEVEL": "critical"]
            let genuine = (0..<Self.distinct).map { Knock(number: $0) }
            let forged = (0..<Self.forged).map { Knock(number: $0, isForged: true) }
            let post = Post((genuine + genuine.shuffled().prefix(Self.repeated) + forged).shuffled())
            for more in [1300, 1700, 1100] {
                let server = try await ServerRun.start(in: folder, port: port, environment: environment)
                await post.killAfter(more)
                await deliver(post, to: server)
                #expect(await server.run.status() == -SIGKILL)
            }
            let server = try await ServerRun.start(in: folder, port: port, environment: environment)
            await deliver(post, to: server)
            #expect(await post.left == 0)
            #expect(await post.acknowledged.count == Self.distinct)
            #expect(await post.forgedTaken == 0)
            try await everythingIsRead(address)
            server.run.signal(SIGTERM)
            #expect(await server.run.status() == 0, "\(server.run.faults)")
            try await nothingIsLostOrDoubled(address)
        }
    }

    /// Eight connections, each kept open, until everything is delivered or the server is dead.
    private func deliver(_ post: Post, to server: ServerRun) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    // A connection that breaks is the server's death; what it was carrying is delivered again.
                    try? await TestClient.withClient(host: "127.0.0.1", port: server.port, configuration: .init(timeout: .seconds(60))) { client in
                        while let knock = await post.next() {
                            let status: Int
                            do { status = try await Self.knock(knock, client) } catch { return await post.again(knock) }
                            switch status {
                            case 200: if await post.note(knock) { server.run.signal(SIGKILL) }
                            case 403 where knock.isForged: break
                            default:
                                Issue.record("answered \(status)")
                                return await post.again(knock)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func knock(_ knock: Knock, _ client: TestClient) async throws -> Int {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("X-ZEvent-Signature") { headers[name] = knock.signature }
        let fields = headers
        return try await client.execute(
            .init("/webhooks/zalo", method: .post, authority: "127.0.0.1", headers: fields, body: ByteBuffer(bytes: knock.bytes))
        ).status.code
    }

    private func everythingIsRead(_ address: String) async throws {
        let database = try await Database.open(address)
        for _ in 0..<3000 {
            let (kept, unread) = try await database.read { tx in
                (
                    try tx.count("SELECT count(*) AS n FROM hook_delivery"),
                    try tx.count("SELECT count(*) AS n FROM hook_delivery WHERE state = 'waiting'")
                )
            }
            // Some may lie in the folder beside the store still.
            if kept == Self.distinct, unread == 0 { return try database.close() }
            // Another process works: there is nothing to await but time.
            try await Task.sleep(for: .milliseconds(100))
        }
        try database.close()
        throw Missing("an end of reading")
    }

    private func nothingIsLostOrDoubled(_ address: String) async throws {
        let database = try await Database.open(address)
        let (messages, cases, answers, twice, forged) = try await database.read { tx in
            (
                try tx.all("SELECT external_id FROM message WHERE direction = 'in'") { row -> String in try row["external_id"] },
                try tx.count("SELECT count(*) AS n FROM petition"),
                try tx.count("SELECT count(*) AS n FROM outbox"),
                try tx.count("SELECT count(*) AS n FROM (SELECT contact FROM outbox GROUP BY contact HAVING count(*) <> 1) AS odd"),
                try tx.count("SELECT count(*) AS n FROM hook_delivery WHERE key LIKE '%gia%'")
            )
        }
        try database.close()
        #expect(messages.count == Self.distinct)
        #expect(Set(messages) == Set((0..<Self.distinct).map { "m\($0)" }))
        #expect(cases == Self.senders)
        #expect(answers == Self.senders)
        #expect(twice == 0)
        #expect(forged == 0)
    }
}
