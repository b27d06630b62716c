package import Database
package import Domain

/// Keeps what decisions go by: calendar, deadline profiles, routing rules. All of it is data with dates and a source.
package enum RulesStore {
    package static func insert(_ year: CalendarFile.Year, _ tx: Transaction) throws {
        try tx.run(
            "INSERT INTO calendar_year (year, source, provisional) VALUES (\(year.year), \(year.source), \(year.provisional))")
    }

    package static func insert(_ day: SpecialDay, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO calendar_day (day, kind, name, source, provisional)
            VALUES (\(day.date), \(day.kind), \(day.name), \(day.source), \(day.provisional))
            """)
    }

    package static func insert(_ profile: DeadlineProfile, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO deadline_profile (key, resolve, refuse, ask, publish, source, valid_from, profile)
            VALUES (
              \(profile.key), \(profile.resolve), \(profile.refuse), \(profile.ask), \(profile.publish), \(profile.source),
              \(profile.validFrom), \(JSONText(profile)))
            """)
    }

    /// Takes a profile back that no case goes by yet.
    package static func remove(_ profile: DeadlineProfile, _ tx: Transaction) throws {
        try tx.run("DELETE FROM deadline_profile WHERE key = \(profile.key)")
    }

    package static func insert(_ rule: RoutingRule, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO routing_rule (id, priority, valid_from, valid_to, rule)
            VALUES (\(rule.id), \(rule.priority), \(rule.validFrom), \(rule.validTo), \(JSONText(rule)))
            """)
    }

    /// Ends a rule after its last day; one that had not begun by then is taken back.
    package static func end(_ rule: RoutingRule, last: Day, _ tx: Transaction) throws {
        if last < rule.validFrom {
            try tx.run("DELETE FROM routing_rule WHERE id = \(rule.id)")
        } else {
            var ended = rule
            ended.validTo = last
            try tx.run("UPDATE routing_rule SET valid_to = \(last), rule = \(JSONText(ended)) WHERE id = \(rule.id)")
        }
    }

    /// Notes that something here has changed, so that everyone reads it again.
    package static func noteChange(_ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO number_series (series, last) VALUES ('rules', 1)
            ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1
            """)
    }

    /// Grows with each change.
    package static func version(_ tx: Transaction) throws -> Int {
        try tx.first("SELECT last FROM number_series WHERE series = 'rules'") { try $0["last"] } ?? 0
    }

    package static func load(_ tx: Transaction) throws -> Rules {
        let days = try tx.all("SELECT day, kind, name, source, provisional FROM calendar_day ORDER BY day") { row in
            SpecialDay(
                date: try row["day"], kind: try row["kind"], name: try row["name"], source: try row["source"],
                provisional: try row["provisional"])
        }
        var years: [Int: WorkingCalendar.Coverage] = [:]
        for row in try tx.rows("SELECT year, provisional FROM calendar_year ORDER BY year") {
            let provisional: Bool = try row["provisional"]
            years[try row["year"]] = provisional ? .provisional : .decided
        }
        let profiles = try tx.all(
            "SELECT key, resolve, refuse, ask, publish, source, valid_from, profile FROM deadline_profile ORDER BY key"
        ) { row in
            let whole: JSONText<DeadlineProfile>? = try row["profile"]
            return try whole?.content ?? DeadlineProfile(
                key: try row["key"], resolve: try row["resolve"], refuse: try row["refuse"], ask: try row["ask"],
                publish: try row["publish"], source: try row["source"], validFrom: try row["valid_from"])
        }
        let routing = try tx.all("SELECT rule FROM routing_rule ORDER BY priority, id") { row in
            let rule: JSONText<RoutingRule> = try row["rule"]
            return rule.content
        }
        return Rules(calendar: WorkingCalendar(days: days, years: years), profiles: profiles, routing: routing)
    }
}

extension SpecialDay.Kind: Stored {}
