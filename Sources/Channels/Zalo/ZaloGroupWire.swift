package import Domain
package import Operations

/// The wire into groups that the account owns (nhóm GMF; brief zalo.md §5). What is said there comes in over the account's own webhook,
/// so that this one only sends, and fetches what hangs on it.
package struct ZaloGroupWire: Wire {
    package let channel = Channel.zaloGroup
    private let account: ZaloWire

    package init(_ account: ZaloWire) { self.account = account }

    package func judge(_ delivery: HookDelivery) -> HookVerdict { .refuse(reason: "events of groups come over the account's webhook") }

    package func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound] {
        throw UnreadableDelivery(reason: "Sự kiện của nhóm đến qua webhook của tài khoản OA.")
    }

    package func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8] {
        try await account.fetch(file, limit: limit)
    }

    package func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome {
        if let reason = ZaloWire.fault(of: message, files) { return .giveUp(reason: reason) }
        do throws(ZaloCallFailure) {
            let letter = ZaloLetter(gateway: account.gateway, place: .group(message.recipient))
            return .delivered(receipt: try await letter.send(message, files.first))
        } catch {
            return ZaloError.outcome(of: error, at: account.now())
        }
    }
}
