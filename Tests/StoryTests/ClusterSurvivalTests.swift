import Database
import Foundation
import Storage
import TestSupport
import Testing

/// PostgreSQL dies under load and comes back: what was acknowledged is there, once, and the server goes on without a restart.
@Suite(.serialized, .timeLimit(.minutes(3)), .enabled(if: Engine.available.contains(.postgresql))) struct ClusterSurvivalTests {
    private actor Sending {
        private var waiting: [Parcel]
        private(set) var receipts: [Parcel: String] = [:]

        init(_ parcels: [Parcel]) { waiting = parcels }

        func next() -> Parcel? { waiting.popLast() }
        func again(_ parcel: Parcel) { waiting.insert(parcel, at: 0) }
        func note(_ parcel: Parcel, _ receipt: String) { receipts[parcel] = receipt }
    }

    @Test func whatWasAcknowledgedSurvivesTheServerOfTheDatabase() async throws {
        try await withFolder { folder in
            let cluster = try await ClusterRun(in: folder)
            do {
                try await live(cluster, in: folder)
            } catch {
                try await cluster.stop()
                throw error
            }
            try await cluster.stop()
        }
    }

    private func live(_ cluster: ClusterRun, in folder: URL) async throws {
        let server = try await ServerRun.start(in: folder, port: try freePort(), environment: ["DONGHANH_DATABASE_URL": cluster.address])
        let parcels = (0..<120).flatMap { number in [Parcel.form(number), .hook(2 * number), .hook(2 * number + 1)] }
        let sending = Sending(parcels.shuffled())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try await send(sending, to: server) } }
            for acknowledged in [40, 130] {
                while await sending.receipts.count < acknowledged { try await Task.sleep(for: .milliseconds(10)) }
                try await cluster.kill()
                #expect(try await server.visitor().get("/readyz").status == 503)
                try await cluster.revive()
            }
            try await group.waitForAll()
        }
        #expect(try await server.visitor().get("/readyz").status == 200)
        let database = try await Database.open(cluster.address)
        try await everythingIsRead(database)
        server.run.signal(SIGTERM)
        #expect(await server.run.status() == 0, "\(server.run.faults)")
        let receipts = await sending.receipts
        try await nothingIsLostOrDoubled(database, parcels, receipts)
        try database.close()
    }

    /// Sends until everything is acknowledged; what fails is sent again, as senders and providers do.
    private func send(_ sending: Sending, to server: ServerRun) async throws {
        while let parcel = await sending.next() {
            let answer = try await ServerRun.ask(parcel.asking, port: server.port)
            if let receipt = parcel.receipt(answer) {
                await sending.note(parcel, receipt)
            } else {
                #expect(answer.status >= 500, "\(parcel): \(answer.status) \(answer.text.suffix(300))")
                await sending.again(parcel)
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    private func everythingIsRead(_ database: Database) async throws {
        for _ in 0..<1500 {
            let unread = try await database.read { try $0.count("SELECT count(*) AS n FROM hook_delivery WHERE state = 'waiting'") }
            if unread == 0 { return }
            // Another process works: there is nothing to await but time.
            try await Task.sleep(for: .milliseconds(40))
        }
        throw Missing("an end of reading")
    }

    private func nothingIsLostOrDoubled(_ database: Database, _ parcels: [Parcel], _ receipts: [Parcel: String]) async throws {
        #expect(receipts.count == parcels.count)
        let (numbers, codes, messages, unread) = try await database.read { tx in
            (
                try tx.all("SELECT number FROM petition ORDER BY number") { row -> String in try row["number"] },
                try tx.all("SELECT lookup_code FROM petition WHERE form_key IS NOT NULL") { row -> String in try row["lookup_code"] },
                try tx.all("SELECT external_id FROM message WHERE external_id IS NOT NULL") { row -> String in try row["external_id"] },
                try tx.count("SELECT count(*) AS n FROM hook_delivery WHERE state <> 'read'")
            )
        }
        #expect(unread == 0)
        #expect(messages.sorted() == (0..<240).map { "m\($0)" }.sorted())
        #expect(Set(receipts.filter { if case .form = $0.key { true } else { false } }.values) == Set(codes))
        #expect(codes.count == 120)
        let serials = numbers.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }
        #expect(serials == Array(1...123), "each form is a case, the three who write on Zalo have one each")
    }
}
