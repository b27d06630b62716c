package import Database
package import Domain
package import Logging

/// The office: what every verb needs, handed down as one value. `perform` is the only way to change anything.
package struct Office: Sendable {
    package let database: Database
    package let world: World
    package let settings: OfficeSettings
    package let passwords: PasswordHasher
    package let log: Logger
    /// Rings when there is something to deliver, to read or to fetch.
    package let bell = Bell()
    /// Tells the open pages that something changed.
    package let newsroom = Newsroom()
    private let ground = GroundCache()

    package init(database: Database, world: World, settings: OfficeSettings, passwords: PasswordHasher, log: Logger) {
        self.database = database
        self.world = world
        self.settings = settings
        self.passwords = passwords
        self.log = log
    }

    /// Performs a verb as an actor: permission, one transaction, the time, the journal, the outbox, then the bell. Throws `Refusal`
    /// when the domain says no; nothing has changed then.
    @discardableResult
    package func perform<Verb: Operation>(_ verb: Verb, as actor: Actor) async throws -> Verb.Result {
        guard Rights.allowSomewhere(actor, Verb.permission) else { throw Refusal.notPermitted(Verb.permission) }
        let now = world.now()
        let body: @Sendable (Transaction) throws -> (Verb.Result, work: Bool, news: Bool) = { tx in
            let turn = Turn(tx: tx, actor: actor, now: now, office: self)
            let result = try verb.perform(turn)
            return (result, turn.hasWork, turn.hasNews)
        }
        let (result, work, news) = try await Verb.isLong ? database.writeAlone(body) : database.write(body)
        if work { await bell.ring() }
        if news { await newsroom.bell.ring() }
        return result
    }

    /// The calendar, the deadline profiles and the routing rules as they stand in this transaction.
    package func rules(_ tx: Transaction) throws -> Rules { try ground.rules(on: world.now().day, tx) }

    /// The lists that a case is sorted by, as they stand in this transaction.
    package func catalogue(_ tx: Transaction) throws -> Catalogue { try ground.catalogue(on: world.now().day, tx) }

    /// The task force that takes petitions in; `nil` before the ground is laid.
    package func team(_ tx: Transaction) throws -> Team? { try ground.team(on: world.now().day, tx) }

    /// Everybody who may sign in, with the mandates of today, in the order of the ids.
    package func accounts(_ tx: Transaction) throws -> [Account] { try ground.accounts(on: world.now().day, tx) }
    /// Who sits in a task force today.
    package func members(of team: ID<Team>, _ tx: Transaction) throws -> [TeamMember] {
        try ground.members(of: team, on: world.now().day, tx)
    }
    /// What the regulation of a task force sets today.
    package func parameters(of team: ID<Team>?, _ tx: Transaction) throws -> Regulation.Parameters {
        try ground.parameters(of: team, on: world.now().day, tx)
    }

    /// Reads, over one consistent state.
    package func read<T: Sendable>(_ query: @Sendable (Transaction) throws -> T) async throws -> T {
        try await database.read(query)
    }
}

/// Where time and chance come from: the real world, or a test's hand.
package struct World: Sendable {
    package var now: @Sendable () -> Instant
    /// That many unguessable bytes.
    package var chance: @Sendable (Int) -> [UInt8]

    package init(now: @escaping @Sendable () -> Instant, chance: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.chance = chance
    }
}

/// What the operator has set, as far as verbs need it.
package struct OfficeSettings: Sendable {
    /// How the outside reaches the pages, without a slash at the end; printed in messages.
    package var baseURL: String
    /// What can be used to reach a sender besides the channel that he came by.
    package var means: DeliveryRoute.Means
    /// Takes deliveries that the store is too busy, or away, to take at once; `nil`: their sender waits.
    package var spill: DeliverySpill?

    /// Whether a scanner of viruses looks at files.
    package var scansFiles = false

    package init(baseURL: String, means: DeliveryRoute.Means = .init(), spill: DeliverySpill? = nil) {
        self.baseURL = baseURL
        self.means = means
        self.spill = spill
    }
}

/// A verb of the product. Its file is its table of contents: what it needs, who may, what it does.
package protocol Operation: Sendable {
    associatedtype Result: Sendable
    static var permission: Permission { get }
    /// Whether it changes so much that it had better not share its transaction with others.
    static var isLong: Bool { get }
    /// Does it, inside a transaction. Throws `Refusal`.
    func perform(_ turn: Turn) throws -> Result
}

extension Operation {
    package static var isLong: Bool { false }
}
