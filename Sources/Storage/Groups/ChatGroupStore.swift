package import Database
package import Domain

/// Keeps the directory of groups (danh bạ nhóm Zalo), who is in them, what was said and what was posted.
package enum ChatGroupStore {
    private static let columns: SQL =
        "id, name, kind, external_id, unit, purpose, link, size, people, keeper, read_at, ended_at"

    /// Puts a group in its place, new or changed.
    package static func save(_ group: ChatGroup, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO chat_group (id, name, kind, external_id, unit, purpose, link, size, people, keeper, read_at, ended_at)
            VALUES (
              \(group.id), \(group.name), \(group.kind), \(group.externalID), \(group.unit), \(group.purpose), \(group.link), \(group.size),
              \(group.people), \(group.keeper), \(group.readAt), \(group.endedAt))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, external_id = excluded.external_id,
              unit = excluded.unit, purpose = excluded.purpose, link = excluded.link, size = excluded.size, people = excluded.people,
              keeper = excluded.keeper, read_at = excluded.read_at, ended_at = excluded.ended_at
            """)
    }

    package static func load(_ id: ID<ChatGroup>, _ tx: Transaction) throws -> ChatGroup? {
        try tx.first("SELECT \(columns) FROM chat_group WHERE id = \(id)", make)
    }

    package static func find(_ externalID: String, _ tx: Transaction) throws -> ChatGroup? {
        try tx.first("SELECT \(columns) FROM chat_group WHERE external_id = \(externalID)", make)
    }

    /// All of them, those that live first, by name.
    package static func all(_ tx: Transaction) throws -> [ChatGroup] {
        try tx.all("SELECT \(columns) FROM chat_group ORDER BY ended_at IS NOT NULL, name, id LIMIT 500", make)
    }

    private static func make(_ row: Row) throws -> ChatGroup {
        ChatGroup(
            id: try row["id"], name: try row["name"], kind: try row["kind"], externalID: try row["external_id"], unit: try row["unit"],
            purpose: try row["purpose"], link: try row["link"], size: try row["size"], people: try row["people"], keeper: try row["keeper"],
            readAt: try row["read_at"], endedAt: try row["ended_at"])
    }

    package static func replaceMembers(_ members: [ChatGroup.Member], of group: ID<ChatGroup>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM chat_group_member WHERE chat_group = \(group)")
        for member in members { try add(member, to: group, tx) }
    }

    package static func add(_ member: ChatGroup.Member, to group: ID<ChatGroup>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO chat_group_member (chat_group, person, name, is_account)
            VALUES (\(group), \(member.id), \(member.name), \(member.isAccount)) ON CONFLICT (chat_group, person) DO NOTHING
            """)
    }

    package static func remove(_ person: String, from group: ID<ChatGroup>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM chat_group_member WHERE chat_group = \(group) AND person = \(person)")
    }

    package static func members(of group: ID<ChatGroup>, _ tx: Transaction) throws -> [ChatGroup.Member] {
        try tx.all("SELECT person, name, is_account FROM chat_group_member WHERE chat_group = \(group) ORDER BY name, person LIMIT 1000") {
            ChatGroup.Member(id: try $0["person"], name: try $0["name"], isAccount: try $0["is_account"])
        }
    }

    package static func name(of person: String, in group: ID<ChatGroup>, _ tx: Transaction) throws -> String? {
        try tx.first("SELECT name FROM chat_group_member WHERE chat_group = \(group) AND person = \(person)") { try $0["name"] }
    }
}

extension ChatGroup.Kind: Stored {}

/// Keeps what was said in the groups that the account owns, and what was posted into them.
package enum ChatGroupTalkStore {
    package static func keep(_ message: Message, in group: ID<ChatGroup>, _ tx: Transaction) throws {
        try MessageStore.insert(message, tx)
        try tx.run(
            "INSERT INTO chat_group_message (message, chat_group, at) VALUES (\(message.id), \(group), \(message.at))")
    }

    /// What an officer took down belongs to its group and to the case that was made of it.
    package static func link(_ message: Message, in group: ID<ChatGroup>, to petition: ID<Case>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO chat_group_message (message, chat_group, at, petition)
            VALUES (\(message.id), \(group), \(message.at), \(petition))
            """)
    }

    /// What was said, newest first.
    package static func newest(of group: ID<ChatGroup>, limit: Int, _ tx: Transaction) throws -> [GroupLine] {
        let rows = try tx.all(
            """
            SELECT m.id, m.text, m.at, m.direction, m.author, c.display, g.petition,
              (SELECT count(*) FROM attachment a WHERE a.message = m.id) AS files
            FROM chat_group_message g JOIN message m ON m.id = g.message JOIN contact c ON c.id = m.contact
            WHERE g.chat_group = \(group) ORDER BY g.at DESC, g.message DESC LIMIT \(limit)
            """
        ) { row in
            let author: String? = try row["author"]
            let line = GroupLine(
                message: try row["id"], who: try author ?? row["display"], text: try row["text"], at: try row["at"], files: try row["files"],
                isOurs: try row["direction"] == Message.Direction.outbound)
            return (line, try row["petition"] as ID<Case>?)
        }
        return try rows.map { line, petition in
            guard let petition = try petition.flatMap({ try CaseStore.load($0, tx) }) else { return line }
            var line = line
            (line.number, line.subject) = (petition.number, petition.subject)
            return line
        }
    }

    /// One line of a group that belongs to no case yet.
    package static func free(_ message: ID<Message>, in group: ID<ChatGroup>, _ tx: Transaction) throws -> GroupLine? {
        try tx.first(
            """
            SELECT m.id, m.text, m.at, m.direction, m.author, c.display,
              (SELECT count(*) FROM attachment a WHERE a.message = m.id) AS files
            FROM chat_group_message g JOIN message m ON m.id = g.message JOIN contact c ON c.id = m.contact
            WHERE g.message = \(message) AND g.chat_group = \(group) AND g.petition IS NULL AND m.direction = 'in'
            """
        ) { row in
            GroupLine(
                message: try row["id"], who: try row["display"], text: try row["text"], at: try row["at"], files: try row["files"],
                isOurs: false)
        }
    }

    /// A line has become part of a case; what hangs on it goes to that message of the case, where there is one.
    package static func bind(_ line: ID<Message>, to petition: ID<Case>, as message: ID<Message>?, _ tx: Transaction) throws {
        try tx.run("UPDATE chat_group_message SET petition = \(petition) WHERE message = \(line)")
        if let message { try tx.run("UPDATE attachment SET message = \(message) WHERE message = \(line)") }
    }

    package static func note(post: ID<Outgoing>, in group: ID<ChatGroup>, by account: ID<Account>?, _ tx: Transaction) throws {
        try tx.run("INSERT INTO chat_group_post (outgoing, chat_group, account) VALUES (\(post), \(group), \(account))")
    }

    /// What was posted, newest first, with how it fared.
    package static func posts(in group: ID<ChatGroup>, limit: Int, _ tx: Transaction) throws -> [GroupPost] {
        try tx.all(
            """
            SELECT o.text, o.state, o.reason, o.created_at, o.sent_at, a.name FROM chat_group_post g JOIN outbox o ON o.id = g.outgoing
              LEFT JOIN account a ON a.id = g.account
            WHERE g.chat_group = \(group) ORDER BY g.outgoing DESC LIMIT \(limit)
            """
        ) { row in
            GroupPost(
                text: try row["text"], state: try row["state"], reason: try row["reason"], createdAt: try row["created_at"],
                sentAt: try row["sent_at"], author: try row["name"])
        }
    }
}

/// A line of what was said in a group.
package struct GroupLine: Sendable, Equatable {
    package var message: ID<Message>
    package var who: String
    package var text: String
    package var at: Instant
    package var files: Int
    package var isOurs: Bool
    /// The case that was made of it, or that it was noted in, and what rights depend on in that.
    package var number: CaseNumber?
    package var subject: CaseSubject?

    /// The same for an actor: words that have become a case are seen by whoever may open that case, and of others' it shows only that
    /// something was said.
    package func seen(by actor: Actor) -> GroupLine {
        guard let subject, !Rights.allow(actor, .view, on: subject) else { return self }
        var line = self
        (line.who, line.text, line.files, line.number) = ("", "", 0, nil)
        return line
    }
}

/// A notice that was posted into a group.
package struct GroupPost: Sendable, Equatable {
    package var text: String
    package var state: OutboxEntry.State
    package var reason: String?
    package var createdAt: Instant
    package var sentAt: Instant?
    package var author: String?
}
