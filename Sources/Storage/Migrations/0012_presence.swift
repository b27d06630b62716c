import Database

// What belongs to the work on the desks and in the field: who has which case before him, the lists that a person keeps, visits on site.
let presenceMigration = Migration(
    "0012_presence",
    [
        // Never part of a case: no version, no journal.
        """
        CREATE TABLE presence (
          petition TEXT NOT NULL REFERENCES petition (id), account TEXT NOT NULL REFERENCES account (id),
          activity TEXT NOT NULL CHECK (activity IN ('view', 'edit')), seen_at INSTANT NOT NULL, PRIMARY KEY (petition, account))
        """,
        "CREATE INDEX presence_seen ON presence (seen_at, petition)",
        """
        CREATE TABLE saved_view (
          id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (id), name TEXT NOT NULL, query TEXT NOT NULL,
          position NUMBER NOT NULL)
        """,
        "CREATE INDEX saved_view_account ON saved_view (account, position)",
        """
        CREATE TABLE visit (
          id TEXT PRIMARY KEY, petition TEXT NOT NULL REFERENCES petition (id), starts_at INSTANT NOT NULL, plan JSON NOT NULL,
          planned_by TEXT NOT NULL REFERENCES account (id), planned_by_name TEXT NOT NULL, planned_at INSTANT NOT NULL, minutes JSON,
          closed_by TEXT REFERENCES account (id), closed_by_name TEXT, closed_at INSTANT,
          CHECK ((minutes IS NULL) = (closed_at IS NULL) AND (minutes IS NULL) = (closed_by IS NULL)))
        """,
        "CREATE INDEX visit_petition ON visit (petition, starts_at)",
        // The key is made on the device: what is sent again after a lost answer finds its own row.
        """
        CREATE TABLE visit_entry (
          id TEXT PRIMARY KEY, visit TEXT NOT NULL REFERENCES visit (id), key TEXT NOT NULL,
          author TEXT NOT NULL REFERENCES account (id), author_name TEXT NOT NULL, taken_at INSTANT NOT NULL,
          received_at INSTANT NOT NULL, text TEXT NOT NULL, photo TEXT REFERENCES content (hash), photo_name TEXT, photo_size NUMBER,
          photo_type TEXT, UNIQUE (visit, key), CHECK (text <> '' OR photo IS NOT NULL))
        """,
        "CREATE INDEX visit_entry_order ON visit_entry (visit, taken_at, id)",
    ])
