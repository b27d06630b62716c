import Database
import Domain
import Foundation
@testable import Operations
import Storage
import TestSupport
import Testing

/// What came in is durable before its provider is answered, whatever the store is doing.
@Suite(.eachEngine) struct DeliveryKeeperTests {
    private func withSpill(_ body: (TestOffice, Office, DeliverySpill) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spill-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder of the test's own
        let test = try await TestOffice()
        let spill = try DeliverySpill(folder: folder.path)
        let office = Office(
            database: test.database, world: test.office.world,
            settings: OfficeSettings(baseURL: test.office.settings.baseURL, spill: spill), passwords: test.office.passwords, log: test.office.log)
        try await body(test, office, spill)
    }

    @Test func whileTheStoreIsBusyTheFolderTakesIt() async throws {
        try await withSpill { test, office, spill in
            let keeper = DeliveryKeeper(office: office)
            try await keeper.keep([1, 10, 255], key: "k-1", on: .zalo, patience: 0)
            // Whichever was first: it is kept once in the end, bytes untouched.
            await Couriers(office: office, wires: [], pause: { _ in }).workOnce()
            #expect(try await spill.waiting().isEmpty)
            #expect(try await test.number("SELECT count(*) AS n FROM hook_delivery WHERE bytes = \([1, 10, 255] as [UInt8])") == 1)
        }
    }

    @Test func aLongTransactionDelaysNoAnswer() async throws {
        try await withSpill { test, office, spill in
            let keeper = DeliveryKeeper(office: office)
            let gate = Gate()
            // Holds the only writer of the embedded engine until the delivery has been kept.
            async let long: Void = test.database.write { _ in gate.waitUntilOpen() }
            await gate.waitUntilHeld()
            try await keeper.keep([7], key: "k-2", on: .zalo)
            gate.open()
            try await long
            await Couriers(office: office, wires: [], pause: { _ in }).workOnce()
            #expect(try await test.rows(in: "hook_delivery") == 1)
            #expect(try await spill.waiting().isEmpty)
        }
    }

    @Test func theFolderGivesBackWhatItTook() async throws {
        try await withSpill { test, _, spill in
            let delivery = SpilledDelivery(channel: .mail, key: "<a\n@b>", bytes: [0, 10, 13, 255], at: test.clock.now)
            try await spill.write(delivery)
            try await spill.write(delivery)
            let names = try await spill.waiting()
            #expect(names.count == 1)
            for name in names { #expect(try await spill.read(name) == delivery) }
        }
    }
}

/// Holds a thread until it is let go.
private final class Gate: Sendable {
    private let held = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)

    func waitUntilOpen() {
        held.signal()
        opened.wait()
    }

    func waitUntilHeld() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.held.wait()
                continuation.resume()
            }
        }
    }

    func open() { opened.signal() }
}
