import Database

// What is known of the content of files: what they are, what a scanner said, the copies that pages show. It hangs on the content, so
// that the same file sent a hundred times is looked at once.
let filesMigration = Migration(
    "0019_files",
    [
        """
        CREATE TABLE file_state (
          content TEXT PRIMARY KEY REFERENCES content (hash), kind TEXT, closed TEXT,
          scan TEXT NOT NULL CHECK (scan IN ('unscanned', 'clean', 'infected')), signature TEXT, scanned_at INSTANT,
          scan_attempts NUMBER NOT NULL DEFAULT 0, scan_next_at INSTANT, scan_claimed_until INSTANT,
          copy TEXT NOT NULL CHECK (copy IN ('none', 'waiting', 'made', 'failed')), copy_reason TEXT, copy_claimed_until INSTANT,
          CHECK ((kind IS NULL) <> (closed IS NULL)), CHECK ((scan = 'infected') = (signature IS NOT NULL)))
        """,
        "CREATE INDEX file_state_unscanned ON file_state (scan_next_at, content) WHERE scan = 'unscanned'",
        "CREATE INDEX file_state_infected ON file_state (scanned_at, content) WHERE scan = 'infected'",
        "CREATE INDEX file_state_uncopied ON file_state (content) WHERE copy = 'waiting'",
        """
        CREATE TABLE file_copy (
          content TEXT NOT NULL REFERENCES content (hash), form TEXT NOT NULL CHECK (form IN ('thumbnail', 'view')),
          picture TEXT NOT NULL REFERENCES content (hash), size NUMBER NOT NULL, width NUMBER NOT NULL, height NUMBER NOT NULL,
          PRIMARY KEY (content, form))
        """,
        "CREATE TABLE scanner_health (scanner TEXT PRIMARY KEY, answered_at INSTANT, failed_at INSTANT, reason TEXT)",
        // What was kept before was told by its content too, and its type says as what.
        """
        INSERT INTO file_state (content, kind, scan, copy)
        SELECT kept.content, MIN(kept.kind), 'unscanned', CASE WHEN MIN(kept.kind) IN ('pdf', 'jpeg', 'png') THEN 'waiting' ELSE 'none' END
        FROM (
          SELECT every.content, CASE every.type WHEN 'application/pdf' THEN 'pdf' WHEN 'image/jpeg' THEN 'jpeg' WHEN 'image/png' THEN 'png'
            WHEN 'application/msword' THEN 'doc'
            WHEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' THEN 'docx' END AS kind
          FROM (
            SELECT content, content_type AS type FROM attachment WHERE content IS NOT NULL
            UNION SELECT photo, photo_type FROM visit_entry WHERE photo IS NOT NULL UNION SELECT content, content_type FROM paper) every) kept
        WHERE kept.kind IS NOT NULL GROUP BY kept.content
        """,
    ])
