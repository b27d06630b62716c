import Database

let caseMigration = Migration(
    "0003_case",
    [
        """
        CREATE TABLE contact (
          id TEXT PRIMARY KEY, channel TEXT NOT NULL, address TEXT, person JSON NOT NULL, display TEXT NOT NULL, follows FLAG NOT NULL,
          created_at INSTANT NOT NULL)
        """,
        "CREATE UNIQUE INDEX contact_address ON contact (channel, address) WHERE address IS NOT NULL",
        """
        CREATE TABLE petition (
          id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team (id), number TEXT NOT NULL UNIQUE, lookup_code TEXT NOT NULL UNIQUE,
          contact TEXT NOT NULL REFERENCES contact (id), channel TEXT NOT NULL, received_at INSTANT NOT NULL, title TEXT NOT NULL,
          text TEXT NOT NULL, state TEXT NOT NULL, is_open FLAG NOT NULL, is_paused FLAG NOT NULL, is_restricted FLAG NOT NULL,
          kind TEXT, field TEXT REFERENCES field (code), area TEXT REFERENCES area (code),
          site TEXT CHECK (site IS NULL OR site IN ('park', 'cluster', 'outside')), site_name TEXT NOT NULL, urgent FLAG NOT NULL,
          lead TEXT NOT NULL REFERENCES unit (id), person TEXT REFERENCES account (id), diagnosis JSON, clock JSON NOT NULL,
          due_at INSTANT NOT NULL, original_due_at INSTANT NOT NULL, draft JSON, outcome TEXT, answered_at INSTANT, rating JSON,
          form_key TEXT UNIQUE, version NUMBER NOT NULL, updated_at INSTANT NOT NULL)
        """,
        // The desks: what is open, by state and due date; covering what the counts of the left rail need.
        "CREATE INDEX petition_desk ON petition (state, due_at, id, is_paused, lead, is_restricted) WHERE is_open = 1",
        "CREATE INDEX petition_unit_desk ON petition (lead, state, due_at, id, is_paused, is_restricted) WHERE is_open = 1",
        "CREATE INDEX petition_newest ON petition (received_at DESC, id DESC)",
        "CREATE INDEX petition_contact ON petition (contact, received_at DESC)",
        """
        CREATE TABLE message (
          id TEXT PRIMARY KEY, contact TEXT NOT NULL REFERENCES contact (id), petition TEXT REFERENCES petition (id),
          direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), channel TEXT NOT NULL, external_id TEXT, text TEXT NOT NULL,
          at INSTANT NOT NULL)
        """,
        "CREATE UNIQUE INDEX message_external ON message (channel, external_id) WHERE external_id IS NOT NULL",
        "CREATE INDEX message_petition ON message (petition, at, id)",
        "CREATE INDEX message_contact ON message (contact, at, id)",
        "CREATE TABLE content (hash TEXT PRIMARY KEY, bytes BYTES NOT NULL)",
        """
        CREATE TABLE attachment (
          id TEXT PRIMARY KEY, message TEXT NOT NULL REFERENCES message (id), name TEXT NOT NULL, size NUMBER NOT NULL,
          content_type TEXT NOT NULL, content TEXT REFERENCES content (hash), remote JSON, attempts NUMBER NOT NULL DEFAULT 0,
          next_at INSTANT, reason TEXT, CHECK (content IS NOT NULL OR remote IS NOT NULL))
        """,
        "CREATE INDEX attachment_message ON attachment (message)",
        "CREATE INDEX attachment_pending ON attachment (next_at) WHERE next_at IS NOT NULL",
        """
        CREATE TABLE case_event (
          petition TEXT NOT NULL REFERENCES petition (id), position NUMBER NOT NULL, at INSTANT NOT NULL, verb TEXT NOT NULL,
          actor TEXT REFERENCES account (id), actor_name TEXT NOT NULL, state TEXT NOT NULL, event JSON NOT NULL,
          PRIMARY KEY (petition, position))
        """,
        "CREATE INDEX case_event_at ON case_event (at, petition)",
        // How a case counted from when until when; the figures of a past week are read from these and never change.
        """
        CREATE TABLE stand (
          petition TEXT NOT NULL REFERENCES petition (id), counts_as TEXT NOT NULL CHECK (counts_as IN ('open', 'done', 'transferred')),
          from_at INSTANT NOT NULL, until_at INSTANT NOT NULL, in_time FLAG, PRIMARY KEY (petition, from_at, counts_as))
        """,
        "CREATE INDEX stand_span ON stand (counts_as, until_at, from_at, petition, in_time)",
        """
        CREATE TABLE due_span (
          petition TEXT NOT NULL REFERENCES petition (id), due_at INSTANT NOT NULL, from_at INSTANT NOT NULL, until_at INSTANT NOT NULL)
        """,
        "CREATE INDEX due_span_petition ON due_span (petition, until_at, from_at, due_at)",
        "CREATE TABLE pause_span (petition TEXT NOT NULL REFERENCES petition (id), from_at INSTANT NOT NULL, until_at INSTANT NOT NULL)",
        "CREATE INDEX pause_span_petition ON pause_span (petition, until_at, from_at)",
    ])
