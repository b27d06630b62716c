/// Why there is no usable token.
enum ZaloTokenFailure: Error, Equatable {
    /// Zalo refuses to renew: an administrator of the account must grant the app again.
    case refused(code: Int64, name: String)
    /// Zalo could not be asked, or its answer could not be understood.
    case unreachable(String)
    /// A new pair is there, but could not be stored; it is not used before it is.
    case notStored
    /// Neither the store nor the configuration has a pair: nobody has granted the app yet.
    case notGranted
    /// Another process has been renewing for longer than a call may take.
    case busy
    /// What was granted is another account than ours.
    case foreign(String)
}

extension ZaloTokenFailure {
    /// In words for the officer.
    var words: String {
        switch self {
        case .refused(let code, _):
            "Zalo từ chối gia hạn quyền truy cập (mã \(code)); quản trị viên tài khoản OA cần cấp quyền lại cho ứng dụng."
        case .unreachable(let reason): "Chưa gia hạn được quyền truy cập: \(reason)."
        case .notStored: "Chưa lưu được quyền truy cập Zalo mới; kiểm tra đĩa và cơ sở dữ liệu."
        case .notGranted: "Ứng dụng chưa được cấp quyền; quản trị viên tài khoản OA cần bấm Kết nối ở trang quản trị kênh Zalo."
        case .busy: "Chưa gia hạn được quyền truy cập: một tiến trình khác đang gia hạn."
        case .foreign(let account): "Quyền vừa cấp là của tài khoản OA \(account), không phải tài khoản đã khai báo."
        }
    }

    /// Seconds after which it may have passed.
    var wait: Int {
        switch self {
        case .refused, .notGranted, .foreign: 900
        case .unreachable, .notStored, .busy: 60
        }
    }

    /// Whether it is Zalo's own answer, or its silence, so that asking again at once brings the same.
    var isOfZalo: Bool {
        switch self {
        case .refused, .unreachable: true
        case .notStored, .notGranted, .busy, .foreign: false
        }
    }
}
