import Database
import HTTPTypes
import Hummingbird

/// The store is out of reach for a while: what the whole site answers then. Not a fault of a request, so no request logs it as one;
/// the database has told of it once.
struct StoreAway: Sendable, Equatable {
    /// Seconds after which it is worth trying again.
    static let pause = 60

    /// The connection broke while a commit was on its way: what was sent may be kept or not.
    let leavesDoubt: Bool

    /// `nil` when the error is anything else.
    init?(_ error: any Error) {
        guard let fault = error as? DatabaseFault, fault.isOutage else { return nil }
        leavesDoubt = fault == .outcomeUnknown
    }

    static let title = "Hệ thống tạm ngừng"

    /// What is wrong and what to do now.
    var words: String {
        leavesDoubt
            ? """
            Kết nối đến nơi lưu dữ liệu bị ngắt đúng lúc ghi, nên chưa rõ nội dung vừa gửi đã được ghi nhận hay chưa. Hãy đợi một phút, mở \
            lại trang để xem, rồi chỉ gửi lại nếu chưa thấy.
            """
            : "Hiện chưa kết nối được nơi lưu dữ liệu; nội dung vừa gửi, nếu có, chưa được ghi nhận. Hãy thử lại sau một phút."
    }

    /// For programs, which read the status only.
    var response: Response {
        Response(status: .serviceUnavailable, headers: [.retryAfter: String(Self.pause), .cacheControl: "no-store"])
    }
}
