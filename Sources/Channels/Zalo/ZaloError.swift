import Domain

/// What an error code of openapi.zalo.me means for a letter in the outbox (brief zalo.md §11), in words for the officer.
enum ZaloError {
    /// What to do about a refusal.
    enum Remedy: Equatable {
        /// The access token is bad: renew it once and try once more.
        case renewToken
        /// Too many calls in this minute.
        case nextMinute
        case retry(after: Int, reason: String)
        case giveUp(reason: String)
        /// Nothing is wrong but that this person cannot be reached here now.
        case shut(reason: String)
    }

    private static let hour = 3600

    static func remedy(for code: Int64, message: String) -> Remedy {
        switch code {
        case -216, -220: .renewToken
        case -32: .nextMinute
        case -200: .retry(after: 60, reason: "Zalo báo gửi chưa được (mã -200).")
        case -211, -218: .retry(after: hour, reason: "Tài khoản Zalo OA đã hết hạn mức gửi tin (mã \(code)).")
        case -213: .shut(reason: "Người nhận không quan tâm tài khoản Zalo OA (mã -213).")
        case -217: .shut(reason: "Người nhận đã chặn tài khoản Zalo OA (mã -217).")
        case -227: .shut(reason: "Tài khoản Zalo của người nhận bị khoá hoặc không hoạt động quá 45 ngày (mã -227).")
        case -230: .shut(reason: "Đã quá 7 ngày kể từ lần cuối người nhận liên hệ qua Zalo, không gửi được nữa (mã -230).")
        case -232: .shut(reason: "Người nhận chưa từng liên hệ qua Zalo hoặc lần liên hệ cuối đã hết hạn (mã -232).")
        case -244: .shut(reason: "Người nhận không cho phép tài khoản Zalo OA gửi loại tin này (mã -244).")
        case -201, -210, -233, -240: .giveUp(reason: "Zalo không chấp nhận nội dung tin (mã \(code)\(shown(message))).")
        case -205, -235: .giveUp(reason: "Tài khoản Zalo OA không tồn tại hoặc không dùng được chức năng này (mã \(code)).")
        case -248: .giveUp(reason: "Zalo từ chối tin vì cho là vi phạm quy định của nền tảng (mã -248).")
        case -204, -209, -212, -219, -221, -223, -224, -242, -320, -321:
            .retry(
                after: hour,
                reason: "Zalo từ chối vì thiết lập của tài khoản OA (mã \(code)\(shown(message))); quản trị viên cần kiểm tra.")
        default: .retry(after: 300, reason: "Zalo báo lỗi chưa rõ (mã \(code)\(shown(message))).")
        }
    }

    /// The provider's words in brackets of ours, cut to a line.
    private static func shown(_ message: String) -> String {
        guard !message.isEmpty else { return "" }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: message.unicodeScalars.lazy.map { $0.value < 0x20 ? " " : $0 }.prefix(120))
        return ": \(String(line))"
    }
}
