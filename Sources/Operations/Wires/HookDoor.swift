package import Domain
import Logging

/// The door at which hooks knock: judges, keeps the bytes, and answers; everything else comes after the answer.
package struct HookDoor: Sendable {
    let office: Office
    let wires: [Channel: any Wire]
    private let keeper: DeliveryKeeper

    package init(office: Office, wires: [any Wire]) {
        self.office = office
        self.keeper = DeliveryKeeper(office: office)
        self.wires = Dictionary(wires.map { ($0.channel, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The Official Account, where there is one.
    package var zalo: (any ZaloAccount)? { wires[.zalo] as? any ZaloAccount }

    /// The channels that are on.
    package var channels: Set<Channel> { Set(wires.keys) }

    /// What to answer to a knock.
    package enum Answer: Sendable, Equatable {
        /// Kept on the disk, or known already, or only a probe: 200.
        case taken
        /// Not genuine: 403.
        case refused
        /// The channel is off: 404.
        case unknownChannel
    }

    /// Takes a delivery in. Returns once it is durable.
    package func take(_ delivery: HookDelivery, on channel: Channel) async throws -> Answer {
        guard let wire = wires[channel] else { return .unknownChannel }
        switch wire.judge(delivery) {
        case .probe:
            return .taken
        case .refuse(let reason):
            office.log.warning("hook delivery refused", metadata: ["channel": "\(channel)", "reason": "\(reason)"])
            return .refused
        case .accept(let key):
            try await keeper.keep(delivery.bytes, key: key, on: channel)
            return .taken
        }
    }
}
