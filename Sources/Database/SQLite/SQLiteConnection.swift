import GRDB
import Foundation

/// A connection of the pool, inside a transaction. Statements are prepared once per connection and kept.
struct SQLiteConnection: Connection {
    let database: GRDB.Database

    var dialect: Dialect { .sqlite }

    func run(_ sql: SQL) throws -> Int {
        let (text, binds) = sql.rendered(for: dialect)
        let statement = try database.cachedStatement(sql: text)
        try statement.execute(arguments: StatementArguments(binds.map(\.value.databaseValue)))
        return database.changesCount
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let (text, binds) = sql.rendered(for: dialect)
        let statement = try database.cachedStatement(sql: text)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: StatementArguments(binds.map(\.value.databaseValue)))
        var columns: [String: Int] = [:]
        for (index, name) in statement.columnNames.enumerated() { columns[name] = index }
        while let row = try cursor.next() { try body(Row(columns: columns, values: row.databaseValues.map(Value.init))) }
    }
}

extension Value {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes([UInt8](data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
