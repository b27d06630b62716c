/// What an account is for; one account may hold several.
package enum Role: String, CaseIterable, Sendable, Codable {
    /// Cán bộ tiếp nhận, sàng lọc.
    case intake
    /// Cán bộ chẩn đoán, đề xuất phương án.
    case diagnosis
    /// Cán bộ xử lý của đơn vị.
    case handler
    /// Lãnh đạo đơn vị: phê duyệt trả lời.
    case approver
    /// Tổ phó Thường trực, Tổ phó: điều phối.
    case coordinator
    /// Tổ trưởng.
    case head
    /// Quản trị hệ thống.
    case admin
}

/// An account: a person who signs in, with roles in one unit.
package struct Account: Sendable, Equatable {
    package let id: ID<Account>
    package var login: String
    package var name: String
    /// The office held, as printed under the name.
    package var title: String
    package var roles: Set<Role>
    package var unit: ID<Unit>
    package var isActive: Bool

    package init(id: ID<Account>, login: String, name: String, title: String, roles: Set<Role>, unit: ID<Unit>, isActive: Bool = true) {
        self.id = id
        self.login = login
        self.name = name
        self.title = title
        self.roles = roles
        self.unit = unit
        self.isActive = isActive
    }
}

/// Who acts: a person who signed in, the sender of a petition, or the system itself.
package enum Actor: Sendable, Equatable {
    case staff(Account)
    /// The petitioner, known by his lookup code or his channel.
    case sender
    case system

    /// The name that history shows.
    package var name: String? {
        if case .staff(let account) = self { account.name } else { nil }
    }

    package var account: Account? {
        if case .staff(let account) = self { account } else { nil }
    }
}
