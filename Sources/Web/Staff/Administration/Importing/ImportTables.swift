import Documents
import Domain
import Operations

/// The tables of an import.
enum ImportTables {
    /// Rows that a page shows; a table of thousands is looked through in its own program.
    private static let most = 500

    static func counts(_ rows: [UnitImportPlan.Row]) -> String {
        let counts = UnitImportPlan.Fate.allCases.map { fate in "\(ImportWords.name(fate)) \(Wording.number(rows.count { $0.fate == fate }))" }
        return "\(Wording.number(rows.count)) dòng: \(counts.joined(separator: ", "))."
    }

    static func units(_ rows: [UnitImportPlan.Row]) -> HTML {
        table("Đơn vị", ["Dòng", "Mã", "Tên", "Từ ngày", "Kết quả"], rows) { row in
            let change = row.before.flatMap { $0 == row.name ? nil : " (trước: \($0))" } ?? ""
            return [
                "\(row.row)", "\(row.code)", "\(row.name)\(change)", "\(row.from.vietnamese)",
                tag(ImportWords.name(row.fate), row.fate == .unchanged ? .quiet : .plain),
            ]
        }
    }

    static func accounts(_ drafts: [AccountDraft]) -> HTML {
        table("Tài khoản", ["Dòng", "Tên đăng nhập", "Họ tên", "Chức danh", "Mã đơn vị", "Vai trò", "Từ ngày", "Văn bản"], drafts) { draft in
            let roles = Role.allCases.filter(draft.roles.contains).map(Terms.name).joined(separator: "; ")
            return [
                "\(draft.row)", "\(draft.login)", "\(draft.name)", "\(draft.title)", "\(draft.unitCode)", "\(roles)",
                "\(draft.from.vietnamese)", "\(draft.document?.cited ?? "")",
            ]
        }
    }

    static func passwords(_ accounts: [ImportedAccount]) -> HTML {
        // Each row stands here once and nowhere else: none is left out.
        table("Mật khẩu ban đầu", ["Tên đăng nhập", "Họ tên", "Mật khẩu ban đầu"], accounts, most: .max) { account in
            ["\(account.login)", "\(account.name)", "<code>\(account.password)</code>"]
        }
    }

    static func problems(_ failure: ImportFailure) -> HTML {
        table("Lỗi", ["Dòng", "Cột", "Lỗi"], failure.problems) { problem in
            [
                "\(problem.row.map(String.init) ?? "")", "\(problem.column ?? "")", "\(ImportProblemWords.sentence(problem.fault))",
            ]
        }
    }

    private static func table<Row>(_ caption: String, _ heads: [String], _ rows: [Row], most: Int = most, _ cells: (Row) -> [HTML]) -> HTML {
        """
        \(dataTable(DataTable(.sheet, caption: caption, columns: heads.map { .init($0) }, rows: rows.prefix(most).map { .init(cells($0)) })))
        \(when(rows.count > most) { "<p class=\"quiet\">và \(grouped: rows.count - most) dòng khác.</p>" })
        """
    }
}
