import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The outbox: delivered, tried again, given up.
@Suite(.eachEngine) struct OutboxTests {
    private func post() async throws -> (office: TestOffice, wire: RecordingWire, couriers: Couriers) {
        let office = try await TestOffice()
        let wire = RecordingWire()
        try await office.zalo("Đường bị lún", id: "m-1")
        return (office, wire, Couriers(office: office.office, wires: [wire], pause: { _ in }))
    }

    private func entry(_ office: TestOffice) async throws -> OutboxEntry {
        let petition = try await office.newest()
        return try #require(try await office.office.read { try OutboxStore.of(petition.id, $0) }.first)
    }

    @Test func whatWasDeliveredIsNotSentAgain() async throws {
        let (office, wire, couriers) = try await post()
        await couriers.workOnce()
        await couriers.workOnce()
        #expect(wire.delivered.count == 1)
        let entry = try await entry(office)
        #expect(entry.state == .sent && entry.sentAt == office.clock.now)
        let health = try await office.office.read { try ChannelHealthStore.load(.zalo, $0) }
        #expect(health?.deliveredAt == office.clock.now && health?.failedAt == nil)
    }

    @Test func aFailureIsTriedAgainLaterAndLater() async throws {
        let (office, wire, couriers) = try await post()
        wire.answer(.retry(after: 0, reason: "bận"))
        var waits: [Int] = []
        for tries in 1...8 {
            await couriers.workOnce()
            #expect(wire.delivered.count == tries)
            let next = try await office.number("SELECT next_at AS n FROM outbox")
            waits.append((next - Int(office.clock.now.milliseconds)) / 1000)
            office.clock.set(Instant(milliseconds: Int64(next) - 1))
            await couriers.workOnce()
            #expect(wire.delivered.count == tries, "not a moment too early")
            office.clock.set(Instant(milliseconds: Int64(next)))
        }
        #expect(waits == [5, 10, 20, 40, 80, 160, 320, 640])
        #expect(try await office.office.read { try ChannelHealthStore.load(.zalo, $0) }?.reason == "bận")
        wire.answer(.delivered(receipt: "r-9"))
        await couriers.workOnce()
        #expect(try await entry(office).state == .sent)
        #expect(try await office.office.read { try ChannelHealthStore.load(.zalo, $0) }?.failedAt == nil)
    }

    @Test func theProviderMayAskForALongerWait() async throws {
        let (office, wire, couriers) = try await post()
        wire.answer(.retry(after: 3600, reason: "quá tải"))
        await couriers.workOnce()
        office.clock.advance(seconds: 3599)
        await couriers.workOnce()
        #expect(wire.delivered.count == 1)
        office.clock.advance(seconds: 1)
        await couriers.workOnce()
        #expect(wire.delivered.count == 2)
    }

    @Test func whatWillNeverWorkIsGivenUpAndSaysWhy() async throws {
        let (office, wire, couriers) = try await post()
        wire.answer(.giveUp(reason: "Người nhận đã chặn"))
        await couriers.workOnce()
        office.clock.advance(days: 3)
        await couriers.workOnce()
        #expect(wire.delivered.count == 1)
        let entry = try await entry(office)
        #expect(entry.state == .failed && entry.reason == "Người nhận đã chặn")
    }

    @Test func afterManyTriesAPersonIsAsked() async throws {
        let (office, wire, couriers) = try await post()
        wire.answer(.retry(after: 0, reason: "bận"))
        for _ in 0..<30 {
            await couriers.workOnce()
            office.clock.advance(hours: 7)
        }
        #expect(try await entry(office).state == .failed)
        #expect(wire.delivered.count == 20)
    }

    @Test func aFormHasNoAddressToSendTo() async throws {
        let office = try await TestOffice()
        _ = try await office.answered()
        #expect(try await office.rows(in: "outbox") == 0)
    }
}
