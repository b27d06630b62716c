package import Domain

extension Terms {
    package static func name(_ classification: AdministrativeClassification) -> String {
        switch classification {
        case .threeTier: "Ba cấp, đến hết 30/6/2025"
        case .twoTier: "Hai cấp, từ 01/7/2025"
        }
    }

    package static func name(_ level: AdministrativeLevel) -> String {
        switch level {
        case .province: "Cấp tỉnh"
        case .district: "Cấp huyện"
        case .commune: "Cấp xã"
        }
    }

    package static func name(_ kind: AdministrativeUnit.Kind) -> String {
        switch kind {
        case .province: "tỉnh"
        case .city: "thành phố trực thuộc trung ương"
        case .urbanDistrict: "quận"
        case .ruralDistrict: "huyện"
        case .town: "thị xã"
        case .provincialCity: "thành phố thuộc tỉnh"
        case .ward: "phường"
        case .commune: "xã"
        case .township: "thị trấn"
        case .specialZone: "đặc khu"
        }
    }

    /// How much of an old unit a new one took.
    package static func name(_ share: AdministrativeSuccession.Share) -> String {
        switch share {
        case .whole: "toàn bộ"
        case .usual: "phần chính"
        case .part: "một phần"
        }
    }
}
