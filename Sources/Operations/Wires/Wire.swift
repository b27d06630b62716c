package import Domain

/// What a channel with a wire must do: judge and read what comes in, fetch what hangs on it, deliver what goes out.
/// A wire knows bytes and the provider's habits, no rules of ours.
package protocol Wire: Sendable {
    var channel: Channel { get }

    /// Judges a delivery to the channel's hook by its bytes and headers alone; must be fast.
    func judge(_ delivery: HookDelivery) -> HookVerdict

    /// Reads stored hook bytes. Throws when they cannot be understood; they then stay on record for a person to look at.
    func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound]

    /// Fetches a file from the provider, at most `limit` bytes.
    func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8]

    /// Tries once to deliver.
    /// - Parameter files: those that the message names, with their bytes.
    func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome
}

/// A wire whose provider does not call: it is asked for what is new.
package protocol CollectingWire: Wire {
    /// Fetches what is new and hands each piece to `keep`, which returns once the bytes are durable; only then may the provider be
    /// told that we have it. The same key again is the same piece.
    func collect(_ keep: @Sendable (_ bytes: [UInt8], _ key: String) async throws -> Void) async throws
}

/// The provider could not be asked; the reason is for the officer.
package struct CollectFailure: Error, Sendable, Equatable {
    package var reason: String
    package init(reason: String) { self.reason = reason }
}

/// One request to a channel's hook, bytes untouched.
package struct HookDelivery: Sendable {
    package var bytes: [UInt8]
    /// Header values by lower-case name.
    package var headers: [String: String]

    package init(bytes: [UInt8], headers: [String: String]) {
        self.bytes = bytes
        self.headers = headers
    }
}

/// What a wire makes of a delivery.
package enum HookVerdict: Sendable, Equatable {
    /// Genuine: store it under this key (the same key again is the same delivery) and answer 200.
    case accept(key: String)
    /// The provider tries the address out: answer 200, store nothing.
    case probe
    /// Not genuine: answer 403, store nothing. The reason is for the log.
    case refuse(reason: String)
}

/// Stored hook bytes that could not be understood; the reason is for the officer.
package struct UnreadableDelivery: Error, Sendable, Equatable {
    package var reason: String
    package init(reason: String) { self.reason = reason }
}

/// Why a file could not be fetched.
package enum FetchFailure: Error, Sendable, Equatable {
    case tooLarge
    /// The address is not one of the provider's.
    case refusedAddress
    case failed(String)
}
