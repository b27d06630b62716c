import Database

// One row for each thing that a case says; rows are only added, so the newest match is found without sorting.
let searchMigration = Migration(
    "0005_search",
    sqlite: [
        """
        CREATE VIRTUAL TABLE search_entry USING fts5 (
          petition UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')
        """
    ],
    postgresql: [
        """
        CREATE TABLE search_entry (
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, petition TEXT NOT NULL, words TEXT NOT NULL, lexemes TSVECTOR NOT NULL)
        """,
        "CREATE INDEX search_entry_lexemes ON search_entry USING gin (lexemes)",
    ])
