package import Domain

// The words of deadline profiles.
extension Terms {
    package static func name(_ standing: DeadlineProfile.Standing) -> String {
        switch standing {
        case .inForce: "Đang áp dụng"
        case .toCome: "Sẽ áp dụng"
        case .past: "Đã được thay thế"
        }
    }
}
