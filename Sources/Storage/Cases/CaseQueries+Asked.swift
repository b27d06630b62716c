package import Database
package import Domain

extension CaseQueries {
    /// The escalated cases on which an account is asked by name.
    package static func asking(_ account: ID<Account>, _ tx: Transaction) throws -> Set<ID<Case>> {
        Set(try tx.all("SELECT id FROM petition WHERE is_open = 1 AND asked = \(account) LIMIT 1000") { row -> ID<Case> in try row["id"] })
    }
}
