/// What events are called that came in over Zalo; names that nobody knows stand as they came.
enum ZaloWords {
    static func event(_ name: String) -> String {
        let parts = name.split(separator: ":", maxSplits: 1).map { String($0) }
        let words = names[parts.first ?? name] ?? "Sự kiện khác: \(parts.first ?? name)"
        return parts.count == 2 ? "\(words): \(parts[1])" : words
    }

    private static let names = [
        "message": "Tin nhắn của người gửi", "follow": "Bắt đầu quan tâm", "unfollow": "Thôi quan tâm", "opened": "Mở cuộc trò chuyện",
        "receipt.arrived": "Tin đã đến máy người nhận", "receipt.seen": "Người nhận đã xem", "bounce": "Tin bị trả lại",
        "said": "Tin gửi từ tài khoản OA", "told": "Người gửi cho biết thông tin liên hệ", "withdrew": "Yêu cầu xóa dữ liệu cá nhân",
        "group.message": "Tin nhắn trong nhóm", "group.posted": "Tin của OA trong nhóm", "group.created": "Lập nhóm",
        "group.changed": "Đổi thông tin nhóm", "group.dissolved": "Giải tán nhóm", "group.joined": "Vào nhóm", "group.left": "Rời nhóm",
        "user_reacted_message": "Bày tỏ cảm xúc", "oa_reacted_message": "OA bày tỏ cảm xúc", "update_user_info": "Đổi thông tin người dùng",
        "change_template_status": "Tình trạng mẫu tin", "change_template_quality": "Chất lượng mẫu tin",
        "change_oa_daily_quota": "Hạn mức trong ngày", "permission_revoked": "Rút quyền ứng dụng", "user_feedback": "Đánh giá mẫu tin",
    ]
}
