package import Database
package import Domain

/// Reads common causes in the shape of their pages.
package enum CauseQueries {
    /// A cause in a list.
    package struct Line: Sendable, Equatable {
        package var cause: CommonCause
        package var lead: String
        package var members: Int
        package var openMembers: Int
    }

    /// Where a page of the list ended.
    package struct Cursor: Sendable, Equatable {
        package var openedAt: Instant
        package var id: ID<CommonCause>

        package init(openedAt: Instant, id: ID<CommonCause>) {
            self.openedAt = openedAt
            self.id = id
        }
    }

    /// Causes, newest first.
    /// - Parameters:
    ///   - states: only those in one of them.
    ///   - leads: only those led by one of the units; `nil`: all.
    package static func list(
        _ states: [CommonCause.State], leads: [ID<Domain.Unit>]?, after cursor: Cursor?, limit: Int, _ tx: Transaction
    ) throws -> [Line] {
        var conditions: [SQL] = ["cause.state IN \(SQL.list(states))"]
        if let leads { conditions.append("cause.lead IN \(SQL.list(leads))") }
        if let cursor { conditions.append("(cause.opened_at, cause.id) < (\(cursor.openedAt), \(cursor.id))") }
        return try tx.all(
            """
            SELECT \(CauseStore.columns), unit.short_name AS lead_name,
              (SELECT count(*) FROM petition WHERE petition.cause = cause.id) AS members,
              (SELECT count(*) FROM petition WHERE petition.cause = cause.id AND petition.is_open = 1) AS open_members
            FROM cause JOIN unit ON unit.id = cause.lead WHERE \(SQL.all(conditions))
            ORDER BY cause.opened_at DESC, cause.id DESC LIMIT \(limit)
            """
        ) { row in
            Line(cause: try CauseStore.make(row), lead: try row["lead_name"], members: try row["members"], openMembers: try row["open_members"])
        }
    }

    /// Causes whose last answer has not reached everyone yet, oldest first.
    package static func delivering(limit: Int, _ tx: Transaction) throws -> [ID<CommonCause>] {
        try tx.all("SELECT id FROM cause WHERE is_delivering = 1 ORDER BY opened_at, id LIMIT \(limit)") { try $0["id"] }
    }

    /// The open cases of a cause, by receipt.
    package static func openMembers(of cause: ID<CommonCause>, _ tx: Transaction) throws -> [Case] {
        let ids = try tx.all(
            "SELECT id FROM petition WHERE cause = \(cause) AND is_open = 1 ORDER BY received_at, id"
        ) { row -> ID<Case> in try row["id"] }
        return try ids.compactMap { try CaseStore.load($0, tx) }
    }
}

extension CauseQueries {
    /// How the answer to all of a cause stands with one of its senders (tình trạng gửi).
    package enum Delivery: String, CaseIterable, Sendable {
        /// No answer to this case yet.
        case none
        /// Nothing to send to: the sender reads it by his code, or it is handed over.
        case noAddress
        case waiting, sent, failed
        /// No machine reaches him: a person calls or writes.
        case person
        /// The sender was not content: the case is handled for itself.
        case ownWay
    }

    /// A member as the page of its cause shows it.
    package struct Member: Sendable, Equatable {
        package var row: CaseRow
        package var version: Int
        package var delivery: Delivery
        /// When the message went out.
        package var sentAt: Instant?
        /// Why it could not be sent.
        package var reason: String?
    }

    /// The cases of a cause in the order of their receipt, those that the reader may see.
    package static func members(
        of cause: ID<CommonCause>, visibility: CaseVisibility, after: CaseCursor?, limit: Int, _ tx: Transaction
    ) throws -> [Member] {
        var conditions: [SQL] = ["petition.cause = \(cause)"] + visibility.conditions
        if let after { conditions.append("(petition.received_at, petition.id) > (\(after.at), \(after.id))") }
        return try tx.all(
            """
            SELECT \(CaseRow.columns), petition.version, petition.work, answer.state AS sending, answer.reason, answer.sent_at
            FROM petition \(CaseRow.names)
            LEFT JOIN outbox AS answer ON answer.id = (
              SELECT id FROM outbox WHERE outbox.petition = petition.id
                AND (outbox.created_at = petition.answered_at OR (outbox.created_at > petition.answered_at AND outbox.weight = 'reply'))
              ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'waiting' THEN 1 WHEN 'sent' THEN 2 ELSE 3 END, id LIMIT 1)
            WHERE \(SQL.all(conditions)) ORDER BY petition.received_at, petition.id LIMIT \(limit)
            """
        ) { row in
            let work: JSONText<CaseWork>? = try row["work"]
            let line = try CaseRow(row: row)
            let sending: OutboxEntry.State? = try row["sending"]
            return Member(
                row: line, version: try row["version"], delivery: delivery(line, work?.content ?? CaseWork(), sending),
                sentAt: try row["sent_at"], reason: try row["reason"])
        }
    }

    private static func delivery(_ row: CaseRow, _ work: CaseWork, _ sending: OutboxEntry.State?) -> Delivery {
        if work.hasOwnWay { return .ownWay }
        if work.commonRound == 0 || row.answeredAt == nil { return .none }
        return switch sending {
        case nil: .noAddress
        case .waiting: .waiting
        case .sent: .sent
        case .failed: .failed
        case .replaced: .person
        }
    }

    /// How many members stand how; adds up to all of them.
    package static func deliveries(of cause: ID<CommonCause>, _ tx: Transaction) throws -> [Delivery: Int] {
        var counts: [Delivery: Int] = [:]
        var last: CaseCursor?
        repeat {
            let members = try members(of: cause, visibility: .everything, after: last, limit: 500, tx)
            for member in members { counts[member.delivery, default: 0] += 1 }
            last = members.count < 500 ? nil : members.last?.row.cursor(byDueDate: false)
        } while last != nil
        return counts
    }
}
