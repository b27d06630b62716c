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

/// An account: a person who signs in, with what his mandates of today let him do.
package struct Account: Sendable, Equatable {
    package let id: ID<Account>
    package var login: String
    package var name: String
    /// The office held, as printed under the name.
    package var title: String
    /// The unit in which the person works; rights come from the authorities alone.
    package var unit: ID<Unit>
    package var isActive: Bool
    /// What the mandates in force give.
    package var authorities: [Authority]

    package init(
        id: ID<Account>, login: String, name: String, title: String, unit: ID<Unit>, isActive: Bool = true, authorities: [Authority]
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.title = title
        self.unit = unit
        self.isActive = isActive
        self.authorities = authorities
    }

    /// With roles in the own unit, for every field and area.
    package init(id: ID<Account>, login: String, name: String, title: String, roles: Set<Role>, unit: ID<Unit>, isActive: Bool = true) {
        self.init(
            id: id, login: login, name: name, title: title, unit: unit, isActive: isActive,
            authorities: Role.allCases.filter(roles.contains).map { Authority(role: $0, unit: unit) })
    }

    package var roles: Set<Role> { Set(authorities.map(\.role)) }
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
