import Database

/// The tables of the store in the order of what refers to what, each with the columns that order its rows. A test compares this
/// with the schema, so that a new table is not left behind by a move.
struct StoreTable: Sendable {
    let name: String
    /// Columns that tell rows apart; where a table has no key, all of them.
    let key: [String]
    /// The column by which a row refers to another one of the same table.
    var parent: String?

    static let all: [StoreTable] = [
        StoreTable("unit", ["id"], parent: "parent"), StoreTable("account", ["id"]), StoreTable("content", ["hash"]),
        StoreTable("file_state", ["content"]), StoreTable("file_copy", ["content", "form"]), StoreTable("scanner_health", ["scanner"]),
        StoreTable("paper", ["id"]), StoreTable("team", ["id"]),
        StoreTable("team_member", ["team", "position"]),
        StoreTable("field", ["code"]), StoreTable("area", ["code"]), StoreTable("place", ["name"]), StoreTable("routing_rule", ["id"]),
        StoreTable("calendar_day", ["day"]), StoreTable("calendar_year", ["year"]), StoreTable("deadline_profile", ["key"]),
        StoreTable("number_series", ["series"]), StoreTable("session", ["token"]),
        StoreTable("invitation", ["token"]), StoreTable("contact", ["id"]), StoreTable("submission", ["id"]),
        StoreTable("cause", ["id"]), StoreTable("cause_event", ["cause", "position"]), StoreTable("petition", ["id"]), StoreTable("message", ["id"]),
        StoreTable("attachment", ["id"]), StoreTable("case_event", ["petition", "position"]),
        StoreTable("stand", ["petition", "from_at", "counts_as"]), StoreTable("due_span", ["petition", "from_at", "until_at", "due_at"]),
        StoreTable("pause_span", ["petition", "from_at", "until_at"]), StoreTable("hook_delivery", ["id"]), StoreTable("outbox", ["id"]),
        StoreTable("unit_version", ["unit", "valid_from"]), StoreTable("unit_succession", ["from_unit", "position"]),
        StoreTable("reorganisation", ["id"]), StoreTable("organisation_event", ["id"]), StoreTable("mandate", ["id"]),
        StoreTable("regulation", ["id"]), StoreTable("lead_span", ["petition", "from_at", "until_at", "unit"]),
        StoreTable("consultation", ["petition", "position"]), StoreTable("handoff", ["petition", "position"]),
        StoreTable("urging", ["petition", "due_at", "warning"]),
        StoreTable("case_party", ["petition", "unit"]), StoreTable("case_reader", ["petition", "account"]),
        StoreTable("look", ["petition", "at", "account"]), StoreTable("compartment_reader", ["team", "account"]),
        StoreTable("presence", ["petition", "account"]), StoreTable("saved_view", ["id"]), StoreTable("visit", ["id"]),
        StoreTable("visit_entry", ["id"]), StoreTable("recomputation", ["id"]),
        StoreTable("merger_span", ["petition", "from_at", "until_at"]),
        StoreTable("not_duplicate", ["first", "second"]), StoreTable("channel_health", ["channel"]), StoreTable("channel_token", ["channel"]),
        StoreTable("channel_fault", ["channel", "part"]),
        StoreTable("mailbox", ["mailbox"]),
        // By tier before the code: a unit comes after the one that it refers to.
        StoreTable("administrative_unit", ["classification", "tier", "code"]),
        StoreTable("administrative_succession", ["from_classification", "from_code", "to_classification", "to_code"]),
        StoreTable("likeness_case", ["petition"]), StoreTable("likeness_term", ["term", "petition"]),
        StoreTable("likeness_frequency", ["term"]), StoreTable("reply_template", ["id"]),
        StoreTable("reply_task", ["id"]), StoreTable("channel_text", ["channel", "purpose"]),
        StoreTable("import_mapping", ["id"]), StoreTable("petition_import", ["id"]), StoreTable("petition_import_file", ["import"]),
        StoreTable("petition_import_row", ["import", "line"]),
        StoreTable("interaction", ["id"]), StoreTable("paper_letter", ["id"]),
        StoreTable("zalo_grant", ["state"]), StoreTable("zalo_account", ["oa_id"]),
        StoreTable("zalo_round", ["oa_id", "part"]),
        StoreTable("channel_event_count", ["channel", "name", "day"]), StoreTable("zalo_profile", ["contact"]),
        StoreTable("withdrawal", ["contact"]), StoreTable("zalo_day", ["day"]), StoreTable("chat_group", ["id"]),
        StoreTable("chat_group_member", ["chat_group", "person"]), StoreTable("chat_group_message", ["message"]),
        StoreTable("chat_group_post", ["outgoing"]),
    ]

    private init(_ name: String, _ key: [String], parent: String? = nil) {
        self.name = name
        self.key = key
        self.parent = parent
    }

    func each(_ tx: Transaction, _ body: (Row) throws -> Void) throws {
        try tx.each("SELECT * FROM \(SQL(trusted: name)) ORDER BY \(SQL(trusted: key.joined(separator: ", ")))", body)
    }

    func insert(_ row: Row, _ tx: Transaction) throws {
        let values = SQL.joined(row.content.map { value -> SQL in "\(value)" }, by: ", ") ?? ""
        try tx.run("INSERT INTO \(SQL(trusted: name)) (\(SQL(trusted: row.names.joined(separator: ", ")))) VALUES (\(values))")
    }
}
