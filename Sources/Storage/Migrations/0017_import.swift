import Database

// Lists of petitions from other systems. The file waits here between the look and the import, and stays as what the cases rest on.
// `places` says which column holds what; a mapping is remembered by the channel and the heads of the list (`layout`, a hash of them).
let importMigration = Migration(
    "0017_import",
    [
        """
        CREATE TABLE import_mapping (
          id TEXT PRIMARY KEY, channel TEXT NOT NULL, layout TEXT NOT NULL, name TEXT NOT NULL, places TEXT NOT NULL,
          used_at INSTANT NOT NULL, UNIQUE (channel, layout))
        """,
        """
        CREATE TABLE petition_import (
          id TEXT PRIMARY KEY, channel TEXT NOT NULL, list TEXT NOT NULL, file_name TEXT NOT NULL, hash TEXT NOT NULL, size NUMBER NOT NULL,
          layout TEXT NOT NULL, day TEXT, places TEXT NOT NULL, mapping_name TEXT NOT NULL, leaves_answered FLAG NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'done')), account TEXT REFERENCES account (id), account_name TEXT NOT NULL,
          at INSTANT NOT NULL, counts JSON)
        """,
        "CREATE INDEX petition_import_newest ON petition_import (at DESC, id DESC)",
        "CREATE TABLE petition_import_file (import TEXT PRIMARY KEY REFERENCES petition_import (id), bytes BYTES NOT NULL)",
        // `petition` is the case that the row made or that it was known as.
        """
        CREATE TABLE petition_import_row (
          import TEXT NOT NULL REFERENCES petition_import (id), line NUMBER NOT NULL,
          fate TEXT NOT NULL CHECK (fate IN ('new', 'known', 'repeated', 'left')), petition TEXT REFERENCES petition (id),
          number TEXT NOT NULL, remarks JSON NOT NULL, PRIMARY KEY (import, line))
        """,
        "CREATE INDEX petition_import_row_petition ON petition_import_row (petition)",
    ])
