package import Domain

/// Who has a case before him, in words.
package enum PresenceWords {
    /// "Nguyễn Văn A đang soạn (1 phút trước)".
    package static func sentence(_ presence: Presence, at now: Instant) -> String {
        let minutes = max(0, now.seconds(since: presence.seenAt)) / 60
        let doing =
            switch presence.activity {
            case .view: "đang xem"
            case .edit: "đang soạn"
            }
        return "\(presence.name) \(doing)\(minutes == 0 ? "" : " (\(minutes) phút trước)")"
    }
}
