package import Database
package import Domain

/// Keeps what only a person can do to reach a sender (việc liên hệ lại).
package enum ReplyTaskStore {
    package static func insert(_ task: ReplyTask, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO reply_task (
              id, kind, channel, contact, petition, text, asks, reason, due_at, account, created_at, attempts, done, done_at)
            VALUES (
              \(task.id), \(task.kind), \(task.channel), \(task.contact), \(task.petition), \(task.text), \(task.asks), \(task.reason),
              \(task.dueAt), \(task.account), \(task.createdAt), \(JSONText(task.attempts)), \(task.done.map { JSONText($0) }), \(task.done?.at))
            """)
    }

    package static func save(_ task: ReplyTask, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE reply_task SET due_at = \(task.dueAt), account = \(task.account), attempts = \(JSONText(task.attempts)),
              done = \(task.done.map { JSONText($0) }), done_at = \(task.done?.at)
            WHERE id = \(task.id)
            """)
    }

    package static func load(_ id: ID<ReplyTask>, _ tx: Transaction) throws -> ReplyTask? {
        try tx.first("SELECT \(columns) FROM reply_task WHERE id = \(id)", make)
    }

    /// Of a case, oldest first.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [ReplyTask] {
        try tx.all("SELECT \(columns) FROM reply_task WHERE petition = \(petition) ORDER BY created_at, id LIMIT 200", make)
    }

    static let columnNames = "id, kind, channel, contact, petition, text, asks, reason, due_at, account, created_at, attempts, done"

    private static let columns = SQL(trusted: columnNames)

    package static func make(_ row: Row) throws -> ReplyTask {
        let attempts: JSONText<[ReplyTask.Attempt]> = try row["attempts"]
        let done: JSONText<ReplyTask.Done>? = try row["done"]
        return ReplyTask(
            id: try row["id"], kind: try row["kind"], channel: try row["channel"], contact: try row["contact"],
            petition: try row["petition"], text: try row["text"], asks: try row["asks"], reason: try row["reason"],
            dueAt: try row["due_at"], account: try row["account"], createdAt: try row["created_at"], attempts: attempts.content, done: done?.content)
    }
}

extension ReplyTask.Kind: Stored {}
