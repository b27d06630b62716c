import Database
import Documents
package import Domain
import Storage

extension Couriers {
    /// Delivers what is due on a channel. When its provider fails several times in a row, the rest waits for the next round: a
    /// provider that is away must not be asked for every letter.
    func deliverOutbox(of channel: Channel) async throws {
        guard let wire = wires[channel] else { return }
        var failures = 0
        while !isDraining, failures < Self.patience {
            let now = office.world.now()
            let end = now.adding(seconds: Claim.length)
            var due = try await office.database.write { try OutboxStore.claim(channel, at: now, until: end, limit: Self.bite, $0) }
            if due.isEmpty { return }
            while !isDraining, failures < Self.patience, Claim.leavesTime(end, at: office.world.now()), let item = due.first {
                due.removeFirst()
                await goingOn {
                    guard let outcome = try await deliver(item.message, by: wire) else { return }
                    if case .tried(.retry) = outcome { failures += 1 } else { failures = 0 }
                    try await settle(SettleDelivery(id: item.message.id, outcome: outcome), until: end)
                }
            }
            let left = due.map(\.message.id)
            try await office.database.write { try OutboxStore.release(left, $0) }
        }
    }

    /// Notes an outcome; while the store is away it is tried again until the claim ends, so that what the provider took does not go out
    /// a second time.
    private func settle(_ settling: SettleDelivery, until end: Instant) async throws {
        while true {
            do {
                return try await office.perform(settling, as: .system)
            } catch let fault as DatabaseFault where fault.isOutage && office.world.now() < end && !Task.isCancelled {
                await pause(1)
            }
        }
    }

    /// Delivers a message with its files: pictures as copies, without what cameras write. `nil` when one is not ready yet, and the message
    /// waits for it; one that may never leave keeps the message from leaving without it.
    private func deliver(_ message: Outgoing, by wire: any Wire) async throws -> SettleDelivery.Outcome? {
        // A template holds its files for the way behind it.
        if message.files.isEmpty || message.content.isTemplate { return .tried(await wire.deliver(message, files: [])) }
        let scans = office.settings.scansFiles
        let found = try await office.read { tx in try message.files.map { try OutwardFile.load($0, scans: scans, tx) } }
        var files: [OutgoingFile] = []
        for file in found {
            switch file {
            case .ready(let name, let type, let bytes): files.append(OutgoingFile(name: name, contentType: type, bytes: bytes))
            case .notYet:
                let next = office.world.now().adding(seconds: Self.rhythm)
                try await office.database.write { try OutboxStore.holdBack(message.id, until: next, reason: FileWords.notReady, $0) }
                return nil
            case .never: return .stay(reason: FileWords.staysHere)
            }
        }
        return .tried(await wire.deliver(message, files: files))
    }

    /// Failures in a row after which a round over a channel's outbox ends.
    private static let patience = 3
}

/// Notes what became of one attempt to deliver, and takes the next way where this one is closed.
struct SettleDelivery: Operation {
    static let permission = Permission.receive
    let id: ID<Outgoing>
    let outcome: Outcome

    enum Outcome: Sendable {
        case tried(DeliveryOutcome)
        /// A file that may never leave is with it. A person writes again without it; no way takes it along.
        case stay(reason: String)
    }

    func perform(_ turn: Turn) throws {
        // The provider's echo may have been faster than its answer.
        guard let due = try OutboxStore.load(id, turn.tx), due.state == .waiting else { return }
        let channel = due.message.channel
        switch outcome {
        case .stay(let reason):
            try OutboxStore.markFailed(id, reason: reason, turn.tx)
            turn.askForNews()
        case .tried(let outcome): try settle(outcome, of: due, on: channel, turn)
        }
    }

    private func settle(_ outcome: DeliveryOutcome, of due: DueMessage, on channel: Channel, _ turn: Turn) throws {
        switch outcome {
        case .delivered(let receipt):
            try OutboxStore.markSent(id, receipt: receipt, at: turn.now, turn.tx)
            try ChannelHealthStore.noteDelivered(channel, at: turn.now, turn.tx)
        case .retry(let seconds, let reason):
            try ChannelHealthStore.noteFailure(channel, .sending, reason: reason, at: turn.now, turn.tx)
            if due.attempts >= Backoff.mostAttempts { return try turn.end(due, reason: reason) }
            let wait = max(seconds, Backoff.seconds(due.attempts))
            try OutboxStore.postpone(id, until: turn.now.adding(seconds: wait), reason: reason, turn.tx)
        case .giveUp(let reason), .shut(let reason):
            // Nothing is wrong with the channel: this one message is not taken, or this one sender cannot be reached on it now.
            try turn.end(due, reason: reason)
        }
    }
}

extension Turn {
    /// A message does not arrive on the way that it took: the next one, or a person's.
    func end(_ due: DueMessage, reason: String) throws {
        if try takeNextWay(after: due, reason: reason) {
            try OutboxStore.markReplaced(due.message.id, reason: reason, tx)
        } else {
            try OutboxStore.markFailed(due.message.id, reason: reason, tx)
        }
        askForNews()
    }
}

/// A failure that an officer has settled in another way. Throws `Refusal`.
package struct HandleFailure: Operation {
    package static let permission = Permission.takeIn
    let id: ID<Outgoing>

    package init(_ id: ID<Outgoing>) { self.id = id }

    package func perform(_ turn: Turn) throws {
        guard let account = turn.actor.account, try OutboxStore.handle(id, by: account.id, at: turn.now, turn.tx) else {
            throw Refusal.noSuch(.outgoing)
        }
    }
}

/// A failure is tried once more, after what was wrong has been mended. Throws `Refusal`.
package struct TryAgain: Operation {
    package static let permission = Permission.takeIn
    let id: ID<Outgoing>

    package init(_ id: ID<Outgoing>) { self.id = id }

    package func perform(_ turn: Turn) throws {
        guard try OutboxStore.tryAgain(id, at: turn.now, turn.tx) else { throw Refusal.noSuch(.outgoing) }
        turn.askForWork()
    }
}
