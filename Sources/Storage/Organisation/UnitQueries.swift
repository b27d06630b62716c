package import Database
package import Domain

/// Reads units in the shape of the pages that show them.
package enum UnitQueries {
    /// How many open cases each unit leads.
    package static func openCases(_ tx: Transaction) throws -> [ID<Domain.Unit>: Int] {
        let counts = try tx.all("SELECT lead, count(*) AS n FROM petition WHERE is_open = 1 GROUP BY lead") {
            row -> (ID<Domain.Unit>, Int) in (try row["lead"], try row["n"])
        }
        return Dictionary(counts, uniquingKeysWith: +)
    }

    /// A mandate with the person who holds it.
    package struct Holder: Sendable {
        package var mandate: Mandate
        package var account: Account
    }

    /// Who holds which mandate in a unit on a day or later, by name.
    package static func holders(in unit: ID<Domain.Unit>, on day: Day, _ tx: Transaction) throws -> [Holder] {
        try MandateStore.lasting(in: unit, on: day, tx).compactMap { mandate in
            try AccountStore.load(mandate.account, on: nil, tx).map { Holder(mandate: mandate, account: $0) }
        }
        .sorted { ($0.account.name.sortKey, $0.mandate.id) < ($1.account.name.sortKey, $1.mandate.id) }
    }
}
