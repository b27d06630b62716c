package import Domain

/// Holds back who asks too often: every key (an address, a phone, an account) has a bucket of tokens that refills steadily.
package actor TokenBucket {
    private struct Bucket {
        var level: Int64
        var at: Int64
    }

    /// A token in the smallest amount there is, so that a refill of 1 a minute is 1 a millisecond and nothing is rounded.
    private static let token: Int64 = 60_000

    private let full: Int64
    private let refill: Int64
    private let mostKeys: Int
    private var buckets: [String: Bucket] = [:]

    /// - Parameters:
    ///   - capacity: how many may come at once, at least 1.
    ///   - perMinute: how many tokens come back each minute, at least 1.
    ///   - mostKeys: how many keys are remembered, so that a flood of keys takes no memory.
    package init(capacity: Int, perMinute: Int, mostKeys: Int = 50_000) {
        full = Int64(max(1, capacity)) * Self.token
        refill = Int64(max(1, perMinute))
        self.mostKeys = max(4, mostKeys)
    }

    /// Takes one token of that key's bucket. Throws `Refusal.tooMany` with the seconds until the next one when there is none.
    package func take(_ key: String, at now: Instant) throws(Refusal) {
        let time = now.milliseconds
        var level = buckets[key].map { self.level($0, at: time) } ?? full
        guard level >= Self.token else {
            let wait = (Self.token - level + refill - 1) / refill
            throw .tooMany(retryAfter: Int((wait + 999) / 1000))
        }
        level -= Self.token
        if buckets[key] == nil, buckets.count >= mostKeys { makeRoom(at: time) }
        buckets[key] = Bucket(level: level, at: time)
    }

    /// How many keys are remembered.
    package var count: Int { buckets.count }

    /// A clock set back refills nothing and takes nothing.
    private func level(_ bucket: Bucket, at time: Int64) -> Int64 {
        let passed = min(max(0, time - bucket.at), full)
        return min(full, bucket.level + passed * refill)
    }

    /// Forgets the buckets that are full again, which say nothing; should none be, the quarter that was used longest ago.
    private func makeRoom(at time: Int64) {
        buckets = buckets.filter { level($0.value, at: time) < full }
        guard buckets.count >= mostKeys else { return }
        for (key, _) in buckets.sorted(by: { $0.value.at < $1.value.at }).prefix(mostKeys / 4) { buckets[key] = nil }
    }
}
