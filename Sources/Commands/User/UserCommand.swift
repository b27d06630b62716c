import ArgumentParser
import Documents
import Domain
import Foundation
import Operations
import Storage

/// `donghanh user …`: accounts without a browser.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Tài khoản.", subcommands: [UserAdd.self, UserDisable.self, UserList.self])
}

/// `donghanh user add`: the password comes from standard input, so that it stands in no history of a shell.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Mở tài khoản; mật khẩu đọc từ đầu vào chuẩn, một dòng.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tên đăng nhập: chữ thường, số, dấu chấm, gạch nối.") var login: String
    @Option(name: .long, help: "Họ và tên.") var name: String
    @Option(name: .long, help: "Chức vụ.") var title = ""
    @Option(name: .long, parsing: .upToNextOption, help: "Vai trò: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: [String]
    @Option(name: .long, help: "Từ khóa của đơn vị.") var unit: String
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        for word in role where Role(rawValue: word) == nil { throw ValidationError("--role: không có vai trò “\(word)”.") }
        if role.isEmpty { throw ValidationError("--role: hãy nêu ít nhất một vai trò.") }
    }

    func run() async throws {
        guard let password = readLine(strippingNewline: true), !password.isEmpty else {
            throw CommandFailure("Hãy đưa mật khẩu vào đầu vào chuẩn, ví dụ: donghanh user add lan … < matkhau.txt")
        }
        let (login, name, title, key, roles) = (login, name, title, unit, Set(role.compactMap(Role.init)))
        let account = try await Composition.run(try await global.settings()) { composition in
            guard let unit = try await composition.office.read({ try OrganisationStore.unit(key: key, $0) }) else {
                throw Refusal.noSuch(.unit)
            }
            return try await composition.office.addAccount(
                NewAccount(login: login, name: name, title: title, roles: roles, unit: unit.id, password: password), as: .system)
        }
        if json { return try Printing.json(AccountJSON(account, unit: key)) }
        Printing.line("Đã mở tài khoản \(account.login).")
    }
}

/// `donghanh user disable LOGIN`.
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "disable", abstract: "Khóa tài khoản và chấm dứt phiên đăng nhập.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tên đăng nhập.") var login: String

    func run() async throws {
        let login = login
        try await Composition.run(try await global.settings()) { try await $0.office.perform(DisableAccount(login: login), as: .system) }
        Printing.line("Đã khóa tài khoản \(login).")
    }
}

/// `donghanh user list`.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê tài khoản.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let (accounts, units) = try await Composition.run(try await global.settings()) { composition in
            let today = composition.office.world.now().day
            return try await composition.office.read { (try AccountStore.all(on: today, $0), try OrganisationStore.units(on: nil, $0)) }
        }
        let keys = Dictionary(units.map { ($0.id, $0.key) }, uniquingKeysWith: { $1 })
        let rows = accounts.map { AccountJSON($0, unit: keys[$0.unit] ?? "") }
        if json { return try Printing.json(rows) }
        Printing.table(
            ["TÊN ĐĂNG NHẬP", "HỌ TÊN", "VAI TRÒ", "ĐƠN VỊ", "HOẠT ĐỘNG"],
            rows.map { [$0.login, $0.name, $0.roles.joined(separator: " "), $0.unit, $0.active ? "có" : "không"] })
    }
}

/// The JSON of an account.
struct AccountJSON: Encodable {
    var login: String
    var name: String
    var title: String
    var roles: [String]
    var unit: String
    var active: Bool

    init(_ account: Account, unit: String) {
        login = account.login
        name = account.name
        title = account.title
        roles = account.roles.map(\.rawValue).sorted()
        self.unit = unit
        active = account.isActive
    }
}
