/// What a column can hold on every engine.
package enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A type that knows how it stands in a column.
package protocol Stored {
    var stored: Value { get }
    init(stored: Value) throws(UnreadableColumn)
}

/// A column did not hold what the code expects: the schema and the code have drifted apart.
package struct UnreadableColumn: Error, Sendable, CustomStringConvertible {
    package var column: String
    package var found: Value
    package var expected: String

    package init(_ found: Value, expected: String, column: String = "") {
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// Names the column and the type only: values are personal data and stay out of logs.
    package var description: String { "column \(column) does not hold \(expected)" }
}

extension Int64: Stored {
    package var stored: Value { .integer(self) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .integer(let value) = stored else { throw UnreadableColumn(stored, expected: "an integer") }
        self = value
    }
}

extension Int: Stored {
    package var stored: Value { .integer(Int64(self)) }
    package init(stored: Value) throws(UnreadableColumn) { self = Int(try Int64(stored: stored)) }
}

extension Bool: Stored {
    package var stored: Value { .integer(self ? 1 : 0) }
    package init(stored: Value) throws(UnreadableColumn) { self = try Int64(stored: stored) != 0 }
}

extension Double: Stored {
    package var stored: Value { .real(self) }
    package init(stored: Value) throws(UnreadableColumn) {
        switch stored {
        case .real(let value): self = value
        case .integer(let value): self = Double(value)
        case .null, .text, .bytes: throw UnreadableColumn(stored, expected: "a number")
        }
    }
}

extension String: Stored {
    package var stored: Value { .text(self) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let value) = stored else { throw UnreadableColumn(stored, expected: "text") }
        self = value
    }
}

extension [UInt8]: Stored {
    package var stored: Value { .bytes(self) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .bytes(let value) = stored else { throw UnreadableColumn(stored, expected: "bytes") }
        self = value
    }
}

extension Optional: Stored where Wrapped: Stored {
    package var stored: Value { self?.stored ?? .null }
    package init(stored: Value) throws(UnreadableColumn) {
        self = stored == .null ? nil : try Wrapped(stored: stored)
    }
}
