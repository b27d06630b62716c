import Domain
package import Hummingbird

/// How much of a form is read before it is refused. Sizes in bytes.
package struct FormLimits: Sendable, Equatable {
    package var body = 4 * FileKind.largest
    package var fields = 200
    package var nameBytes = 100
    package var valueBytes = 100_000
    package var files = 10
    package var fileBytes = FileKind.largest

    package init() {}

    /// Query strings are addresses, not letters.
    static let query: FormLimits = {
        var limits = FormLimits()
        limits.fields = 50
        limits.valueBytes = 2_000
        return limits
    }()
}

/// Why a body could not be read as a form. The bytes are wrong, not the answers in them.
package enum FormFault: Error, Sendable, Equatable {
    /// Neither `application/x-www-form-urlencoded` nor `multipart/form-data`.
    case unknownType
    case missingBoundary
    /// The body ends before its last part does.
    case truncated
    /// A part without a readable head.
    case malformedPart
    /// Not UTF-8; the field is empty when its name is what is broken.
    case brokenText(field: String)
    case tooManyFields(limit: Int)
    case tooManyFiles(limit: Int)
    case nameTooLong(limit: Int)
    case valueTooLong(field: String, limit: Int)
    case fileTooLarge(field: String, limit: Int)
    case bodyTooLarge(limit: Int)

    package var status: HTTPResponse.Status {
        switch self {
        case .unknownType: .unsupportedMediaType
        case .missingBoundary, .truncated, .malformedPart, .brokenText, .tooManyFields, .nameTooLong: .badRequest
        case .tooManyFiles, .valueTooLong, .fileTooLarge, .bodyTooLarge: .contentTooLarge
        }
    }

    /// What is wrong and what to do now, for the person who sent it.
    package var wording: String {
        switch self {
        case .unknownType, .missingBoundary, .malformedPart:
            "Trình duyệt gửi biểu mẫu không đúng dạng. Hãy tải lại trang rồi gửi lại."
        case .truncated:
            "Đường truyền bị ngắt khi đang gửi. Hãy kiểm tra mạng rồi gửi lại."
        case .brokenText:
            "Có chữ không đọc được (không phải mã Unicode UTF-8). Hãy gõ lại phần đó rồi gửi lại."
        case .tooManyFields(let limit):
            "Biểu mẫu có nhiều hơn \(limit) ô. Hãy tải lại trang rồi gửi lại."
        case .tooManyFiles(let limit):
            "Mỗi lần gửi được nhiều nhất \(limit) tệp. Hãy bớt tệp rồi gửi lại."
        case .nameTooLong:
            "Tên ô của biểu mẫu quá dài. Hãy tải lại trang rồi gửi lại."
        case .valueTooLong:
            "Nội dung quá dài. Hãy rút gọn hoặc gửi phần dài trong tệp kèm theo."
        case .fileTooLarge(_, let limit):
            "Tệp lớn hơn \(megabytes(limit)) MB. Hãy nén ảnh hoặc gửi từng tệp."
        case .bodyTooLarge(let limit):
            "Các tệp cộng lại lớn hơn \(megabytes(limit)) MB. Hãy gửi làm nhiều lần."
        }
    }

    private func megabytes(_ bytes: Int) -> Int { bytes / (1024 * 1024) }
}
