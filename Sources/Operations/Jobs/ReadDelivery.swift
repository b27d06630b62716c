import Domain
import Storage

/// Takes in what a delivery said and notes that it was read, in one transaction: exactly once, whenever the server dies.
struct ReadDelivery: Operation {
    static let permission = Permission.receive
    let record: ID<HookRecord>
    let inbound: [Inbound]

    func perform(_ turn: Turn) throws {
        guard try HookStore.claim(record, turn.tx) else { return }
        for message in inbound {
            _ = try ReceiveMessage(message).perform(turn)
            try ChannelHealthStore.noteReceived(message.channel, at: turn.now, turn.tx)
        }
        try HookStore.markRead(record, turn.tx)
    }
}
