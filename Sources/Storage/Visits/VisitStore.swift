package import Database
package import Domain

/// Keeps visits on site and what was written down there.
package enum VisitStore {
    package static func insert(_ visit: FieldVisit, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO visit (id, petition, starts_at, plan, planned_by, planned_by_name, planned_at)
            VALUES (
              \(visit.id), \(visit.petition), \(visit.plan.startsAt), \(JSONText(visit.plan)), \(visit.plannedBy), \(visit.plannedByName),
              \(visit.plannedAt))
            """)
    }

    package static func load(_ id: ID<FieldVisit>, _ tx: Transaction) throws -> FieldVisit? {
        try tx.first("SELECT \(columns) FROM visit WHERE id = \(id)", FieldVisit.init)
    }

    /// The visits in a case, newest first; at most 100.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [FieldVisit] {
        try tx.all(
            "SELECT \(columns) FROM visit WHERE petition = \(petition) ORDER BY starts_at DESC, id DESC LIMIT 100", FieldVisit.init)
    }

    /// Puts the minutes in their place. Throws `Refusal.isOver` when somebody has done so already.
    package static func close(_ id: ID<FieldVisit>, with ending: FieldVisit.Ending, _ tx: Transaction) throws {
        let changed = try tx.run(
            """
            UPDATE visit SET minutes = \(JSONText(ending.minutes)), closed_by = \(ending.by), closed_by_name = \(ending.byName),
              closed_at = \(ending.at)
            WHERE id = \(id) AND closed_at IS NULL
            """)
        if changed == 0 { throw Refusal.isOver }
    }

    /// Keeps an entry with its photo; `false` when one of that key is there already, which stays as it is.
    package static func insert(_ entry: VisitEntry, photo: NewContent?, _ tx: Transaction) throws -> Bool {
        if let photo { try AttachmentStore.keep(photo, tx) }
        return try tx.run(
            """
            INSERT INTO visit_entry (
              id, visit, key, author, author_name, taken_at, received_at, text, photo, photo_name, photo_size, photo_type)
            VALUES (
              \(entry.id), \(entry.visit), \(entry.key), \(entry.author), \(entry.authorName), \(entry.takenAt), \(entry.receivedAt),
              \(entry.text), \(photo?.hash), \(entry.photo?.name), \(entry.photo?.size), \(entry.photo?.contentType))
            ON CONFLICT (visit, key) DO NOTHING
            """) == 1
    }

    package static func entry(of visit: ID<FieldVisit>, key: String, _ tx: Transaction) throws -> VisitEntry? {
        try tx.first("SELECT \(entryColumns) FROM visit_entry WHERE visit = \(visit) AND key = \(key)", VisitEntry.init)
    }

    /// What was written down, in the order of the devices' clocks; at most 500.
    package static func entries(of visit: ID<FieldVisit>, _ tx: Transaction) throws -> [VisitEntry] {
        try tx.all(
            "SELECT \(entryColumns) FROM visit_entry WHERE visit = \(visit) ORDER BY taken_at, id LIMIT 500", VisitEntry.init)
    }

    /// A photo with its bytes; `nil` for one in which the scanner has found something.
    package static func photo(
        of entry: ID<VisitEntry>, in visit: ID<FieldVisit>, _ tx: Transaction
    ) throws -> (photo: VisitPhoto, bytes: [UInt8])? {
        try tx.first(
            """
            SELECT e.photo_name, e.photo_size, e.photo_type, c.bytes FROM visit_entry e JOIN content c ON c.hash = e.photo
            WHERE e.id = \(entry) AND e.visit = \(visit) AND \(FileStateStore.isHarmless("e.photo"))
            """
        ) { row in
            (VisitPhoto(name: try row["photo_name"], size: try row["photo_size"], contentType: try row["photo_type"]), try row["bytes"])
        }
    }

    private static let columns: SQL = """
        id, petition, plan, planned_by, planned_by_name, planned_at, minutes, closed_by, closed_by_name, closed_at
        """

    private static let entryColumns: SQL = """
        id, visit, key, author, author_name, taken_at, received_at, text, photo, photo_name, photo_size, photo_type
        """
}

extension FieldVisit {
    init(row: Row) throws {
        let plan: JSONText<VisitPlan> = try row["plan"]
        let minutes: JSONText<VisitMinutes>? = try row["minutes"]
        self.init(
            id: try row["id"], petition: try row["petition"], plan: plan.content, plannedBy: try row["planned_by"],
            plannedByName: try row["planned_by_name"], plannedAt: try row["planned_at"])
        if let minutes {
            ending = Ending(
                minutes: minutes.content, by: try row["closed_by"], byName: try row["closed_by_name"], at: try row["closed_at"])
        }
    }
}

extension VisitEntry {
    init(row: Row) throws {
        let hash: String? = try row["photo"]
        self.init(
            id: try row["id"], visit: try row["visit"], key: try row["key"], author: try row["author"], authorName: try row["author_name"],
            takenAt: try row["taken_at"], receivedAt: try row["received_at"], text: try row["text"],
            photo: hash == nil
                ? nil : VisitPhoto(name: try row["photo_name"], size: try row["photo_size"], contentType: try row["photo_type"]))
    }
}
