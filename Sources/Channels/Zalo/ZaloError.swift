import Domain

/// What an error code of Zalo means for a letter in the outbox (brief zalo.md §11), in words for the officer.
enum ZaloError {
    private static let hour = 3600

    /// What becomes of a letter whose call failed.
    static func outcome(of failure: ZaloCallFailure, at now: Instant) -> DeliveryOutcome {
        switch failure {
        case .refused(.openapi, let code, let message): openapi(code, message, now)
        case .refused(.business, let code, let message): business(code, message)
        case .odd(let status) where status == 200:
            .retry(after: 60, reason: "Zalo trả lời không đọc được, chưa rõ tin đã gửi hay chưa.")
        case .odd(let status): .retry(after: 60, reason: "Zalo đang gặp sự cố (HTTP \(status)).")
        case .none(let reason): .retry(after: 30, reason: "Zalo \(reason).")
        case .token(let failure): .retry(after: failure.wait, reason: failure.words)
        case .crowded(let seconds):
            .retry(after: seconds, reason: "Sắp hết số lần được gọi Zalo trong phút này; tin được gửi ở phút sau.")
        }
    }

    private static func openapi(_ code: Int64, _ message: String, _ now: Instant) -> DeliveryOutcome {
        switch code {
        case -216, -220: .retry(after: 300, reason: "Zalo không chấp nhận mã truy cập của tài khoản OA vừa được gia hạn.")
        case -32:
            .retry(
                after: ZaloThrottle.secondsToNextMinute(now), reason: "Đã gọi Zalo quá số lần cho phép trong một phút (mã -32).")
        case -100: .retry(after: 5, reason: "Tệp tải lên Zalo đã hết hạn (mã -100); hệ thống tải lên lại.")
        case -200: .retry(after: 60, reason: "Zalo báo gửi chưa được (mã -200).")
        case -211, -218: .retry(after: hour, reason: "Tài khoản Zalo OA đã hết hạn mức gửi tin (mã \(code)).")
        case -213: .shut(reason: "Người nhận không quan tâm tài khoản Zalo OA (mã -213).")
        case -217: .shut(reason: "Người nhận đã chặn tài khoản Zalo OA (mã -217).")
        case -227: .shut(reason: "Tài khoản Zalo của người nhận bị khoá hoặc không hoạt động quá 45 ngày (mã -227).")
        case -230: .shut(reason: "Đã quá 7 ngày kể từ lần cuối người nhận liên hệ qua Zalo, không gửi được nữa (mã -230).")
        case -232: .shut(reason: "Người nhận chưa từng liên hệ qua Zalo hoặc lần liên hệ cuối đã hết hạn (mã -232).")
        case -244: .shut(reason: "Người nhận không cho phép tài khoản Zalo OA gửi loại tin này (mã -244).")
        case -249: .shut(reason: "Mẫu tin không gửi được theo tài khoản Zalo của người nhận (mã -249).")
        case -201, -210, -233, -240: .giveUp(reason: "Zalo không chấp nhận nội dung tin (mã \(code)\(shown(message))).")
        case -205, -235: .giveUp(reason: "Tài khoản Zalo OA không tồn tại hoặc không dùng được chức năng này (mã \(code)).")
        case -237: .giveUp(reason: "Nhóm đã bị khoá vì hết hạn gói GMF (mã -237); quản trị viên OA cần gia hạn gói cho nhóm.")
        case -248: .giveUp(reason: "Zalo từ chối tin vì cho là vi phạm quy định của nền tảng (mã -248).")
        case -403: .giveUp(reason: "Tài khoản OA không ở trong nhóm này (mã -403); kiểm tra mã nhóm trong danh bạ nhóm.")
        case -204, -209, -212, -219, -221, -223, -224, -234, -238, -241, -242, -320, -321:
            .retry(
                after: hour,
                reason: "Zalo từ chối vì thiết lập của tài khoản OA (mã \(code)\(shown(message))); quản trị viên cần kiểm tra.")
        default: .retry(after: 300, reason: "Zalo báo lỗi chưa rõ (mã \(code)\(shown(message))).")
        }
    }

    /// The host of template messages by phone has codes of its own.
    private static func business(_ code: Int64, _ message: String) -> DeliveryOutcome {
        switch code {
        case -124: .retry(after: 300, reason: "Zalo không chấp nhận mã truy cập của tài khoản OA vừa được gia hạn.")
        case -100: .retry(after: 300, reason: "Zalo báo lỗi chưa rõ khi gửi mẫu tin (mã -100).")
        case -108: .shut(reason: "Zalo không nhận số điện thoại này (mã -108).")
        case -114, -118, -119: .shut(reason: "Số điện thoại không có Zalo hoặc không nhận được mẫu tin (mã \(code)).")
        case -135, -1351, -139, -140, -141: .shut(reason: "Người nhận từ chối, hoặc tài khoản OA không được gửi mẫu tin này (mã \(code)).")
        case -147, -1471, -1472: .shut(reason: "Người nhận hoặc mẫu tin đã hết hạn mức trong ngày (mã \(code)).")
        case -115, -144, -1441: .retry(after: hour, reason: "Đã hết hạn mức hoặc hết tiền gửi mẫu tin (mã \(code)).")
        case -133: .retry(after: hour, reason: "Mẫu tin không gửi được ban đêm, từ 22 giờ đến 6 giờ (mã -133).")
        case -107, -111, -112, -113, -1121, -1122, -1124, -1131, -116, -121, -122, -130, -132, -153:
            .giveUp(reason: "Zalo không chấp nhận nội dung mẫu tin (mã \(code)\(shown(message))).")
        case -109, -117, -131, -145, -146:
            .shut(reason: "Mẫu tin chưa được duyệt, đã bị tắt hoặc ứng dụng không được dùng (mã \(code)); quản trị viên cần kiểm tra.")
        case -101, -102, -103, -104, -105, -120, -125, -126, -127, -136, -137, -138, -1381, -1241:
            .retry(
                after: hour,
                reason: "Zalo từ chối vì thiết lập của ứng dụng hoặc tài khoản OA (mã \(code)\(shown(message))); quản trị viên cần kiểm tra.")
        default: .retry(after: 300, reason: "Zalo báo lỗi chưa rõ khi gửi mẫu tin (mã \(code)\(shown(message))).")
        }
    }

    /// In words for the officer who looks at the page of the account.
    static func words(_ failure: ZaloCallFailure) -> String {
        switch outcome(of: failure, at: Instant(milliseconds: 0)) {
        case .retry(_, let reason), .giveUp(let reason), .shut(let reason): reason
        case .delivered: ""
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
