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

    @Test func aDamagedFileIsKeptAndHoldsNothingElseUp() async throws {
        try await withSpill { test, office, spill in
            let delivery = SpilledDelivery(channel: .zalo, key: "k-3", bytes: [1], at: test.clock.now)
            try await spill.write(delivery, attempt: id(1))
            try Data([0, 1, 2]).write(to: spill.folder.appending(path: "0000"))
            await Couriers(office: office, wires: [], pause: { _ in }).workOnce()
            #expect(try await spill.waiting().isEmpty)
            #expect(try await test.rows(in: "hook_delivery") == 1)
            #expect(try Data(contentsOf: spill.folder.appending(path: "0000.hong")) == Data([0, 1, 2]))
        }
    }

    @Test func halvesOfAKilledServerAreClearedAwayOnceTheyAreOld() async throws {
        try await withSpill { _, _, spill in
            let (old, young) = (spill.folder.appending(path: "a.part"), spill.folder.appending(path: "b.part"))
            for half in [old, young] { try Data([1]).write(to: half) }
            try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: old.path)
            _ = try DeliverySpill(folder: spill.folder.path)
            #expect(try FileManager.default.contentsOfDirectory(atPath: spill.folder.path) == ["b.part"])
        }
    }

    @Test func whatCameOnAChannelThatIsSwitchedOffWaitsForIt() async throws {
        let test = try await TestOffice()
        try await DeliveryKeeper(office: test.office).keep([1], key: "k-4", on: .zalo)
        await Couriers(office: test.office, wires: [RecordingWire(.mail)], pause: { _ in }).workOnce()
        #expect(try await test.office.read { try HookStore.counts($0) } == [.zalo: 1])
        await Couriers(office: test.office, wires: [RecordingWire(.zalo)], pause: { _ in }).workOnce()
        #expect(try await test.office.read { try HookStore.counts($0) }.isEmpty)
    }

    @Test func theFolderGivesBackWhatItTook() async throws {
        try await withSpill { test, _, spill in
            let delivery = SpilledDelivery(channel: .mail, key: "<a\n@b>", bytes: [0, 10, 13, 255], at: test.clock.now)
            async let first: Void = spill.write(delivery, attempt: id(1))
            async let second: Void = spill.write(delivery, attempt: id(2))
            _ = try await (first, second)
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
