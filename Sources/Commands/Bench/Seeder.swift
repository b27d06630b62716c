import Database
import Demonstration
import Domain
import Operations
import Storage

/// Sows the lives of months: decided by the Domain and kept by the stores as in earnest, hundreds of cases to a transaction. What a
/// verb does around them (looking the case up again, permission by permission, one commit a step) is left out.
struct Seeder {
    let cast: Cast
    let database: Database
    let world: World
    let ids: IDs
    let accounts: [String: Account]
    let team: Team
    let rules: Rules
    /// By key.
    let units: [String: Unit]
    let now: Instant

    /// Cases to a transaction.
    static let handful = 250

    /// Lays the ground of the demonstration province. Throws `CommandFailure` when something stands there already.
    static func found(_ office: Office, now: Instant) async throws -> Seeder {
        let cast = try Cast.shipped()
        let ids = IDs(cast, world: office.world)
        let calendar = try Calendars.shipped()
        let ground = try cast.ground(calendar: calendar, ids: ids)
        guard try await office.perform(LayGround(ground), as: .system) else {
            throw CommandFailure("Cơ sở dữ liệu không trống: hãy chọn thư mục khác bằng --data hay cơ sở dữ liệu khác.")
        }
        let accounts = try await Player.openAccounts(cast, password: DemoCommand.password, office: office, ids: ids)
        let rules = try await office.read { try RulesStore.load($0) }
        guard let team = ground.teams.first?.team else { throw Refusal.noSuch(.team) }
        return Seeder(
            cast: cast, database: office.database, world: office.world, ids: ids, accounts: accounts, team: team, rules: rules,
            units: Dictionary(ground.units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }), now: now)
    }

    /// Sows so many cases, telling after each handful how many stand.
    func sow(_ count: Int, seed: UInt64, tell: (Int) -> Void) async throws {
        // Since the units of today are there: no case is given to one that did not yet exist.
        guard let first = units.values.filter({ $0.validTo == nil }).map(\.validFrom).max(), first < now.day else {
            throw Refusal.noSuch(.unit)
        }
        var plan = LongPlan(cast: cast, calendar: rules.calendar, from: first, now: now, count: count, seed: seed)
        var done = 0
        var handful = Self.take(&plan)
        while !handful.isEmpty {
            // The next ones are planned while these are written.
            let (writing, first) = (handful, done)
            async let written: Void = write(writing, from: first)
            handful = Self.take(&plan)
            try await written
            done += writing.count
            tell(done)
        }
    }

    private func write(_ handful: [PlannedCase], from first: Int) async throws {
        try await database.write { tx in
            for (offset, planned) in handful.enumerated() { try sow(planned, number: first + offset, tx) }
            // So that a server that is measured has nothing left to note.
            while try LikenessStore.fill(limit: Self.handful, tx) > 0 {}
        }
    }

    private static func take(_ plan: inout LongPlan) -> [PlannedCase] {
        var taken: [PlannedCase] = []
        while taken.count < handful, let planned = plan.next() { taken.append(planned) }
        return taken
    }

    private func sow(_ planned: PlannedCase, number: Int, _ tx: Transaction) throws {
        guard let sender = cast.sender(planned.sender) else { throw Refusal.noSuch(.person) }
        let contact = Contact(
            id: newID(planned.arrivesAt), channel: planned.channel, address: planned.channel == .form ? nil : planned.senderAddress,
            person: person(sender), follows: planned.channel == .zalo)
        try ContactStore.insert(contact, at: planned.arrivesAt, tx)
        var life = Life(seeder: self, planned: planned, contact: contact, petition: try open(planned, contact, number, tx), tx: tx)
        try life.live()
    }

    /// The case as it comes in, with its first message.
    private func open(_ planned: PlannedCase, _ contact: Contact, _ number: Int, _ tx: Transaction) throws -> Case {
        let at = planned.arrivesAt
        let profile = try rules.profile(on: at.day)
        let due = rules.due(after: at, workingDays: profile.resolve)
        let serial = try NumberSeriesStore.next("\(team.numberPrefix)-\(at.day.year)", tx)
        guard let caseNumber = CaseNumber(prefix: team.numberPrefix, year: at.day.year, serial: serial) else { throw Refusal.noSuch(.team) }
        var classification = Classification()
        if planned.channel == .form {
            classification = planned.classification
            if classification.kind.map({ !Kind.offeredToSenders.contains($0) }) ?? true { classification.kind = .regulation }
            classification.urgent = false
        }
        let petition = Case(
            id: newID(at), number: caseNumber, lookupCode: LookupCode(chance: world.chance(16)), contact: contact.id,
            channel: planned.channel, receivedAt: at, title: planned.title ?? Excerpt.title(of: planned.text),
            classification: classification, lead: team.standingUnit, clock: CaseClock(profile: profile, due: due))
        let form = planned.channel == .form ? "bench-\(number)" : nil
        try CaseStore.insert(petition, team: team.id, text: planned.text, formKey: form, event: .received(due: due), by: .sender, tx)
        try MessageStore.insert(
            Message(
                id: newID(at), contact: contact.id, petition: petition.id, direction: .inbound, channel: planned.channel,
                externalID: form == nil ? "bench-\(number)" : nil, text: planned.text, at: at), tx)
        try SearchIndex.add(petition.id, text: [caseNumber.text, contact.person.display, petition.title, planned.text], tx)
        return petition
    }

    private func person(_ sender: Sender) -> Contact.Person {
        var person = Contact.Person()
        person.isOrganisation = sender.organisation != nil
        person.name = sender.person
        person.organisation = sender.organisation ?? ""
        person.taxCode = sender.taxCode ?? ""
        person.phone = sender.phone
        person.area = cast.places.area(sender.area)?.code
        return person
    }

    func newID<Owner>(_ at: Instant) -> ID<Owner> { ID(at: at, chance: world.chance(10)) }
}
