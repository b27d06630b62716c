/// What goes wrong on the stand-in platform because somebody switched it on.
package struct ZaloTrouble: Sendable {
    /// Every API call is answered with HTTP 503.
    package var outage = false
    /// Seconds that every API call waits before it is answered.
    package var delay = 0.0
    /// Error codes for the next messages to be sent, one each.
    package var nextErrors: [Int] = []
    /// Every event is delivered twice.
    package var duplicates = false
    /// Events carry a signature that does not fit.
    package var wrongSignature = false
    /// Every second event overtakes the one before.
    package var reorders = false
    /// Answers other than 200 are repeated too, not only missing connections (brief zalo.md §2.4, unsettled).
    package var repeatsRefused = false
    /// Receipts follow what the account sends: `user_received_message`, `user_seen_message`.
    package var receipts = false

    package init() {}
}
