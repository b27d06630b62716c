import Database

// Duplicates. `merged_into` leads from a duplicate to its main case as long as that is dealt with for both; `is_open` is 0 then, because
// the duplicate lies on no desk. It names no table, so that a store can be moved row by row. The whole of the merger stands in `merger`,
// also when both were answered. The spans say from when until when a case was dealt with in which other one: the figures of a past week
// count what was late once.
let mergingMigration = Migration(
    "0018_merging",
    [
        "ALTER TABLE petition ADD COLUMN merger JSON",
        "ALTER TABLE petition ADD COLUMN merged_into TEXT",
        "CREATE INDEX petition_merged ON petition (merged_into, received_at, id) WHERE merged_into IS NOT NULL",
        """
        CREATE TABLE merger_span (
          petition TEXT NOT NULL REFERENCES petition (id), main TEXT NOT NULL REFERENCES petition (id), from_at INSTANT NOT NULL,
          until_at INSTANT NOT NULL)
        """,
        "CREATE INDEX merger_span_petition ON merger_span (petition, until_at, from_at)",
        // Two cases that somebody has looked at and found to be different, the smaller id first.
        """
        CREATE TABLE not_duplicate (
          first TEXT NOT NULL REFERENCES petition (id), second TEXT NOT NULL REFERENCES petition (id),
          account TEXT NOT NULL REFERENCES account (id), at INSTANT NOT NULL, PRIMARY KEY (first, second), CHECK (first < second))
        """,
        "CREATE INDEX not_duplicate_second ON not_duplicate (second)",
        // Which messages brought the same file.
        "CREATE INDEX attachment_content ON attachment (content, message) WHERE content IS NOT NULL",
    ])
