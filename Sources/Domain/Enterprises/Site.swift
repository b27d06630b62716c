/// Where a firm sits; it decides who is told of a difficulty that needs several units (seed 000).
package enum Site: String, CaseIterable, Sendable, Codable {
    /// Khu công nghiệp.
    case park
    /// Cụm công nghiệp.
    case cluster
    /// Ngoài khu, cụm công nghiệp.
    case outside
}
