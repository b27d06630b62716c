import Testing

@testable import Domain

/// Tables for tests, written as lines of cells between bars.
enum ImportSamples {
    static let words = ImportWords(
        roles: [("Tiếp nhận, sàng lọc", .intake), ("Xử lý", .handler), ("Phê duyệt", .approver)],
        levels: [("Cấp tỉnh", .province), ("Sở, ban, ngành", .department), ("Cấp xã", .commune)])

    static func rows(_ text: String) -> [ImportTable.Row] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            ImportTable.Row(number: index + 1, cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        }
    }

    static func units(_ text: String, known: Set<String> = []) throws -> Result<[UnitDraft], ImportFailure> {
        UnitImport.check(
            try ImportTable(rows("Mã|Tên|Tên viết tắt|Cấp|Mã cấp trên|Từ ngày|Đến ngày\n" + text), of: UnitColumn.self), words: words,
            known: known.contains)
    }

    static func accounts(_ text: String, logins: Set<String> = []) throws -> Result<[AccountDraft], ImportFailure> {
        AccountImport.check(
            try ImportTable(rows("Tên đăng nhập|Họ tên|Chức danh|Mã đơn vị|Vai trò|Từ ngày|Văn bản\n" + text), of: AccountColumn.self),
            words: words, knownUnit: { $0 == "so-tc" }, knownLogin: logins.contains)
    }

    static func problems<T>(_ result: Result<T, ImportFailure>) -> [ImportProblem] {
        switch result {
        case .success: []
        case .failure(let failure): failure.problems
        }
    }
}
