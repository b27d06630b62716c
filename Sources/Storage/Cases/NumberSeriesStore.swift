package import Database

/// Hands out the numbers of a series, from 1, without gaps and never twice: the row is locked until the transaction ends.
package enum NumberSeriesStore {
    package static func next(_ series: String, _ tx: Transaction) throws -> Int {
        let row = try tx.row(
            """
            INSERT INTO number_series (series, last) VALUES (\(series), 1)
            ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1 RETURNING last
            """)
        guard let row else { throw UnreadableColumn(.null, expected: "the next number of a series", column: "last") }
        return try row["last"]
    }
}
