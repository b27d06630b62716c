import Domain
import Synchronization

/// How often one address may do what costs or could be guessed at (requirement 66).
struct Limits: Sendable {
    /// Lookup codes that did not exist.
    let lookups = RateLimit(burst: 20, perMinute: 10)
    /// Sign-ins.
    let signIns = RateLimit(burst: 20, perMinute: 10)
    /// Forms of people who have not signed in.
    let forms = RateLimit(burst: 60, perMinute: 30)
}

/// A bucket of tries for each address, refilled as time goes by; memory is bounded.
final class RateLimit: Sendable {
    private let burst: Double
    private let perMinute: Double
    private let buckets = Mutex<[String: (left: Double, at: Instant)]>([:])

    /// Addresses that are remembered at most.
    static let mostKeys = 10_000

    init(burst: Double, perMinute: Double) {
        self.burst = burst
        self.perMinute = perMinute
    }

    /// Takes one try out; false when none is left.
    func take(_ key: String, at now: Instant) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= Self.mostKeys { buckets = buckets.filter { refilled($0.value, at: now) < burst } }
            if buckets.count >= Self.mostKeys, buckets[key] == nil { return false }
            let left = buckets[key].map { refilled($0, at: now) } ?? burst
            guard left >= 1 else {
                buckets[key] = (left, now)
                return false
            }
            buckets[key] = (left - 1, now)
            return true
        }
    }

    private func refilled(_ bucket: (left: Double, at: Instant), at now: Instant) -> Double {
        min(burst, bucket.left + Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 60_000 * perMinute)
    }
}
