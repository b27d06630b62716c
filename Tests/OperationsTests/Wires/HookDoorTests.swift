import Database
import Domain
import Operations
import TestSupport
import Testing

/// The door at which hooks knock.
@Suite(.eachEngine) struct HookDoorTests {
    private func take(_ verdict: String?, on channel: Channel = .zalo, in office: TestOffice) async throws -> HookDoor.Answer {
        let headers = verdict.map { ["x-verdict": $0] } ?? [:]
        let door = HookDoor(office: office.office, wires: [RecordingWire()])
        return try await door.take(HookDelivery(bytes: [0, 255, 10], headers: headers), on: channel)
    }

    @Test func whatIsGenuineIsKeptOnceBytesUntouched() async throws {
        let office = try await TestOffice()
        #expect(try await take("k-1", in: office) == .taken)
        #expect(try await take("k-1", in: office) == .taken)
        #expect(try await office.rows(in: "hook_delivery") == 1)
        #expect(try await office.number("SELECT count(*) AS n FROM hook_delivery WHERE bytes = \([0x00, 0xFF, 0x0A] as [UInt8])") == 1)
    }

    @Test func whatIsNotGenuineLeavesNoTrace() async throws {
        let office = try await TestOffice()
        #expect(try await take("refuse", in: office) == .refused)
        #expect(try await office.rows(in: "hook_delivery") == 0)
    }

    @Test func aProbeIsAnsweredAndNotKept() async throws {
        let office = try await TestOffice()
        #expect(try await take("probe", in: office) == .taken)
        #expect(try await office.rows(in: "hook_delivery") == 0)
    }

    @Test func aChannelThatIsOffIsUnknown() async throws {
        let office = try await TestOffice()
        #expect(try await take("k-1", on: .form, in: office) == .unknownChannel)
    }
}
