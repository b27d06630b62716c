import Database
import Domain

/// Keeps which units co-ordinate in a case and who may open a restricted one.
enum SharingStore {
    static func follow(from before: Case, to after: Case, at now: Instant, _ tx: Transaction) throws {
        for unit in after.coordinating.subtracting(before.coordinating).sorted() {
            try tx.run("INSERT INTO case_party (petition, unit, since) VALUES (\(after.id), \(unit), \(now))")
        }
        for unit in before.coordinating.subtracting(after.coordinating).sorted() {
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
