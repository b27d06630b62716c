import Database
package import Domain
import Storage

/// What is needed to open an account.
package struct NewAccount: Sendable {
    package var login: String
    package var name: String
    package var title: String
    package var roles: Set<Role>
    package var unit: ID<Unit>
    package var password: String
    /// From when the roles hold; `nil`: from the day of the opening.
    package var since: Day?
    package var document: Decision?

    package init(
        login: String, name: String, title: String, roles: Set<Role>, unit: ID<Unit>, password: String, since: Day? = nil,
        document: Decision? = nil
    ) {
        self.login = login
        self.name = name
        self.title = title
        self.roles = roles
        self.unit = unit
        self.password = password
        self.since = since
        self.document = document
    }
}

/// Opens an account; the password comes hashed.
struct AddAccount: Operation {
    static let permission = Permission.administer
    let account: NewAccount
    let passwordHash: String

    func perform(_ turn: Turn) throws -> Account {
        var list = ProblemList()
        list.text("login", account.login, atLeast: 2, atMost: 40)
        list.text("name", account.name, atMost: 200)
        list.text("title", account.title, atLeast: 0, atMost: 200)
        if !account.login.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 46 || $0 == 45 }) {
            list.add("login", .unknownCode)
        }
        if account.roles.isEmpty { list.add("roles", .missing) }
        if account.password.unicodeScalars.count < AccessLimits.passwordLength {
            list.add("password", .weakPassword(AccessLimits.passwordLength))
        }
        try list.refuse()
        guard try OrganisationStore.unit(account.unit, turn.tx) != nil else { throw Refusal.noSuch(.unit) }
        if try AccountStore.find(login: account.login, on: nil, turn.tx) != nil { throw Refusal.taken(account.login) }
        let made = Account(
            id: turn.newID(), login: account.login, name: account.name, title: account.title, roles: account.roles, unit: account.unit)
        try AccountStore.insert(made, password: passwordHash, at: turn.now, turn.tx)
        for authority in made.authorities {
            try MandateStore.insert(
                Mandate(
                    id: turn.newID(), account: made.id, authority: authority, validFrom: account.since ?? turn.now.day,
                    document: account.document), turn.tx)
        }
        try turn.note(.accountOpened(login: made.login, name: made.name))
        return made
    }
}

/// Closes an account and ends its sessions; what it did stays on record.
package struct DisableAccount: Operation {
    package static let permission = Permission.administer
    let login: String

    package init(login: String) { self.login = login }

    package func perform(_ turn: Turn) throws {
        guard let account = try AccountStore.find(login: login, on: nil, turn.tx) else { throw Refusal.noSuch(.account) }
        try AccountStore.disable(account.id, turn.tx)
        try turn.keepAnAdministrator()
        try turn.note(.accountClosed(login: account.login))
    }
}

extension Office {
    /// Opens an account. Throws `Refusal`.
    package func addAccount(_ account: NewAccount, as actor: Actor) async throws -> Account {
        let hash = try await passwords.hash(account.password, salt: world.chance(16))
        return try await perform(AddAccount(account: account, passwordHash: hash), as: actor)
    }

    /// Makes the one-time link for the first administrator, or `nil` when there is an account already.
    package func inviteFirstAdministrator() async throws -> Token? {
        let token = Token(chance: world.chance(24))
        let now = world.now()
        return try await database.write { tx in
            if try AccountStore.hasAny(tx) { return nil }
            try InvitationStore.insert(tokenHash: token.hash, at: now, tx)
            return token
        }
    }

    /// Whether a one-time link is still good.
    package func invitationIsOpen(_ token: Token) async throws -> Bool {
        let now = world.now()
        return try await database.read { try InvitationStore.isOpen(tokenHash: token.hash, at: now, $0) }
    }

    /// Uses the one-time link up and opens the first administrator's account. Throws `Refusal`.
    package func acceptInvitation(_ token: Token, login: String, name: String, password: String) async throws -> Account {
        let hash = try await passwords.hash(password, salt: world.chance(16))
        return try await perform(
            AcceptInvitation(token: token, login: login, name: name, password: password, passwordHash: hash), as: .system)
    }
}

private struct AcceptInvitation: Operation {
    static let permission = Permission.administer
    let token: Token
    let login: String
    let name: String
    let password: String
    let passwordHash: String

    func perform(_ turn: Turn) throws -> Account {
        guard try InvitationStore.use(tokenHash: token.hash, at: turn.now, turn.tx) else { throw Refusal.noSuch(.invitation) }
        guard let team = try turn.team() else { throw Refusal.noSuch(.team) }
        let account = NewAccount(
            login: login, name: name, title: "", roles: [.admin], unit: team.standingUnit, password: password)
        return try AddAccount(account: account, passwordHash: passwordHash).perform(turn)
    }
}
