package import Database
package import Domain

/// The figures of the Official Account by day (seed 001: followers, article views, messages).
package enum ZaloDayStore {
    /// What the platform says today; it tells no past.
    package static func note(followers: Int?, articles: ZaloArticles?, on day: Day, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO zalo_day (day, followers, articles, article_views, messages_in, messages_out)
            VALUES (\(day), \(followers), \(articles?.count), \(articles?.views), 0, 0)
            ON CONFLICT (day) DO UPDATE SET followers = COALESCE(excluded.followers, zalo_day.followers),
              articles = COALESCE(excluded.articles, zalo_day.articles),
              article_views = COALESCE(excluded.article_views, zalo_day.article_views)
            """)
    }

    /// Counts the messages of all days since one again, from what is kept of them.
    package static func recount(since first: Day, _ tx: Transaction) throws {
        let from = Instant(first)
        let counts = try tx.all(
            """
            SELECT number, CAST(sum(came) AS BIGINT) AS came, CAST(sum(went) AS BIGINT) AS went FROM (
              SELECT (at + 25200000) / 86400000 AS number, CASE WHEN direction = 'in' THEN 1 ELSE 0 END AS came,
                CASE WHEN direction = 'out' THEN 1 ELSE 0 END AS went
              FROM message WHERE channel = 'zalo' AND at >= \(from)
              UNION ALL
              SELECT (sent_at + 25200000) / 86400000 AS number, 0 AS came, 1 AS went
              FROM outbox WHERE channel = 'zalo' AND sent_at IS NOT NULL AND sent_at >= \(from)
            ) AS written GROUP BY number ORDER BY number
            """
        ) { row in (day: Day(number: try row["number"]), came: try row["came"] as Int, went: try row["went"] as Int) }
        for count in counts {
            try tx.run(
                """
                INSERT INTO zalo_day (day, messages_in, messages_out) VALUES (\(count.day), \(count.came), \(count.went))
                ON CONFLICT (day) DO UPDATE SET messages_in = excluded.messages_in, messages_out = excluded.messages_out
                """)
        }
    }

    package static func isEmpty(_ tx: Transaction) throws -> Bool { try tx.row("SELECT 1 AS one FROM zalo_day LIMIT 1") == nil }

    /// The newest days, newest first.
    package static func newest(_ limit: Int, _ tx: Transaction) throws -> [ZaloDay] {
        try tx.all(
            """
            SELECT day, followers, articles, article_views, messages_in, messages_out FROM zalo_day ORDER BY day DESC LIMIT \(limit)
            """
        ) { row in
            ZaloDay(
                day: try row["day"], followers: try row["followers"], articles: try row["articles"], articleViews: try row["article_views"],
                messagesIn: try row["messages_in"], messagesOut: try row["messages_out"])
        }
    }

    /// All messages that are kept, in and out.
    package static func messages(_ tx: Transaction) throws -> (came: Int, went: Int) {
        try tx.first(
            "SELECT CAST(COALESCE(sum(messages_in), 0) AS BIGINT) AS came, CAST(COALESCE(sum(messages_out), 0) AS BIGINT) AS went FROM zalo_day"
        ) { (came: try $0["came"], went: try $0["went"]) } ?? (0, 0)
    }
}

/// The figures of one day; what the platform said at its end is `nil` where nobody asked.
package struct ZaloDay: Sendable, Equatable {
    package var day: Day
    package var followers: Int?
    package var articles: Int?
    package var articleViews: Int?
    package var messagesIn: Int
    package var messagesOut: Int
}
