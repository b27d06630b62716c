import AsyncHTTPClient
import Channels
import Domain
import Operations
import Storage

/// The channels with a wire that the operator has set up: one line a channel.
enum Wires {
    static func all(_ composition: Composition, zalo: ZaloSettings?) async throws -> [any Wire] {
        var wires: [any Wire] = []
        if let settings = try zalo ?? ZaloSettings(from: composition.settings) {
            wires.append(try await ZaloWire.connect(settings, office: composition.office))
        }
        return wires
    }
}
