/// An account as a table brings it in: a person, an office, and the mandate behind it.
package struct AccountDraft: Sendable, Equatable {
    /// The row that it stands in.
    package var row: Int
    package var login: String
    package var name: String
    /// The office held (chức danh).
    package var title: String
    package var unitCode: String
    package var roles: Set<Role>
    /// The first day of the mandate.
    package var from: Day
    /// The document that gives it; `nil` when none is named.
    package var document: Decision?

    package init(
        row: Int, login: String, name: String, title: String, unitCode: String, roles: Set<Role>, from: Day, document: Decision?
    ) {
        self.row = row
        self.login = login
        self.name = name
        self.title = title
        self.unitCode = unitCode
        self.roles = roles
        self.from = from
        self.document = document
    }
}

/// The columns of a table of accounts.
package enum AccountColumn: String, ImportColumn {
    case login = "Tên đăng nhập"
    case name = "Họ tên"
    case title = "Chức danh"
    case unit = "Mã đơn vị"
    case roles = "Vai trò"
    case from = "Từ ngày"
    case document = "Văn bản"

    package var otherHeads: [String] {
        switch self {
        case .login: ["Tài khoản"]
        case .name: ["Họ và tên"]
        case .title: ["Chức vụ"]
        case .unit: ["Đơn vị"]
        case .roles: ["Quyền"]
        case .from: ["Ngày bắt đầu"]
        case .document: ["Quyết định", "Số văn bản"]
        }
    }

    package var isRequired: Bool {
        switch self {
        case .login, .name, .unit, .roles, .from: true
        case .title, .document: false
        }
    }
}

/// Reads tables of accounts.
package enum AccountImport {
    /// All drafts in the order of the table, or all that is wrong.
    /// - Parameters:
    ///   - knownUnit: whether there is a unit of that code.
    ///   - knownLogin: whether there is an account of that name already.
    package static func check(
        _ table: ImportTable, words: ImportWords, knownUnit: (String) -> Bool, knownLogin: (String) -> Bool
    ) -> Result<[AccountDraft], ImportFailure> {
        var reader = ImportReader<AccountColumn>(table)
        guard reader.hasColumns else { return .failure(ImportFailure(reader.problems)) }
        let roles = words.roles.map { (word: $0.word, value: $0.role) }
        var drafts: [AccountDraft] = []
        var places: [String: Int] = [:]
        for row in table.rows {
            // People type names to sign in with in capitals too; the account has small letters.
            let login = reader.code(row, .login).lowercased()
            if let place = places[login] {
                reader.add(row, .login, .doubled(login, row: place))
            } else if !login.isEmpty {
                places[login] = row.number
                if login.utf8.count < 2 { reader.add(row, .login, .tooShort(2)) }
                if knownLogin(login) { reader.add(row, .login, .taken(login)) }
            }
            let name = reader.text(row, .name, atMost: 200)
            let title = reader.text(row, .title, atMost: 200)
            let unit = reader.code(row, .unit)
            if !unit.isEmpty, !knownUnit(unit) { reader.add(row, .unit, .unknown(unit)) }
            let chosen = Set(reader.choices(row, .roles, of: roles))
            let from = reader.day(row, .from)
            let document = reader.document(row, .document)
            guard let from else { continue }
            drafts.append(
                AccountDraft(
                    row: row.number, login: login, name: name, title: title, unitCode: unit, roles: chosen, from: from, document: document))
        }
        return reader.problems.isEmpty ? .success(drafts) : .failure(ImportFailure(reader.problems))
    }
}
