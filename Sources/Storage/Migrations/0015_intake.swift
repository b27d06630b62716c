import Database

// What officers take in for a sender: every approach on every channel, counted apart from cases, and the register of letters on paper.
let intakeMigration = Migration(
    "0015_intake",
    [
        """
        CREATE TABLE interaction (
          id TEXT PRIMARY KEY, team TEXT REFERENCES team (id), channel TEXT NOT NULL, kind TEXT NOT NULL, is_incoming FLAG NOT NULL,
          contact TEXT REFERENCES contact (id), petition TEXT REFERENCES petition (id), opens_case FLAG NOT NULL, at INSTANT NOT NULL,
          noted_at INSTANT NOT NULL, noted_by TEXT REFERENCES account (id), noted_by_name TEXT NOT NULL, summary TEXT NOT NULL,
          key TEXT UNIQUE, CHECK (opens_case = 0 OR petition IS NOT NULL))
        """,
        "CREATE INDEX interaction_newest ON interaction (at DESC, id DESC)",
        "CREATE INDEX interaction_channel ON interaction (channel, at DESC, id DESC)",
        "CREATE INDEX interaction_noted ON interaction (noted_at, channel, opens_case)",
        "CREATE INDEX interaction_contact ON interaction (contact, at DESC) WHERE contact IS NOT NULL",
        "CREATE INDEX interaction_petition ON interaction (petition, at) WHERE petition IS NOT NULL",
        // What came in before approaches were counted: each message, the first one of a case as what opened it.
        """
        INSERT INTO interaction (
          id, team, channel, kind, is_incoming, contact, petition, opens_case, at, noted_at, noted_by, noted_by_name, summary, key)
        SELECT m.id, p.team, m.channel, CASE WHEN m.channel = 'form' THEN 'form' ELSE 'message' END, 1, m.contact, m.petition,
          CASE WHEN EXISTS (
            SELECT 1 FROM message e WHERE e.petition = m.petition AND e.direction = 'in' AND (e.at < m.at OR (e.at = m.at AND e.id < m.id)))
          THEN 0 ELSE 1 END, m.at, m.at, NULL, '', '', NULL
        FROM message m JOIN petition p ON p.id = m.petition WHERE m.direction = 'in'
        """,
        // Số đến: one series a year for each task force.
        """
        CREATE TABLE paper_letter (
          id TEXT PRIMARY KEY, petition TEXT NOT NULL UNIQUE REFERENCES petition (id), team TEXT NOT NULL REFERENCES team (id),
          year NUMBER NOT NULL, arrival NUMBER NOT NULL, number TEXT NOT NULL, dated TEXT, arrived_on TEXT NOT NULL, sender TEXT NOT NULL,
          key TEXT, UNIQUE (team, year, arrival))
        """,
        "CREATE INDEX paper_letter_key ON paper_letter (key) WHERE key IS NOT NULL",
    ])
