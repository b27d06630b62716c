import CPostgres

/// What the server answered. Columns come in binary format.
final class PostgreSQLResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    var status: ExecStatusType { PQresultStatus(handle) }
    var rowCount: Int32 { PQntuples(handle) }

    /// The number of rows that the statement changed.
    var changedCount: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

    func columns() -> [String: Int] {
        var columns: [String: Int] = [:]
        for index in 0..<PQnfields(handle) {
            if let name = PQfname(handle, index) { columns[String(cString: name)] = Int(index) }
        }
        return columns
    }

    /// Throws `PostgreSQLError` for a type that is not of the common tongue.
    func values(_ row: Int32) throws -> [Value] {
        try (0..<PQnfields(handle)).map { try value(row, $0) }
    }

    private func value(_ row: Int32, _ column: Int32) throws -> Value {
        if PQgetisnull(handle, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
        switch PQftype(handle, column) {
        case PostgreSQLType.int8, PostgreSQLType.int4, PostgreSQLType.int2: return .integer(Self.integer(bytes))
        case PostgreSQLType.bool: return .integer(bytes.first == 0 ? 0 : 1)
        case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.name, PostgreSQLType.unknown:
            return .text(String(decoding: bytes, as: UTF8.self))
        case PostgreSQLType.bytea: return .bytes([UInt8](bytes))
        case PostgreSQLType.float8: return .real(Double(bitPattern: UInt64(bitPattern: Self.integer(bytes))))
        case PostgreSQLType.void: return .null
        case let other:
            throw PostgreSQLError(code: "", message: "a column of type \(other), which has no place here: cast it", isLoss: false)
        }
    }

    /// Reads a signed number of any width, highest byte first.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var number: Int64 = (bytes.first ?? 0) >= 0x80 ? -1 : 0
        for byte in bytes { number = number << 8 | Int64(byte) }
        return number
    }
}
