import Database
import Logging
import Operations
import ServiceLifecycle
import TestSupport
import Testing

/// The couriers at work as long as the server runs.
@Suite(.eachEngine, .timeLimit(.minutes(3))) struct CouriersRunTests {
    /// Runs the couriers around something, then drains them; they must come to an end.
    private func running(_ office: TestOffice, _ wire: RecordingWire, _ body: @escaping @Sendable () async throws -> Void) async throws {
        let couriers = Couriers(office: office.office, wires: [wire]) { seconds in
            // A cancelled pause is over, which is all that is asked of it.
            try? await Task.sleep(for: .seconds(seconds * 100))
        }
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let services = ServiceGroup(services: [couriers], logger: log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            try await body()
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    @Test func aMessageGoesOutAtTheRingOfTheBell() async throws {
        let office = try await TestOffice()
        let wire = RecordingWire()
        try await running(office, wire) {
            try await office.zalo("Đường bị lún", id: "m-1")
            while wire.delivered.isEmpty { await Task.yield() }
        }
        #expect(wire.delivered.count == 1)
        #expect(try await office.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent'") == 1)
    }

    @Test(arguments: 1...20) func theyComeToAnEndWheneverTheServerDrains(turn: Int) async throws {
        let office = try await TestOffice()
        let wire = RecordingWire()
        try await running(office, wire) {
            for index in 0..<turn { try await office.zalo("Dòng \(index)", from: "z-\(index)", id: "m-\(index)") }
        }
        #expect(try await office.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent'") == wire.delivered.count)
    }
}
