/// A transaction that is going on: everything in it happens or nothing does. It is not Sendable and never leaves its closure,
/// so nothing suspends inside and nothing interleaves.
package struct Transaction {
    let connection: any Connection

    /// Runs a statement; the number of rows that it changed.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int { try connection.run(sql) }

    /// All rows of a query. Every list has a LIMIT of its own.
    package func rows(_ sql: SQL) throws -> [Row] { try connection.rows(sql) }

    /// The rows of a query one by one, however many: nothing else may be asked of this transaction meanwhile.
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws { try connection.each(sql, body) }

    /// The first row of a query, if there is one.
    package func row(_ sql: SQL) throws -> Row? { try connection.rows(sql).first }

    /// All rows, each turned into a value.
    package func all<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> [T] { try connection.rows(sql).map(make) }

    /// The first row turned into a value.
    package func first<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> T? { try row(sql).map(make) }

    /// The number in the column `n` of the only row.
    package func count(_ sql: SQL) throws -> Int { try row(sql).map { try $0["n"] } ?? 0 }

    /// The engine's own way of doing what the common tongue cannot: the closed list of seams.
    package var dialect: Dialect { connection.dialect }
}

/// One connection of an engine, inside a transaction.
protocol Connection {
    var dialect: Dialect { get }
    func run(_ sql: SQL) throws -> Int
    func rows(_ sql: SQL) throws -> [Row]
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws
}

extension Connection {
    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try each(sql) { rows.append($0) }
        return rows
    }
}
