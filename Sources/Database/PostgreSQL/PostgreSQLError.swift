/// What the server refused, or the loss of the connection to it.
struct PostgreSQLError: Error, CustomStringConvertible {
    /// SQLSTATE, five characters; empty when libpq itself failed.
    var code: String
    /// The server's primary message; its details hold values, which are personal data and stay out of logs.
    var message: String
    /// The constraint that was hurt.
    var constraint: String?
    /// The connection is gone.
    var isLoss: Bool

    var description: String {
        let constraint = constraint.map { " (\($0))" } ?? ""
        return "PostgreSQL \(code): \(message)\(constraint)"
    }

    /// The transaction met another one and was undone, or would not have met a row that another one has just made: it is right to
    /// run it again (seam: retry codes). `23505` is a unique key, `40001` a serialisation failure, `40P01` a deadlock.
    var isConflict: Bool { ["40001", "40P01", "23505"].contains(code) }

    /// The user may not do that: a matter of how the database was set up.
    var isMissingRight: Bool { code == "42501" }

    /// A row with this key is there already.
    var isTakenKey: Bool { code == "23505" }

    /// The schema has changed under a prepared statement, or something between us and the server has lost the statement.
    var isStaleStatement: Bool { code == "26000" || (code == "0A000" && message.contains("cached plan")) }
}
