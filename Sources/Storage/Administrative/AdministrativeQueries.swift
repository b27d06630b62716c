package import Database
package import Domain

/// Asks the state's map.
package enum AdministrativeQueries {
    package static func unit(_ code: AdministrativeCode, _ tx: Transaction) throws -> AdministrativeUnit? {
        try tx.first(
            """
            SELECT \(columns) FROM administrative_unit u
            WHERE u.classification = \(code.classification) AND u.code = \(code.digits)
            """, make)
    }

    /// All units that bear these digits, the older classification first: more than one when the code was given anew.
    package static func meanings(of digits: String, _ tx: Transaction) throws -> [AdministrativeUnit] {
        try tx.all(
            "SELECT \(columns) FROM administrative_unit u WHERE u.code = \(digits) ORDER BY u.classification DESC LIMIT 10", make)
    }

    /// The units directly below one, by code; at most 2,000.
    package static func children(of code: AdministrativeCode, _ tx: Transaction) throws -> [AdministrativeUnit] {
        try tx.all(
            """
            SELECT \(columns) FROM administrative_unit u
            WHERE u.classification = \(code.classification) AND u.parent = \(code.digits) ORDER BY u.code LIMIT 2000
            """, make)
    }

    /// What became of a unit (`AdministrativeMap.fate`).
    package static func fate(of code: AdministrativeCode, _ tx: Transaction) throws -> AdministrativeFate {
        let own = try tx.all(
            """
            SELECT \(columns), s.share FROM administrative_succession s
            JOIN administrative_unit u ON u.classification = s.to_classification AND u.code = s.to_code
            WHERE s.from_classification = \(code.classification) AND s.from_code = \(code.digits)
            ORDER BY CASE s.share WHEN 'part' THEN 1 ELSE 0 END, u.code LIMIT 2000
            """
        ) { (unit: try make($0), share: try $0["share"] as AdministrativeSuccession.Share) }
        if !own.isEmpty { return AdministrativeFate(own: own, communes: []) }
        let communes = try tx.all(
            """
            SELECT DISTINCT \(columns) FROM administrative_unit below
            JOIN administrative_succession s ON s.from_classification = below.classification AND s.from_code = below.code
            JOIN administrative_unit u ON u.classification = s.to_classification AND u.code = s.to_code
            WHERE below.classification = \(code.classification) AND below.parent = \(code.digits)
            AND below.tier = \(AdministrativeLevel.commune) ORDER BY u.code LIMIT 2000
            """, make)
        return AdministrativeFate(own: [], communes: communes)
    }

    /// What a unit was made of, by code (`AdministrativeMap.origins`).
    package static func origins(of code: AdministrativeCode, _ tx: Transaction) throws -> [AdministrativeOrigin] {
        try tx.all(
            """
            SELECT \(columns), s.share FROM administrative_succession s
            JOIN administrative_unit u ON u.classification = s.from_classification AND u.code = s.from_code
            WHERE s.to_classification = \(code.classification) AND s.to_code = \(code.digits) ORDER BY u.code LIMIT 2000
            """
        ) { AdministrativeOrigin(unit: try make($0), share: try $0["share"]) }
    }

    /// Units in whose names these words stand, one behind the other, the last as far as it is typed; with or without marks, by their
    /// own name. No words find nothing.
    /// - Parameters:
    ///   - last: the unit behind which the list goes on.
    ///   - limit: at most 200.
    package static func find(
        _ text: String, in classification: AdministrativeClassification? = nil, after last: AdministrativeUnit? = nil, limit: Int = 50,
        _ tx: Transaction
    ) throws -> [AdministrativeUnit] {
        // Search words are letters and digits alone, so that nothing in them is a sign of LIKE.
        let words = text.searchWords.joined(separator: " ")
        if words.isEmpty { return [] }
        var conditions: [SQL] = ["u.words LIKE \("% \(words)%")"]
        if let classification { conditions.append("u.classification = \(classification)") }
        if let last {
            conditions.append(
                "(u.sorted_by, u.classification, u.code) > (\(last.ownName.folded), \(last.code.classification), \(last.code.digits))")
        }
        return try tx.all(
            """
            SELECT \(columns) FROM administrative_unit u WHERE \(SQL.all(conditions))
            ORDER BY u.sorted_by, u.classification, u.code LIMIT \(min(max(limit, 1), 200))
            """, make)
    }

    /// How many units of a kind a classification has.
    package struct Count: Sendable, Equatable {
        package var classification: AdministrativeClassification
        package var kind: AdministrativeUnit.Kind
        package var count: Int

        package init(classification: AdministrativeClassification, kind: AdministrativeUnit.Kind, count: Int) {
            self.classification = classification
            self.kind = kind
            self.count = count
        }
    }

    /// All counts, the older classification and the higher level first.
    package static func counts(_ tx: Transaction) throws -> [Count] {
        try tx.all(
            """
            SELECT u.classification, u.tier, u.kind, count(*) AS n FROM administrative_unit u
            GROUP BY u.classification, u.tier, u.kind ORDER BY u.classification DESC, u.tier, u.kind
            """
        ) { Count(classification: try $0["classification"], kind: try $0["kind"], count: try $0["n"]) }
    }

    private static let columns = AdministrativeStore.columns

    private static func make(_ row: Row) throws -> AdministrativeUnit { try row.administrativeUnit() }
}
