/// One row of a result, read by column name. The type that is asked for decides how the column is read.
package struct Row: Sendable {
    let columns: [String: Int]
    let values: [Value]

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
