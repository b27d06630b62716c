package import Database
package import Domain

/// Reads what only a person can do to reach a sender, in the shape of the pages that show it.
package enum ReplyTaskQueries {
    /// Which tasks a list shows.
    package enum Choice: String, CaseIterable, Sendable {
        /// My own, and what waits for whoever comes.
        case mine
        case all
        case late
        /// Settled ones, newest first.
        case done
    }

    /// Tasks that an account may see, most pressing first.
    package static func list(_ choice: Choice, for account: Account, at now: Instant, limit: Int, _ tx: Transaction) throws -> [ReplyTaskRow] {
        guard let conditions = conditions(choice, account, now) else { return [] }
        let order: SQL = choice == .done ? "t.done_at DESC, t.id DESC" : "t.due_at, t.id"
        return try tx.all(
            """
            SELECT \(columns), p.number, contact.display, contact.person, account.name AS account_name
            FROM reply_task t JOIN contact ON contact.id = t.contact LEFT JOIN petition p ON p.id = t.petition
              LEFT JOIN account ON account.id = t.account
            WHERE \(SQL.all(conditions)) ORDER BY \(order) LIMIT \(limit)
            """, ReplyTaskRow.init)
    }

    package static func count(_ choice: Choice, for account: Account, at now: Instant, _ tx: Transaction) throws -> Int {
        guard let conditions = conditions(choice, account, now) else { return 0 }
        return try tx.count("SELECT count(*) AS n FROM reply_task t WHERE \(SQL.all(conditions))")
    }

    /// Whether somebody may see a task: whoever may see its case; without one, whoever takes in.
    package static func isSeen(_ task: ReplyTask, by actor: Actor, _ tx: Transaction) throws -> Bool {
        guard let petition = try task.petition.flatMap({ try CaseStore.load($0, tx) }) else { return Rights.allowSomewhere(actor, .takeIn) }
        return Rights.allow(actor, .view, on: petition.subject)
    }

    private static let columns = SQL(
        trusted: ReplyTaskStore.columnNames.split(separator: ", ").map { "t.\($0)" }.joined(separator: ", "))

    private static func conditions(_ choice: Choice, _ account: Account, _ now: Instant) -> [SQL]? {
        guard let visibility = CaseVisibility(of: account) else { return nil }
        let seen: SQL = "EXISTS (SELECT 1 FROM petition WHERE petition.id = t.petition AND \(SQL.all(visibility.conditions)))"
        let takesIn = Rights.allow(.staff(account), .takeIn)
        var all: [SQL] = [takesIn ? "(t.petition IS NULL OR \(seen))" : seen]
        switch choice {
        case .mine:
            // What nobody took yet is the intake desk's.
            all += ["t.done_at IS NULL", takesIn ? "(t.account = \(account.id) OR t.account IS NULL)" : "t.account = \(account.id)"]
        case .all: all.append("t.done_at IS NULL")
        case .late: all += ["t.done_at IS NULL", "t.due_at < \(now)"]
        case .done: all.append("t.done_at IS NOT NULL")
        }
        return all
    }
}

/// A line of the list.
package struct ReplyTaskRow: Sendable {
    package var task: ReplyTask
    package var number: CaseNumber?
    package var sender: String
    package var person: Contact.Person
    package var accountName: String?

    init(row: Row) throws {
        let person: JSONText<Contact.Person> = try row["person"]
        task = try ReplyTaskStore.make(row)
        number = try row["number"]
        sender = try row["display"]
        self.person = person.content
        accountName = try row["account_name"]
    }
}
