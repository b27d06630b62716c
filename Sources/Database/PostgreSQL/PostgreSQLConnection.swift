import CPostgres

/// A connection to a server. libpq blocks, so it is used by one thread at a time, the thread of its session. Statements are
/// prepared once per connection and kept under their text.
final class PostgreSQLConnection: Connection {
    let handle: OpaquePointer
    private var prepared: [StatementKey: PreparedStatement] = [:]
    private var numberOfStatements = 0
    /// The first refusal in the transaction that is going on: after it the server takes no further statement.
    var refusal: PostgreSQLError?
    /// Whether the table is there by which writers give way to one that wants to be alone.
    var hasWriteTurn = false

    private struct StatementKey: Hashable {
        var text: String
        var types: [Oid]
    }

    private final class PreparedStatement {
        let name: String
        /// Known from the first result on.
        var columns: [String: Int]?

        init(name: String) { self.name = name }
    }

    /// Takes over an open connection.
    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQfinish(handle) }

    var dialect: Dialect { .postgresql }

    var isLost: Bool { PQstatus(handle) == CONNECTION_BAD }

    func run(_ sql: SQL) throws -> Int {
        let (statement, parameters) = try prepare(sql)
        return try check(
            parameters.withPointers { PQexecPrepared(handle, statement.name, $0, $1, $2, $3, 1) }
        ).changedCount
    }

    func rows(_ sql: SQL) throws -> [Row] {
        let (statement, parameters) = try prepare(sql)
        let result = try check(parameters.withPointers { PQexecPrepared(handle, statement.name, $0, $1, $2, $3, 1) })
        let columns = columns(of: statement, result)
        return try (0..<result.rowCount).map { Row(columns: columns, values: try result.values($0)) }
    }

    /// One row at a time as it comes from the server, so that a table of any size fits.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let (statement, parameters) = try prepare(sql)
        guard parameters.withPointers({ PQsendQueryPrepared(handle, statement.name, $0, $1, $2, $3, 1) }) == 1,
            PQsetSingleRowMode(handle) == 1
        else { throw failure() }
        // Whatever happens, everything that is under way is read: libpq takes no other statement before.
        defer { while let rest = PQgetResult(handle) { PQclear(rest) } }
        while let next = PQgetResult(handle) {
            let result = try check(next)
            let columns = columns(of: statement, result)
            for row in 0..<result.rowCount { try body(Row(columns: columns, values: try result.values(row))) }
        }
    }

    /// Runs statements without binds, several at once.
    func runText(_ text: String) throws { _ = try check(PQexec(handle, text)) }

    private func columns(of statement: PreparedStatement, _ result: PostgreSQLResult) -> [String: Int] {
        if let known = statement.columns { return known }
        let columns = result.columns()
        statement.columns = columns
        return columns
    }

    private func prepare(_ sql: SQL) throws -> (PreparedStatement, PostgreSQLParameters) {
        let (text, binds) = sql.rendered(for: dialect)
        let parameters = PostgreSQLParameters(binds)
        let key = StatementKey(text: text, types: parameters.types)
        if let known = prepared[key] { return (known, parameters) }
        if prepared.count >= Self.mostStatements {
            try runText("DEALLOCATE ALL")
            prepared = [:]
        }
        numberOfStatements += 1
        let statement = PreparedStatement(name: "s\(numberOfStatements)")
        _ = try check(PQprepare(handle, statement.name, text, Int32(parameters.types.count), parameters.types))
        prepared[key] = statement
        return (statement, parameters)
    }

    /// Throws `PostgreSQLError` when the server refused, and remembers it.
    @discardableResult
    func check(_ result: OpaquePointer?) throws -> PostgreSQLResult {
        guard let result else { throw failure() }
        let answer = PostgreSQLResult(result)
        switch answer.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: return answer
        default: throw failure(answer)
        }
    }

    private func failure(_ result: PostgreSQLResult? = nil) -> PostgreSQLError {
        func field(_ letter: Character) -> String? {
            guard let result, let code = letter.asciiValue, let text = PQresultErrorField(result.handle, Int32(code)) else { return nil }
            return String(cString: text)
        }
        let code = field("C") ?? ""
        let message = field("M") ?? PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        // 57P01 to 57P03: the server is going down, has crashed, or is not up yet.
        let error = PostgreSQLError(
            code: code, message: message.firstLine, constraint: field("n"), isLoss: isLost || code.hasPrefix("57P0"))
        refusal = refusal ?? error
        return error
    }

    /// Statements that a connection keeps; filters make many texts of one query.
    private static let mostStatements = 300
}

extension String {
    /// The first line of what libpq says; hints follow it.
    var firstLine: String { split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
}
