/// One row of a result, read by column name. The type that is asked for decides how the column is read.
package struct Row: Sendable {
    let columns: [String: Int]
    let values: [Value]

    /// The names of the columns, in their order.
    package var names: [String] { columns.sorted { $0.value < $1.value }.map(\.key) }

    /// What stands in the columns, in their order.
    package var content: [Value] { values }

    package subscript<T: Stored>(_ name: String) -> T {
        get throws {
            guard let index = columns[name] else { throw UnreadableColumn(.null, expected: "a column of that name", column: name) }
            do {
                return try T(stored: values[index])
            } catch {
                throw UnreadableColumn(error.found, expected: error.expected, column: name)
            }
        }
    }
}
