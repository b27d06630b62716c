import Database

// One entry for each case instead of one for each thing that it says: words that all must occur may then stand in different
// messages, and entries lie in the order in which the cases came, so that the newest matches are read without sorting. Between two
// messages stands U+E000, a word that nobody types, so that no phrase runs from one into the next.
let searchOrderMigration = Migration(
    "0007_search_order",
    sqlite: [
        "ALTER TABLE search_entry RENAME TO search_old",
        "CREATE TABLE search_entry (id INTEGER PRIMARY KEY, petition TEXT NOT NULL UNIQUE, words TEXT NOT NULL)",
        """
        INSERT INTO search_entry (petition, words) SELECT petition, group_concat(words, ' \u{E000} ')
        FROM (SELECT petition, words, rowid AS place FROM search_old ORDER BY petition, place) GROUP BY petition ORDER BY min(place)
        """,
        """
        CREATE VIRTUAL TABLE search_words USING fts5 (
          words, content = 'search_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4')
        """,
        "INSERT INTO search_words (search_words) VALUES ('rebuild')",
        "DROP TABLE search_old",
    ] + deskIndexes,
    postgresql: [
        "ALTER TABLE search_entry RENAME TO search_old",
        """
        CREATE TABLE search_entry (
          id BIGINT GENERATED ALWAYS AS IDENTITY, petition TEXT NOT NULL, words TEXT NOT NULL, lexemes TSVECTOR NOT NULL)
        """,
        // Entries are looked through for words, so these lie in the row as they are; the text behind them may lie apart.
        "ALTER TABLE search_entry ALTER COLUMN lexemes SET STORAGE MAIN",
        """
        INSERT INTO search_entry (petition, words, lexemes)
        SELECT petition, joined, (
          SELECT CAST(coalesce(
            string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':' || LEAST(place, 16383), ' '), '') AS tsvector)
          FROM unnest(string_to_array(joined, ' ')) WITH ORDINALITY AS each (word, place) WHERE word <> '')
        FROM (
          SELECT petition, min(id) AS place, string_agg(words, ' \u{E000} ' ORDER BY id) AS joined FROM search_old GROUP BY petition
        ) AS said ORDER BY place
        """,
        "DROP TABLE search_old",
        "ALTER TABLE search_entry ADD PRIMARY KEY (id)",
        "ALTER TABLE search_entry ADD UNIQUE (petition)",
        "CREATE INDEX search_entry_lexemes ON search_entry USING gin (lexemes)",
    ] + deskIndexes)

/// Desks that go by due date whatever the state, covering what the counts of the left rail need, since a planner without statistics may
/// count by this index as well as by that of the desks; and what a unit has, newest first.
private let deskIndexes = [
    "CREATE INDEX petition_due ON petition (is_paused, due_at, id, state, lead, is_restricted) WHERE is_open = 1",
    "CREATE INDEX petition_unit_newest ON petition (lead, received_at DESC, id DESC)",
]
