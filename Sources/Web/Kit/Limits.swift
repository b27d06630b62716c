/// How often one address may do what costs or could be guessed at (requirement 66).
struct Limits: Sendable {
    /// Lookup codes that did not exist.
    let lookups = TokenBucket(capacity: 20, perMinute: 10)
    /// Sign-ins.
    let signIns = TokenBucket(capacity: 20, perMinute: 10)
    /// Forms of people who have not signed in.
    let forms = TokenBucket(capacity: 60, perMinute: 30)
}
