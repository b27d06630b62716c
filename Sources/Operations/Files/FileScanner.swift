/// A scanner of viruses, as far as the house needs one.
package protocol FileScanner: Sendable {
    /// Looks at a file.
    func scan(_ bytes: [UInt8]) async throws(ScanFailure) -> ScanVerdict
    /// Whether it answers at all.
    func greet() async throws(ScanFailure)
}

/// What a scanner says of a file.
package enum ScanVerdict: Sendable, Equatable {
    case clean
    case infected(signature: String)
}

/// Why a scanner said nothing.
package enum ScanFailure: Error, Sendable, Equatable {
    /// It cannot be reached or does not answer in time; the reason is for the operator.
    case away(String)
    /// It answers and does not look at this file.
    case refused(String)
}
