/// A way of dividing the country into administrative units (hệ thống đơn vị hành chính): a code means something only inside one of
/// them, since seven codes of provinces were given to others in 2025 (brief §3.1).
package enum AdministrativeClassification: Int, CaseIterable, Sendable, Comparable {
    /// Tỉnh, xã: from 1 July 2025 (Resolution 202/2025/QH15; codes of Decision 19/2025/QĐ-TTg).
    case twoTier = 2
    /// Tỉnh, huyện, xã: until 30 June 2025.
    case threeTier = 3

    /// The older one comes first.
    package static func < (a: Self, b: Self) -> Bool { a.rawValue > b.rawValue }

    /// The first day of the two tiers, 1 July 2025.
    package static let reform = Day(number: 20_270)

    /// The one that an address written on that day is meant in.
    package static func inForce(on day: Day) -> Self { day < reform ? .threeTier : .twoTier }
}

/// The identity of an administrative unit: its code together with the classification that the code belongs to.
package struct AdministrativeCode: Hashable, Comparable, Sendable {
    package let classification: AdministrativeClassification
    /// Two digits for a province, three for a district, five for a commune.
    package let digits: String

    /// `nil` when these are not the digits of a code in that classification.
    package init?(_ classification: AdministrativeClassification, _ digits: some StringProtocol) {
        guard let level = AdministrativeLevel(digits: digits) else { return nil }
        if level == .district, classification == .twoTier { return nil }
        self.classification = classification
        self.digits = String(digits)
    }

    package static func < (a: Self, b: Self) -> Bool { (a.classification, a.digits) < (b.classification, b.digits) }
}

/// How high a unit stands (cấp hành chính).
package enum AdministrativeLevel: Int, CaseIterable, Sendable, Comparable {
    case province = 1
    case district, commune

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// The level that a code of so many digits stands for.
    init?(digits: some StringProtocol) {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        switch digits.utf8.count {
        case 2: self = .province
        case 3: self = .district
        case 5: self = .commune
        default: return nil
        }
    }
}
