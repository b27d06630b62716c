/// A statement: literals are SQL, interpolated values become binds, interpolated statements nest. Written once, in the common
/// tongue of SQLite 3.40 and PostgreSQL 15.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case bind(Value)
    }

    private(set) var pieces: [Piece]

    package init(stringLiteral value: String) { pieces = [.text(value)] }
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// Text that was made in code, never from input: column names, lists of statements.
    package init(trusted text: String) { pieces = [.text(text)] }

    package static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.pieces += b.pieces
        return sum
    }

    package var isEmpty: Bool { pieces.allSatisfy { if case .text("") = $0 { true } else { false } } }

    /// Conditions joined by AND; true when there are none.
    package static func all(_ conditions: [SQL]) -> SQL { joined(conditions, by: " AND ") ?? "1 = 1" }

    /// `(a, b, c)` as binds; an empty list matches nothing.
    package static func list(_ values: [some Stored]) -> SQL {
        let binds = values.map { value -> SQL in "\(value)" }
        return "(" + (joined(binds, by: ", ") ?? "NULL") + ")"
    }

    package static func joined(_ parts: [SQL], by separator: String) -> SQL? {
        guard var sum = parts.first else { return nil }
        for part in parts.dropFirst() { sum = sum + SQL(trusted: separator) + part }
        return sum
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }
        package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
        package mutating func appendInterpolation(_ value: some Stored) { pieces.append(.bind(value.stored)) }
        package mutating func appendInterpolation<Content: Stored>(_ value: Content?) { pieces.append(.bind(value.stored)) }
        package mutating func appendInterpolation(_ statement: SQL) { pieces += statement.pieces }
    }

    /// The text with `?` for each bind, and the binds in order.
    func rendered() -> (text: String, binds: [Value]) {
        var text = ""
        var binds: [Value] = []
        for piece in pieces {
            switch piece {
            case .text(let part):
                text += part
            case .bind(let value):
                text += "?"
                binds.append(value)
            }
        }
        return (text, binds)
    }
}
