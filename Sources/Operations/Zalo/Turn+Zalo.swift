import Domain
import Storage

// What the account's webhook brings beside messages.
extension Turn {
    /// A sender asks that what is held of him be deleted (brief zalo.md §2.5). Nothing is deleted by itself: what a public body must keep
    /// of a petition, a person decides, and writes down.
    func noteWithdrawal(_ inbound: Inbound) throws {
        let contact = try named(by: inbound)
        // The platform may say it twice. Once somebody has seen to it, it is a new request: he may have written again since.
        if let known = try ZaloStore.withdrawal(of: contact.id, tx), let task = try ReplyTaskStore.load(known, tx), task.done == nil { return }
        let petition = try CaseStore.newest(of: contact.id, tx)
        let task = ReplyTask(
            id: newID(), kind: .elsewhere, channel: inbound.channel, contact: contact.id, petition: petition?.id,
            text: """
                Người gửi yêu cầu xóa dữ liệu cá nhân của mình. Xem xét theo quy định về bảo vệ dữ liệu cá nhân và về lưu trữ hồ sơ kiến \
                nghị, thực hiện, rồi ghi lại kết quả tại đây.
                """, reason: "Yêu cầu gửi qua Zalo lúc \(inbound.sentAt.vietnamese).",
            dueAt: try rules().due(after: now, workingDays: Self.daysToForget), account: nil, createdAt: now)
        try ReplyTaskStore.insert(task, tx)
        try ZaloStore.noteWithdrawal(of: contact.id, at: now, task: task.id, tx)
        askForNews()
    }

    /// Working days within which a request to delete is answered.
    private static let daysToForget = 3

    /// An event that opens nothing; what says that the account itself is ill is its red light.
    func heed(_ name: String, _ inbound: Inbound) throws {
        if let reason = PlatformNews.fault(name) { try ChannelHealthStore.noteFailure(inbound.channel, .notice, reason: reason, at: now, tx) }
    }
}

/// What the platform says of the account by the names of its events.
enum PlatformNews {
    /// In words for the officer, where something is wrong; `nil` for everything else.
    static func fault(_ name: String) -> String? {
        let parts = name.split(separator: ":", maxSplits: 1).map { String($0) }
        switch (parts.first, parts.dropFirst().first?.uppercased()) {
        case ("permission_revoked", _): return "Ứng dụng bị rút quyền của tài khoản OA; quản trị viên OA cần cấp quyền lại."
        case ("change_template_quality", "LOW"): return "Chất lượng mẫu tin Zalo bị đánh giá thấp; mẫu có thể bị tắt."
        case ("change_template_status", let status?) where ["REJECT", "DISABLE", "DELETE"].contains(status):
            return "Mẫu tin Zalo bị từ chối hoặc bị tắt (\(status))."
        default: return nil
        }
    }
}

extension Inbound.Content {
    /// The name under which it is counted.
    var name: String {
        switch self {
        case .message: "message"
        case .follow: "follow"
        case .unfollow: "unfollow"
        case .opened: "opened"
        case .receipt(let receipt): "receipt.\(receipt.kind.rawValue)"
        case .bounce: "bounce"
        case .said: "said"
        case .told: "told"
        case .withdrew: "withdrew"
        case .group(let news): "group.\(news.kind.name)"
        case .notice(let name): String(name.prefix(100))
        }
    }
}

extension GroupNews.Kind {
    fileprivate var name: String {
        switch self {
        case .message: "message"
        case .posted: "posted"
        case .created: "created"
        case .changed: "changed"
        case .dissolved: "dissolved"
        case .joined: "joined"
        case .left: "left"
        }
    }
}
