package import Database
package import Domain

/// Who passes cases to whom (ai chuyển cho ai), read from the hand-offs that are kept beside the cases.
package enum HandoffQueries {
    /// From one unit to another in a period: how many were offered, and what became of them.
    package struct Pair: Sendable, Equatable {
        package var from: String
        /// `nil`: back to the diagnosis desk.
        package var to: String?
        package var offered: Int
        package var waiting: Int
        package var accepted: Int
        package var returned: Int
        package var withdrawn: Int
        package var gaveBack: Int
        /// Those over which the standing deputy was asked to decide.
        package var forDecision: Int
    }

    /// A case that went to and fro.
    package struct Bounced: Sendable, Equatable {
        package var number: CaseNumber
        package var title: String
        package var lead: String
        package var state: CaseState
        package var times: Int
    }

    /// Every pair that passed anything from a day on until a day, those that passed most first.
    package static func pairs(from first: Day, to last: Day, _ tx: Transaction) throws -> [Pair] {
        try tx.all(
            """
            SELECT sender.short_name AS from_name, receiver.short_name AS to_name, count(*) AS offered,
              count(*) FILTER (WHERE handoff.state = 'waiting') AS waiting, count(*) FILTER (WHERE handoff.state = 'accepted') AS accepted,
              count(*) FILTER (WHERE handoff.state = 'returned') AS returned,
              count(*) FILTER (WHERE handoff.state = 'withdrawn') AS withdrawn,
              count(*) FILTER (WHERE handoff.state = 'gaveBack') AS gave_back,
              count(*) FILTER (WHERE handoff.state = 'forDecision') AS for_decision
            FROM handoff JOIN unit sender ON sender.id = handoff.from_unit LEFT JOIN unit receiver ON receiver.id = handoff.to_unit
            WHERE \(period(first, last))
            GROUP BY sender.id, sender.short_name, receiver.id, receiver.short_name
            ORDER BY count(*) DESC, sender.short_name, receiver.short_name LIMIT 500
            """
        ) { row in
            Pair(
                from: try row["from_name"], to: try row["to_name"], offered: try row["offered"], waiting: try row["waiting"],
                accepted: try row["accepted"], returned: try row["returned"], withdrawn: try row["withdrawn"],
                gaveBack: try row["gave_back"], forDecision: try row["for_decision"])
        }
    }

    /// The cases that were passed on most often in the period, of those that the reader may see.
    package static func bounced(
        from first: Day, to last: Day, seenBy visibility: CaseVisibility, limit: Int, _ tx: Transaction
    ) throws -> [Bounced] {
        let conditions = visibility.conditions + [period(first, last)]
        return try tx.all(
            """
            SELECT petition.number, petition.title, petition.state, unit.short_name, count(*) AS times
            FROM handoff JOIN petition ON petition.id = handoff.petition JOIN unit ON unit.id = petition.lead
            WHERE \(SQL.all(conditions))
            GROUP BY petition.id, petition.number, petition.title, petition.state, unit.short_name
            ORDER BY count(*) DESC, petition.number DESC LIMIT \(limit)
            """
        ) { row in
            Bounced(
                number: try row["number"], title: try row["title"], lead: try row["short_name"], state: try row["state"],
                times: try row["times"])
        }
    }

    private static func period(_ first: Day, _ last: Day) -> SQL {
        "handoff.at >= \(Instant(first)) AND handoff.at < \(Instant(last.adding(1)))"
    }
}
