import Database
import Documents
import Domain
import Foundation

/// Why a command did not do it: one line that says why and what to do. Exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }

    /// Words a failure that came from below. Faults that have no words keep their own, so that they can be reported.
    init(wording error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let refusal as Refusal: self.init(RefusalWords.sentence(refusal))
        case let fault as DatabaseFault: self.init(Self.sentence(fault))
        default: self.init("Lỗi hệ thống: \(error)")
        }
    }

    private static func sentence(_ fault: DatabaseFault) -> String {
        switch fault {
        case .unknownAddress:
            "Địa chỉ cơ sở dữ liệu không hợp lệ: dùng dạng sqlite:ĐƯỜNG_DẪN hoặc postgres://NGƯỜI_DÙNG:MẬT_KHẨU@MÁY:CỔNG/TÊN."
        case .notWritable(let path):
            "Không ghi được \(path): hãy kiểm tra quyền của thư mục và chỗ trống trên đĩa."
        case .newerVersion(let migration):
            "Cơ sở dữ liệu do phiên bản mới hơn tạo ra (\(migration)): hãy dùng phiên bản đó hoặc khôi phục bản sao lưu cũ."
        case .unreachable(let reason):
            "Không kết nối được máy chủ PostgreSQL: hãy kiểm tra địa chỉ, mật khẩu và máy chủ. Máy chủ báo: \(reason)"
        case .outcomeUnknown:
            "Mất kết nối đúng lúc ghi, chưa rõ đã ghi hay chưa: hãy xem lại rồi làm lại nếu cần."
        case .olderServer(let version):
            "Máy chủ PostgreSQL quá cũ (\(version / 10_000).\(version % 10_000)): cần bản 15 trở lên."
        case .missingRight(let reason):
            "Tài khoản PostgreSQL không đủ quyền: hãy cho tài khoản này sở hữu cơ sở dữ liệu (createdb --owner). Máy chủ báo: \(reason)"
        case .wrongTextOrder(let encoding, let collation):
            """
            Cơ sở dữ liệu PostgreSQL phải dùng UTF8 và xếp chữ theo byte (hiện là \(encoding), \(collation)). Hãy tạo lại: \
            createdb --template template0 --encoding UTF8 --locale C TÊN
            """
        }
    }
}
