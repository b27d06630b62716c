package import Domain
package import Storage
import Synchronization

/// What readers of the newsroom hear.
package enum Bulletin: Sendable, Equatable {
    /// What happened in cases, and in which cases somebody came or wrote.
    case news([NewsKey], stirred: Set<ID<Case>>)
    /// Nothing happened for a while: a reader shows that the line still holds, and looks whether it still may listen.
    case quiet
}

/// Tells the open pages of this process that something changed. It says where, never what: each reader asks the store itself what it
/// may see. `NewsroomWatch` fills it.
package final class Newsroom: Sendable {
    /// Open pages of one account that listen at once.
    package static let mostOfOne = 8
    /// Open pages in all.
    package static let mostInAll = 500

    private struct Reader {
        var account: ID<Account>
        var continuation: AsyncStream<Bulletin>.Continuation
    }

    private struct State {
        var readers: [Int: Reader] = [:]
        var tickets = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Rings when this process has committed something worth a look.
    package let bell = Bell()

    package init() {}

    /// What happens from now on, until the stream is let go or the server drains; then at once. Of one account the newest pages listen:
    /// whoever goes quickly from page to page leaves lines behind that the server only misses at the next sign, and the page before
    /// him must not go without news for them. Throws `Refusal.tooMany` when the whole house is full.
    package func subscribe(_ account: ID<Account>) throws(Refusal) -> AsyncStream<Bulletin> {
        // Whoever does not listen fast enough is let go: his page comes again and reads what it missed from the store.
        let (stream, continuation) = AsyncStream.makeStream(of: Bulletin.self, bufferingPolicy: .bufferingNewest(64))
        let (ticket, oldest) = state.withLock { state -> (Int?, Reader?) in
            let own = state.readers.filter { $0.value.account == account }.keys
            let oldest = own.count < Self.mostOfOne ? nil : own.min().flatMap { state.readers.removeValue(forKey: $0) }
            guard state.readers.count < Self.mostInAll else { return (nil, oldest) }
            state.tickets += 1
            if !state.isClosed { state.readers[state.tickets] = Reader(account: account, continuation: continuation) }
            return (state.tickets, oldest)
        }
        oldest?.continuation.finish()
        guard let ticket else { throw .tooMany(retryAfter: 30) }
        continuation.onTermination = { [weak self] _ in self?.leave(ticket) }
        if state.withLock({ $0.isClosed }) { continuation.finish() }
        return stream
    }

    /// Tells everybody.
    package func publish(_ bulletin: Bulletin) {
        let continuations = state.withLock { $0.readers.values.map(\.continuation) }
        for continuation in continuations {
            if case .dropped = continuation.yield(bulletin) { continuation.finish() }
        }
    }

    /// How many listen.
    package var count: Int { state.withLock { $0.readers.count } }

    /// Ends every stream, and those still to come: the server drains.
    package func close() {
        let continuations = state.withLock { state in
            state.isClosed = true
            return state.readers.values.map(\.continuation)
        }
        for continuation in continuations { continuation.finish() }
    }

    private func leave(_ ticket: Int) { state.withLock { _ = $0.readers.removeValue(forKey: ticket) } }
}
