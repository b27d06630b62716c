import Database

// What a case is known by when another one like it comes, and texts that answers begin with. `likened` says how far the terms of a
// case have been noted (0 not yet, 1 what was asked, 2 what was answered too): in the background, those of older cases like those of
// new ones, so that intake never waits for it. The rows of `likeness_term` lead from a term to its cases, `likeness_case` holds all terms of a case
// with commas between them; the frequency of the term '' is the number of cases.
let likenessMigration = Migration(
    "0011_likeness",
    [
        """
        CREATE TABLE likeness_term (
          term TEXT NOT NULL, petition TEXT NOT NULL REFERENCES petition (id), PRIMARY KEY (term, petition))
        """,
        "CREATE TABLE likeness_case (petition TEXT PRIMARY KEY REFERENCES petition (id), terms TEXT NOT NULL)",
        "CREATE TABLE likeness_frequency (term TEXT PRIMARY KEY, cases NUMBER NOT NULL)",
        "ALTER TABLE petition ADD COLUMN likened NUMBER NOT NULL DEFAULT 0",
        // Holds what is left to do, and so is empty most of the time.
        "CREATE INDEX petition_unlikened ON petition (id) WHERE likened < CASE WHEN answered_at IS NULL THEN 1 ELSE 2 END",
        """
        CREATE TABLE reply_template (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, field TEXT REFERENCES field (code), outcome TEXT, conclusion TEXT NOT NULL,
          explanation TEXT NOT NULL, legal_basis TEXT NOT NULL, commitments TEXT NOT NULL, retired_at INSTANT)
        """,
    ])
