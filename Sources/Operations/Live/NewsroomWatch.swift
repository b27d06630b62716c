import Database
import Domain
import Logging
import ServiceLifecycle
import Storage

/// Looks into the journals every two seconds, and at once after a commit of this process, so that the open pages of every process on
/// one database hear what any of them does. While nobody listens it does not look.
package struct NewsroomWatch: Service {
    let office: Office
    /// Waits that many seconds; tests shorten it.
    let pause: @Sendable (Int) async -> Void

    package init(office: Office, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.pause = pause
    }

    /// Seconds between two looks when nobody rings.
    static let rhythm = 2
    /// Looks without news after which readers are told that the line holds: every 20 seconds.
    static let looksBetweenSigns = 10
    /// A commit becomes visible later than the moment that stands in it; clocks of two machines differ. Each look goes back so many
    /// seconds and passes over what it has told already.
    static let overlap = 30

    /// Works until the server drains; then every stream ends, so that no open page holds the server up.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await ringEveryFewSeconds() }
            group.addTask { await lookAtEachRing() }
            await group.waitForAll()
        }
    }

    private func ringEveryFewSeconds() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await pause(Self.rhythm)
                await office.newsroom.bell.ring()
            }
        }
        office.newsroom.close()
        await office.newsroom.bell.ring()
    }

    private func lookAtEachRing() async {
        var told = Told()
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            await look(&told)
            // However fast commits come, pages hear of them once a second.
            await cancelWhenGracefulShutdown { await pause(1) }
            await office.newsroom.bell.wait()
        }
    }

    /// What was told already.
    package struct Told: Sendable {
        var events: Set<NewsKey> = []
        var looks = 0

        package init() {}
    }

    /// One look. While the store is away readers hear nothing, and what they missed is found by the looks after it.
    package func look(_ told: inout Told) async {
        guard office.newsroom.count > 0 else { return }
        let since = office.world.now().adding(seconds: -Self.overlap)
        do {
            let (events, stirred) = try await office.read { tx in
                (try Self.events(since: since, tx), try PresenceStore.stirred(since: since, tx))
            }
            let fresh = events.filter { !told.events.contains($0) }
            told.events = Set(events)
            told.looks += 1
            if !fresh.isEmpty || (!stirred.isEmpty && told.looks.isMultiple(of: 2)) {
                office.newsroom.publish(.news(fresh, stirred: stirred))
            }
            if told.looks.isMultiple(of: Self.looksBetweenSigns) { office.newsroom.publish(.quiet) }
        } catch let fault as DatabaseFault where fault.isOutage {
            office.log.debug("the newsroom waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("the newsroom cannot look", metadata: ["error": "\(error)"])
        }
    }

    private static func events(since moment: Instant, _ tx: Transaction) throws -> [NewsKey] {
        var all = try NewsQueries.events(since: moment, tx)
        while all.count.isMultiple(of: NewsQueries.most), let last = all.last {
            let more = try NewsQueries.events(since: moment, after: last, tx)
            if more.isEmpty { break }
            all += more
        }
        return all
    }
}
