/// A statement: literals are SQL, interpolated values become binds, interpolated statements nest. Written once, in the common
/// tongue of SQLite 3.40 and PostgreSQL 15.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case bind(Bind)
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
        // In place: a sum that is made anew for every part takes the square of their number.
        for part in parts.dropFirst() {
            sum.pieces.append(.text(separator))
            sum.pieces += part.pieces
        }
        return sum
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }
        package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
        package mutating func appendInterpolation(_ value: some Stored) { pieces.append(.bind(Bind(value.stored))) }
        package mutating func appendInterpolation<Content: Stored>(_ value: Content?) {
            pieces.append(.bind(Bind(value.stored, mayBeNull: true)))
        }
        /// A value as it stood in a column.
        package mutating func appendInterpolation(_ value: Value) { pieces.append(.bind(Bind(value, mayBeNull: true))) }
        package mutating func appendInterpolation(_ statement: SQL) { pieces += statement.pieces }
    }

    /// A value beside the text. What may be null takes its type from where it stands, so that the text stays one statement.
    struct Bind: Sendable {
        var value: Value
        var mayBeNull: Bool

        init(_ value: Value, mayBeNull: Bool = false) {
            self.value = value
            self.mayBeNull = mayBeNull
        }
    }

    /// The text with the engine's mark for each bind, and the binds in order.
    func rendered(for dialect: Dialect) -> (text: String, binds: [Bind]) {
        var text = ""
        var binds: [Bind] = []
        for piece in pieces {
            switch piece {
            case .text(let part):
                text += part
            case .bind(let bind):
                binds.append(bind)
                text += dialect.placeholder(binds.count)
            }
        }
        return (text, binds)
    }
}
