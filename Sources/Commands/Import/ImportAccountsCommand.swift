import ArgumentParser
import Documents
import Domain
import Operations

/// `donghanh import accounts`.
struct ImportAccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts", abstract: "Mở tài khoản từ bảng; mật khẩu ban đầu chỉ in ra một lần, khi nạp.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportFileOptions

    func run() async throws {
        try await options.run {
            let table = try options.table(of: AccountColumn.self)
            let isDryRun = options.isDryRun
            let result = try await Composition.run(try await global.settings()) { composition in
                isDryRun
                    ? AccountImportJSON(try await composition.office.previewAccounts(table, as: .system))
                    : AccountImportJSON(try await composition.office.importAccounts(table, as: .system))
            }
            if options.json { return try Printing.json(result) }
            Printing.table(
                ["DÒNG", "TÊN ĐĂNG NHẬP", "HỌ TÊN"] + (isDryRun ? [] : ["MẬT KHẨU BAN ĐẦU"]),
                result.rows.map { [String($0.row), $0.login, $0.name] + ($0.password.content.map { [$0] } ?? []) })
            Printing.line(
                isDryRun ? "Mới kiểm tra, chưa ghi gì." : "Mật khẩu không xem lại được: hãy giao cho từng người rồi hủy bản in này.")
        }
    }
}

/// The JSON of an import of accounts.
struct AccountImportJSON: Encodable {
    struct Row: Encodable {
        var row: Int
        var login: String
        var name: String
        /// `null` in a dry run.
        var password: Nullable<String>
    }

    var dry_run: Bool
    var rows: [Row]

    init(_ drafts: [AccountDraft]) {
        dry_run = true
        rows = drafts.map { Row(row: $0.row, login: $0.login, name: $0.name, password: Nullable(nil)) }
    }

    init(_ accounts: [ImportedAccount]) {
        dry_run = false
        rows = accounts.map { Row(row: $0.row, login: $0.login, name: $0.name, password: Nullable($0.password)) }
    }
}
