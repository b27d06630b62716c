import Database

// Changes of the calendar on their way through the open cases.
let recomputationMigration = Migration(
    "0013_recomputation",
    [
        """
        CREATE TABLE recomputation (
          id TEXT PRIMARY KEY, day TEXT NOT NULL, reason TEXT NOT NULL, account TEXT REFERENCES account (id), at INSTANT NOT NULL,
          seen NUMBER NOT NULL, changed NUMBER NOT NULL, last_case TEXT REFERENCES petition (id), done_at INSTANT)
        """,
        "CREATE INDEX recomputation_waiting ON recomputation (id) WHERE done_at IS NULL",
    ])
