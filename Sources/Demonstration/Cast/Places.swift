package import Domain

/// The province's geography: communes of today, parks and clusters.
package struct Places: Sendable, Decodable {
    /// The province's name without its level.
    package var province: String
    /// Printed in front of case numbers.
    package var numberPrefix: String
    package var areas: [CastArea]
    /// Khu công nghiệp.
    package var parks: [CastPlace]
    /// Cụm công nghiệp.
    package var clusters: [CastPlace]
    /// Names of streets that petitions speak of.
    package var streets: [String]

    package func area(_ key: String) -> CastArea? { areas.first { $0.key == key } }
    package func place(_ key: String) -> CastPlace? { (parks + clusters).first { $0.key == key } }
}

/// A commune of the two-tier organisation (xã, phường).
package struct CastArea: Sendable, Decodable {
    package var key: String
    package var code: AreaCode
    /// With its level, such as `phường …`.
    package var name: String
    /// Key of the commune's own unit.
    package var unit: String
    /// Key of the district that it lay in until 30/6/2025.
    package var formerDistrict: String
}

/// A park or a cluster.
package struct CastPlace: Sendable, Decodable {
    package var key: String
    package var name: String
    /// Key of the commune in which it lies.
    package var area: String
    /// The year of its founding.
    package var founded: Int
}
