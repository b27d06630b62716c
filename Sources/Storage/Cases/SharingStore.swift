import Database
import Domain

/// Keeps which units co-ordinate in a case and who may open a restricted one.
enum SharingStore {
    static func follow(from before: Case, to after: Case, at now: Instant, _ tx: Transaction) throws {
        let (parties, known) = (after.parties, before.parties)
        for unit in parties.subtracting(known).sorted() {
            try tx.run("INSERT INTO case_party (petition, unit, since) VALUES (\(after.id), \(unit), \(now))")
        }
        for unit in known.subtracting(parties).sorted() {
            try tx.run("DELETE FROM case_party WHERE petition = \(after.id) AND unit = \(unit)")
        }
        for account in after.readers.subtracting(before.readers).sorted() {
            try tx.run(
                """
                INSERT INTO case_reader (petition, account, since) VALUES (\(after.id), \(account), \(now)) ON CONFLICT DO NOTHING
                """)
        }
    }

    static func coordinating(_ petition: ID<Case>, _ tx: Transaction) throws -> Set<ID<Domain.Unit>> {
        Set(try tx.all("SELECT unit FROM case_party WHERE petition = \(petition) ORDER BY unit") { try $0["unit"] })
    }

    static func readers(_ petition: ID<Case>, _ tx: Transaction) throws -> Set<ID<Account>> {
        Set(try tx.all("SELECT account FROM case_reader WHERE petition = \(petition) ORDER BY account") { try $0["account"] })
    }
}

extension Case {
    /// Units besides the lead that see the case: those that co-ordinate, and the one that it is offered to.
    fileprivate var parties: Set<ID<Domain.Unit>> { coordinating.union(work.offer.map { [$0.to] } ?? []) }
}
