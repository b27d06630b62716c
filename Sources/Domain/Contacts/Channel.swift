/// A way on which a petition comes in and its answer goes out (kênh tiếp nhận; brief §1.1, requirement 1).
package enum Channel: String, CaseIterable, Sendable, Codable {
    case form, zalo
}
