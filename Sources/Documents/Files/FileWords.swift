package import Domain

/// The words for files: what they are, why one is only kept, why one was not.
package enum FileWords {
    /// A kind, as it stands behind a file's name.
    package static func name(_ kind: FileKind) -> String {
        switch kind {
        case .pdf: "PDF"
        case .jpeg, .png, .gif, .webp, .heic: "ảnh \(kind.fileExtension.uppercased())"
        case .doc, .docx: "văn bản Word"
        case .xls, .xlsx: "bảng tính Excel"
        case .odt: "văn bản OpenDocument"
        case .ods: "bảng tính OpenDocument"
        case .text: "văn bản thuần"
        case .csv: "bảng CSV"
        case .eml: "thư điện tử"
        case .m4a, .mp3, .ogg, .amr, .wav, .aac: "ghi âm \(kind.fileExtension.uppercased())"
        case .mp4, .mov: "phim \(kind.fileExtension.uppercased())"
        }
    }

    package static func name(_ content: FileContent) -> String {
        switch content {
        case .known(let kind): name(kind)
        case .closed(let why): name(why)
        }
    }

    package static func name(_ why: FileContent.Closed) -> String {
        switch why {
        case .program: "chương trình"
        case .script: "tệp lệnh"
        case .page: "trang web, hình SVG"
        case .archive: "tệp nén"
        case .macros: "văn bản có macro"
        case .locked: "văn bản có mật khẩu"
        case .mixed: "hai loại tệp lồng nhau"
        case .empty: "tệp rỗng"
        case .unlisted: "loại không rõ"
        }
    }

    /// What somebody must know before he saves a file, and what to do.
    package static func warning(_ caution: FileState.Caution) -> String {
        switch caution {
        case .notScannedYet: "Tệp chưa được quét mã độc. Nếu không gấp, hãy chờ quét xong rồi tải."
        case .closed(.program), .closed(.script):
            "Tệp này là \(name(caution)), chạy trên máy khi mở. Không mở nếu không biết chắc ai gửi và để làm gì."
        case .closed(.page): "Tệp này là trang web hoặc hình SVG, có thể chạy lệnh khi mở bằng trình duyệt. Chỉ mở bằng trình soạn thảo văn bản."
        case .closed(.archive): "Tệp nén có thể chứa chương trình. Quét mã độc trước khi giải nén."
        case .closed(.macros): "Văn bản có macro có thể chạy lệnh khi mở. Hãy đề nghị người gửi lưu lại không có macro; nếu vẫn mở, không bật macro."
        case .closed(.locked): "Văn bản có mật khẩu nên không kiểm tra được bên trong. Hãy đề nghị người gửi gửi bản không khóa."
        case .closed(.mixed): "Tệp vừa là loại này vừa là loại khác, thường là cách giấu mã độc. Không mở nếu không biết chắc ai gửi."
        case .closed(.empty): "Tệp không có nội dung. Hãy đề nghị người gửi gửi lại."
        case .closed(.unlisted): "Không nhận ra loại tệp. Không mở nếu không biết chắc ai gửi và mở bằng chương trình nào."
        }
    }

    /// Why a file that is only kept is given to nobody yet, and what to do.
    package static func waiting(_ why: FileContent.Closed) -> String {
        "Tệp này thuộc loại chỉ giữ nguyên (\(name(why))) nên phải quét mã độc xong mới tải được. Hệ thống tự quét; hãy mở lại trang sau ít phút."
    }

    private static func name(_ caution: FileState.Caution) -> String {
        switch caution {
        case .closed(let why): name(why)
        case .notScannedYet: "tệp chưa quét"
        }
    }

    /// Why a file that came with a message is not kept.
    package static func reason(_ excess: FileLimits.Excess) -> String {
        switch excess {
        case .file(let bytes): "Tệp lớn hơn \(bytes / 1_048_576) MB nên không được giữ."
        case .files(let most): "Tin nhắn có quá \(most) tệp; tệp này không được giữ."
        case .total(let bytes): "Các tệp của tin nhắn cộng lại lớn hơn \(bytes / 1_048_576) MB; tệp này không được giữ."
        }
    }

    /// Why a message waits for its files.
    package static let notReady = "Đang chờ tạo bản sao ảnh hoặc quét mã độc tệp kèm theo."
    /// Why a message does not go out with its files.
    package static let staysHere = "Tệp kèm theo không gửi ra ngoài được: có mã độc, bị hỏng hoặc không mở được ở đây."

    /// Size in the unit that fits.
    package static func size(_ bytes: Int) -> String {
        if bytes < 1_048_576 { return "\(max(1, bytes / 1024)) KB" }
        let tenths = bytes * 10 / 1_048_576
        return tenths.isMultiple(of: 10) || tenths >= 100 ? "\(tenths / 10) MB" : "\(tenths / 10),\(tenths % 10) MB"
    }
}
