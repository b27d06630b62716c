/// What goes wrong on the stand-in platform because somebody switched it on.
package struct ZaloTrouble: Sendable {
    /// Every API call is answered with HTTP 503.
    package var outage = false
    /// Seconds that every API call waits before it is answered.
    package var delay = 0.0
    /// Error codes for the next messages to be sent, one each.
    package var nextErrors: [Int] = []
    /// Error codes that calls of a path get until this is taken back: `/v2.0/oa/getoa` to -204.
    package var failingPaths: [String: Int] = [:]
    /// Nothing left to pay messages from: what is not free is refused with -211.
    package var isOutOfQuota = false
    /// An expired access token is told as traffic has shown it (-216 with `expired`), not as the documentation has it (-220).
    package var tellsExpiryInWords = false
    /// Only texts that begin with `#` are delivered, as by the console's syntax filter (brief zalo.md §2.1).
    package var filtersSyntax = false
    /// Every event is delivered twice.
    package var duplicates = false
    /// Events carry a signature that does not fit.
    package var wrongSignature = false
    /// Every second event overtakes the one before.
    package var reorders = false
    /// Answers other than 200 are repeated too, not only missing connections (brief zalo.md §2.4, unsettled).
    package var repeatsRefused = false
    /// Receipts follow what the account sends: `user_received_message`, `user_seen_message`.
    /// Without it only for who is on a telephone.
    package var receipts = false
    /// The person tells of himself in the shape of 2025 (phone as a number), not of 2026 (brief §2.5).
    package var tellsInOldShape = false

    package init() {}

    /// The failing paths as they are typed in.
    var failingPathsText: String { failingPaths.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") }
}
