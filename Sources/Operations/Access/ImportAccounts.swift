import Documents
package import Domain
import Storage

/// An account that an import opened. The password stands here once and nowhere else: only its hash is kept.
package struct ImportedAccount: Sendable, Equatable {
    /// The row that it stands in.
    package var row: Int
    package var login: String
    package var name: String
    package var password: String
}

/// Opens the accounts of a table with their mandates, all or nothing.
private struct ImportAccounts: Operation {
    static let permission = Permission.administer
    static let isLong = true
    let table: ImportTable
    /// A password and its hash for each login of the table.
    let passwords: [String: (password: String, hash: String)]

    func perform(_ turn: Turn) throws -> [ImportedAccount] {
        let register = try OrganisationStore.register(turn.tx)
        let drafts = try Self.check(table, register, turn)
        let imported = try drafts.map { draft in
            // The table was read before the passwords were made and is read again now: the logins are the same.
            guard let unit = register.unit(draft.unitCode), let (password, hash) = passwords[draft.login] else { throw Refusal.noSuch(.unit) }
            let account = NewAccount(
                login: draft.login, name: draft.name, title: draft.title, roles: draft.roles, unit: unit, password: password,
                since: draft.from, document: draft.document)
            let made = try AddAccount(account: account, passwordHash: hash).perform(turn)
            return ImportedAccount(row: draft.row, login: made.login, name: made.name, password: password)
        }
        try turn.note(.imported(units: 0, accounts: imported.count))
        return imported
    }

    static func check(_ table: ImportTable, _ register: UnitRegister, _ turn: Turn) throws -> [AccountDraft] {
        let logins = try AccountStore.logins(turn.tx)
        let today = turn.now.day
        return try AccountImport.check(table, words: .vietnamese) { code in
            // A unit that begins later may have its people already; one that has ended may not.
            register.unit(code).flatMap { register.versions[$0]?.last }.map { $0.validTo.map { today <= $0 } ?? true } ?? false
        } knownLogin: { logins.contains($0) }.get()
    }
}

extension Office {
    /// What an import of accounts would open, without doing it. Throws `Refusal`, `ImportFailure`.
    package func previewAccounts(_ table: ImportTable, as actor: Actor) async throws -> [AccountDraft] {
        try await look(as: actor) { try ImportAccounts.check(table, OrganisationStore.register($0.tx), $0) }
    }

    /// Opens the accounts of a table, each with an unguessable first password, to be handed to its owner. Throws `Refusal`,
    /// and `ImportFailure` with every problem at its row and column; nothing is written then.
    package func importAccounts(_ table: ImportTable, as actor: Actor) async throws -> [ImportedAccount] {
        var passwords: [String: (password: String, hash: String)] = [:]
        // Hundreds of hashes take seconds: they are made before the transaction, one after the other, so that who signs in meanwhile
        // waits for one of them at most.
        for draft in try await previewAccounts(table, as: actor) {
            let password = FirstPassword.text(world.chance(FirstPassword.bytes))
            passwords[draft.login] = (password, try await self.passwords.hash(password, salt: world.chance(16)))
        }
        return try await perform(ImportAccounts(table: table, passwords: passwords), as: actor)
    }
}

/// A password that a machine makes and a person types once.
enum FirstPassword {
    /// 80 bits of chance.
    static let bytes = 16
    /// 32 signs, without those that are taken for one another (0 and o, 1 and l).
    private static let signs = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)

    /// Four groups of four signs.
    static func text(_ chance: [UInt8]) -> String {
        var text: [UInt8] = []
        for (index, byte) in chance.enumerated() {
            if index > 0, index.isMultiple(of: 4) { text.append(UInt8(ascii: "-")) }
            text.append(signs[Int(byte & 31)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
