import Database
import Foundation
import Storage
import Testing
import TestSupport

/// What was acknowledged survives the death of the server at any moment, once and only once.
@Suite(.serialized) struct SurvivalTests {
    /// What is still to be sent, and what was acknowledged.
    private actor Sending {
        private var waiting: [Parcel]
        private(set) var receipts: [Parcel: String] = [:]
        private var refused: [Int] = []
        private var killAfter = Int.max

        init(_ parcels: [Parcel]) { waiting = parcels }

        func next() -> Parcel? { waiting.popLast() }
        func again(_ parcel: Parcel) { waiting.insert(parcel, at: 0) }
        func killAfter(_ more: Int) { killAfter = receipts.count + more }

        /// Notes an acknowledgement; true when it is time to kill the server.
        func note(_ parcel: Parcel, _ receipt: String) -> Bool {
            receipts[parcel] = receipt
            return receipts.count == killAfter
        }

        var left: Int { waiting.count }
    }

    @Test(.eachEngine) func whatWasAcknowledgedSurvivesThreeKillsAndIsThereOnce() async throws {
        try await withFolder { folder in
            let port = try freePort()
            let address = try Engine.current.address(in: folder)
            let environment = ["DONGHANH_DATABASE_URL": address]
            let parcels = (0..<36).flatMap { number in [Parcel.form(number), .hook(2 * number), .hook(2 * number + 1)] }
            let sending = Sending(parcels.shuffled())
            for acknowledged in [3, 17, 29] {
                let server = try await ServerRun.start(in: folder, port: port, environment: environment)
                await sending.killAfter(acknowledged)
                await send(sending, to: server)
                #expect(await server.run.status() == -SIGKILL)
            }
            let server = try await ServerRun.start(in: folder, port: port, environment: environment)
            await sending.killAfter(Int.max / 2)
            await send(sending, to: server)
            #expect(await sending.left == 0)
            let receipts = await sending.receipts
            #expect(receipts.count == parcels.count)
            // Said once more, as a provider does that has not heard the answer: nothing may come of it.
            for parcel in parcels.prefix(12) {
                let answer = try await ServerRun.ask(parcel.asking, port: port)
                #expect(parcel.receipt(answer) == receipts[parcel])
            }
            for code in Set(receipts.filter { if case .form = $0.key { true } else { false } }.values) {
                #expect(try await server.visitor().get("/tra-cuu/\(code)").status == 200)
            }
            try await everythingIsRead(address)
            server.run.signal(SIGTERM)
            #expect(await server.run.status() == 0, "\(server.run.faults)")
            try await nothingIsLostOrDoubled(address, parcels, receipts)
        }
    }

    /// Four clients send until everything is acknowledged or the server is dead.
    private func send(_ sending: Sending, to server: ServerRun) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    while let parcel = await sending.next() {
                        do {
                            let answer = try await ServerRun.ask(parcel.asking, port: server.port)
                            guard let receipt = parcel.receipt(answer) else {
                                await sending.again(parcel)
                                Issue.record("\(parcel): \(answer.status) \(answer.text.suffix(300))")
                                return
                            }
                            if await sending.note(parcel, receipt) { server.run.signal(SIGKILL) }
                        } catch {
                            await sending.again(parcel)
                            return
                        }
                    }
                }
            }
        }
    }

    /// Waits until the couriers of the running server have read every delivery.
    private func everythingIsRead(_ address: String) async throws {
        let database = try await Database.open(address)
        for _ in 0..<1500 {
            let unread = try await database.read { try $0.count("SELECT count(*) AS n FROM hook_delivery WHERE state = 'waiting'") }
            if unread == 0 { return try database.close() }
            // Another process works: there is nothing to await but time.
            try await Task.sleep(for: .milliseconds(40))
        }
        try database.close()
        throw Missing("an end of reading")
    }

    /// Looks into what the server has left.
    private func nothingIsLostOrDoubled(_ address: String, _ parcels: [Parcel], _ receipts: [Parcel: String]) async throws {
        let database = try await Database.open(address)
        let (numbers, keys, messages, unread) = try await database.read { tx in
            (
                try tx.all("SELECT number FROM petition ORDER BY number") { row -> String in try row["number"] },
                try tx.all("SELECT form_key, lookup_code FROM petition WHERE form_key IS NOT NULL") { row -> String in try row["form_key"] },
                try tx.all("SELECT external_id FROM message WHERE external_id IS NOT NULL") { row -> String in try row["external_id"] },
                try tx.count("SELECT count(*) AS n FROM hook_delivery WHERE state <> 'read'")
            )
        }
        try database.close()
        #expect(unread == 0)
        #expect(keys.sorted() == (0..<36).map { "0123456789abcdef\(1000 + $0)" }.sorted())
        #expect(messages.sorted() == (0..<72).map { "m\($0)" }.sorted())
        #expect(numbers.count == 36 + 3, "each form is a case, the three who write on Zalo have one each")
        let serials = numbers.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }
        #expect(serials == Array(1...39))
        let codes = receipts.filter { if case .form = $0.key { true } else { false } }.values
        #expect(Set(codes).count == 36)
    }

    @Test(.eachEngine) func anEmptyDatabaseIsServedAtOnceAndItsLinkOpensTheFirstAccountOnce() async throws {
        try await withFolder { folder in
            let environment = ["DONGHANH_DATABASE_URL": try Engine.current.address(in: folder)]
            let server = try await ServerRun.start(in: folder, port: try freePort(), environment: environment)
            let link = try #require(server.run.output.split(separator: "\n").first { $0.contains("/khoi-tao/") })
            let path = "/khoi-tao/" + (link.split(separator: "/").last.map(String.init) ?? "")
            let first = try await server.visitor().fill(
                "/gui-kien-nghi",
                ["kind": "question", "text": "Thủ tục gia hạn giấy phép lao động?", "organisation": "Công ty Bình An", "phone": "0912345678"])
            #expect(first.status == 303)
            let made = try await server.visitor().fill(path, ["login": "quantri", "name": "Bùi Văn Quản", "password": Cast.password])
            #expect(made.status == 303)
            #expect(try await server.visitor().get(path).status == 404)
            try await server.visitor().signIn("quantri")
            for probe in ["/healthz", "/readyz"] { #expect(try await server.visitor().get(probe).status == 200) }
            server.run.signal(SIGTERM)
            #expect(await server.run.status() == 0)

            let again = try await ServerRun.start(in: folder, port: try freePort(), environment: environment)
            #expect(!again.run.output.contains("/khoi-tao/"))
            again.run.signal(SIGTERM)
            #expect(await again.run.status() == 0)
        }
    }

    @Test func aPortInUseEndsWithOneLineThatSaysSo() async throws {
        try await withFolder { folder in
            let port = try freePort()
            let first = try await ServerRun.start(in: folder, port: port)
            let second = try await ProgramRun.run(
                ["serve", "--data", folder.appendingPathComponent("other").path, "--listen", "127.0.0.1:\(port)"], in: folder,
                environment: ["DONGHANH_LOG_LEVEL": "critical"])
            #expect(second.status == 1)
            #expect(second.faults.split(separator: "\n").count == 1, "\(second.faults)")
            #expect(second.faults.contains("\(port)"))
            first.run.signal(SIGTERM)
            #expect(await first.run.status() == 0)
        }
    }

    @Test func aFolderThatCannotBeWrittenEndsWithOneLineThatSaysSo() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("taken")
            try Data("a file, no folder".utf8).write(to: file)
            let run = try await ProgramRun.run(["serve", "--data", file.appendingPathComponent("data").path], in: folder)
            #expect(run.status == 1)
            #expect(run.faults.split(separator: "\n").count == 1, "\(run.faults)")
            #expect(run.faults.contains("Không ghi được"))
        }
    }
}
