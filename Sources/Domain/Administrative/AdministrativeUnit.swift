/// A unit of the state's map (đơn vị hành chính), as one classification knows it: not an office that handles cases, which is a
/// `Unit` and may change its name without the map changing.
package struct AdministrativeUnit: Sendable, Hashable {
    package let code: AdministrativeCode
    package var kind: Kind
    /// The full name, its kind in front.
    package var name: String
    /// The unit that it is part of; `nil` for a province. In the same classification.
    package var parent: AdministrativeCode?

    /// What a unit is called by law.
    package enum Kind: String, CaseIterable, Sendable {
        /// Tỉnh.
        case province
        /// Thành phố trực thuộc trung ương.
        case city
        /// Quận.
        case urbanDistrict
        /// Huyện.
        case ruralDistrict
        /// Thị xã.
        case town
        /// Thành phố thuộc tỉnh, thuộc thành phố trực thuộc trung ương.
        case provincialCity
        /// Phường.
        case ward
        /// Xã.
        case commune
        /// Thị trấn.
        case township
        /// Đặc khu.
        case specialZone

        package var level: AdministrativeLevel {
            switch self {
            case .province, .city: .province
            case .urbanDistrict, .ruralDistrict, .town, .provincialCity: .district
            case .ward, .commune, .township, .specialZone: .commune
            }
        }

        /// How many words of a full name say the kind.
        fileprivate var words: Int {
            switch self {
            case .province, .urbanDistrict, .ruralDistrict, .ward, .commune: 1
            case .city, .town, .provincialCity, .township, .specialZone: 2
            }
        }
    }

    package init(code: AdministrativeCode, kind: Kind, name: String, parent: AdministrativeCode?) {
        self.code = code
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    package var level: AdministrativeLevel { kind.level }

    /// The name without its kind: what lists are sorted by.
    package var ownName: String { name.split(separator: " ").dropFirst(kind.words).joined(separator: " ") }
}
