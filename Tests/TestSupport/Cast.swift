package import Domain
package import Operations

/// The people of the tests, each with an account.
package struct Cast: Sendable {
    /// Intake desk.
    package let lan: Account
    /// Diagnosis desk.
    package let duc: Account
    /// Standing deputy: coordinates.
    package let hung: Account
    /// Head of the task force.
    package let mai: Account
    /// Handler in the board of the parks.
    package let nga: Account
    /// Approver there.
    package let quan: Account
    /// Handler in another unit of the same level.
    package let tam: Account
    package let admin: Account

    package static let password = "mat khau du dai 14"

    package init(in office: Office, of ground: TestGround) async throws {
        func open(_ login: String, _ name: String, _ roles: Set<Role>, _ unit: Unit) async throws -> Account {
            try await office.addAccount(
                NewAccount(login: login, name: name, title: "Chuyên viên", roles: roles, unit: unit.id, password: Self.password),
                as: .system)
        }
        lan = try await open("lan", "Nguyễn Thị Lan", [.intake], ground.standing)
        duc = try await open("duc", "Lê Minh Đức", [.diagnosis], ground.standing)
        hung = try await open("hung", "Trần Quang Hùng", [.coordinator], ground.standing)
        mai = try await open("mai", "Phạm Thị Mai", [.head], ground.standing)
        nga = try await open("nga", "Hoàng Thị Nga", [.handler], ground.parkBoard)
        quan = try await open("quan", "Vũ Anh Quân", [.approver], ground.parkBoard)
        tam = try await open("tam", "Đỗ Thanh Tâm", [.handler], ground.industry)
        admin = try await open("quantri", "Bùi Văn Quản", [.admin], ground.standing)
    }
}
