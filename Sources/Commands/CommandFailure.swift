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
        case DatabaseFault.unknownAddress:
            self.init("Địa chỉ cơ sở dữ liệu không hợp lệ: dùng dạng sqlite:ĐƯỜNG_DẪN.")
        case DatabaseFault.notWritable(let path):
            self.init("Không ghi được \(path): hãy kiểm tra quyền của thư mục và chỗ trống trên đĩa.")
        case DatabaseFault.newerVersion(let migration):
            self.init("Cơ sở dữ liệu do phiên bản mới hơn tạo ra (\(migration)): hãy dùng phiên bản đó hoặc khôi phục bản sao lưu cũ.")
        default: self.init("Lỗi hệ thống: \(error)")
        }
    }
}
