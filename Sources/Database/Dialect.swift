/// Which engine runs. Asked only at the named seams (architecture 2.4); a house test keeps the word out of everything else.
package enum Dialect: Sendable {
    case sqlite
    case postgresql
}

extension Dialect {
    /// The mark in a statement's text for its bind of that number, from 1.
    func placeholder(_ number: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgresql: "$\(number)"
        }
    }

    /// Translates the column types of a migration: INSTANT (milliseconds), NUMBER, FLAG, BYTES, JSON; TEXT is the same everywhere.
    func columnTypes(in statement: String) -> String {
        let (number, bytes) =
            switch self {
            case .sqlite: (" INTEGER", " BLOB")
            case .postgresql: (" BIGINT", " BYTEA")
            }
        return
            statement
            .replacing(" INSTANT", with: number).replacing(" NUMBER", with: number).replacing(" FLAG", with: number)
            .replacing(" BYTES", with: bytes).replacing(" JSON", with: " TEXT")
    }

    func hasTable(_ name: String, _ tx: Transaction) throws -> Bool {
        switch self {
        case .sqlite:
            try tx.row("SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name = \(name)") != nil
        case .postgresql:
            try tx.row("SELECT 1 AS one FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = \(name)") != nil
        }
    }
}

extension Transaction {
    /// Ends a query that claims rows: rows that another process has in its hands are left out, not waited for, and those that are
    /// found are kept from everybody else until the transaction ends. On SQLite the single writer does the same by itself.
    package var passingOverClaimed: SQL {
        switch dialect {
        case .sqlite: ""
        case .postgresql: "FOR UPDATE SKIP LOCKED"
        }
    }
}
