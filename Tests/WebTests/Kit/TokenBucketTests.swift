import Domain
import Testing

@testable import Web

@Suite struct TokenBucketTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    private func after(_ seconds: Int64) -> Instant { Instant(milliseconds: start.milliseconds + seconds * 1000) }

    @Test func whatIsTakenComesBackWithTime() async throws {
        let bucket = TokenBucket(capacity: 2, perMinute: 6)
        try await bucket.take("a", at: start)
        try await bucket.take("a", at: start)
        await #expect(throws: Refusal.tooMany(retryAfter: 10)) { try await bucket.take("a", at: start) }
        await #expect(throws: Refusal.tooMany(retryAfter: 6)) { try await bucket.take("a", at: after(4)) }
        try await bucket.take("a", at: after(10))
        await #expect(throws: Refusal.tooMany(retryAfter: 10)) { try await bucket.take("a", at: after(10)) }
    }

    @Test func oneKeyDoesNotHoldBackAnother() async throws {
        let bucket = TokenBucket(capacity: 1, perMinute: 1)
        try await bucket.take("a", at: start)
        try await bucket.take("b", at: start)
        await #expect(throws: Refusal.tooMany(retryAfter: 60)) { try await bucket.take("a", at: start) }
    }

    @Test func restingDoesNotSaveUpMoreThanTheCapacity() async throws {
        let bucket = TokenBucket(capacity: 1, perMinute: 60)
        try await bucket.take("a", at: start)
        try await bucket.take("a", at: after(1_000_000))
        await #expect(throws: Refusal.tooMany(retryAfter: 1)) { try await bucket.take("a", at: after(1_000_000)) }
    }

    @Test func aClockSetBackGivesNothing() async throws {
        let bucket = TokenBucket(capacity: 1, perMinute: 1)
        try await bucket.take("a", at: after(100))
        await #expect(throws: Refusal.tooMany(retryAfter: 60)) { try await bucket.take("a", at: start) }
    }

    @Test func aFloodOfKeysTakesNoMemory() async throws {
        let bucket = TokenBucket(capacity: 1, perMinute: 1, mostKeys: 100)
        for key in 0..<1000 { try await bucket.take("\(key)", at: after(Int64(key) / 100)) }
        #expect(await bucket.count <= 100)
        await #expect(throws: Refusal.self) { try await bucket.take("999", at: after(10)) }
    }
}
