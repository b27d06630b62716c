/// Why two cases may be one and the same (vì sao có thể trùng; requirement 10).
package enum DuplicateReason: Sendable, Hashable {
    /// The same sender on the same channel.
    case sender
    case taxCode
    case phone
    case email
    /// The same file, by its bytes.
    case attachment
    /// Texts as like as so many per cent, whatever their accents.
    case text(Int)

    /// How likely it makes it, from 0 to 1. A firm has many troubles, but sends a file twice for one of them.
    package var weight: Double {
        switch self {
        case .sender: 0.45
        case .taxCode: 0.5
        case .phone: 0.5
        case .email: 0.45
        case .attachment: 0.8
        case .text(let percent): Double(percent) / 100
        }
    }

    /// Below so many per cent two texts merely speak of the same field.
    package static let leastLikeness = 50

    /// All reasons together, each for itself: from 0 to 1.
    package static func score(_ reasons: some Collection<DuplicateReason>) -> Double {
        1 - reasons.map { 1 - min(1, $0.weight) }.sorted().reduce(1, *)
    }
}
