import Database

// Case work: letters with several items, what is under way in a case, opinions, hand-offs, urgings, common causes, and deadline
// profiles with conditions.
let caseWorkMigration = Migration(
    "0010_case_work",
    [
        """
        CREATE TABLE submission (
          id TEXT PRIMARY KEY, contact TEXT NOT NULL REFERENCES contact (id), channel TEXT NOT NULL, received_at INSTANT NOT NULL,
          title TEXT NOT NULL, text TEXT NOT NULL, items NUMBER NOT NULL CHECK (items >= 2), closed_at INSTANT)
        """,
        """
        CREATE TABLE cause (
          id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team (id), number TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
          summary TEXT NOT NULL,
          field TEXT REFERENCES field (code), lead TEXT NOT NULL REFERENCES unit (id),
          state TEXT NOT NULL CHECK (state IN ('open', 'approving', 'answered')), draft JSON, drafters JSON NOT NULL, answer JSON,
          round NUMBER NOT NULL DEFAULT 0, is_delivering FLAG NOT NULL DEFAULT 0, proposal JSON, opened_at INSTANT NOT NULL,
          answered_at INSTANT, version NUMBER NOT NULL)
        """,
        """
        CREATE TABLE cause_event (
          cause TEXT NOT NULL REFERENCES cause (id), position NUMBER NOT NULL, at INSTANT NOT NULL, actor TEXT REFERENCES account (id),
          actor_name TEXT NOT NULL, verb TEXT NOT NULL, event JSON NOT NULL, PRIMARY KEY (cause, position))
        """,
        "CREATE INDEX cause_delivering ON cause (opened_at, id) WHERE is_delivering = 1",
        "CREATE INDEX cause_state ON cause (state, opened_at DESC, id DESC)",
        "CREATE INDEX cause_opened ON cause (opened_at DESC, id DESC)",
        "ALTER TABLE petition ADD COLUMN work JSON",
        "ALTER TABLE petition ADD COLUMN submission TEXT REFERENCES submission (id)",
        "ALTER TABLE petition ADD COLUMN item NUMBER",
        "ALTER TABLE petition ADD COLUMN items NUMBER",
        "ALTER TABLE petition ADD COLUMN cause TEXT REFERENCES cause (id)",
        "ALTER TABLE petition ADD COLUMN complained_of TEXT REFERENCES unit (id)",
        // What the desks look for, written beside the whole.
        "ALTER TABLE petition ADD COLUMN level TEXT",
        "ALTER TABLE petition ADD COLUMN asked TEXT REFERENCES account (id)",
        "ALTER TABLE petition ADD COLUMN offered_to TEXT REFERENCES unit (id)",
        "ALTER TABLE petition ADD COLUMN awaits_decision FLAG NOT NULL DEFAULT 0",
        "ALTER TABLE petition ADD COLUMN wants_extension FLAG NOT NULL DEFAULT 0",
        // The day promised when the date was missed, as its end; empty when nobody promised anything yet.
        "ALTER TABLE petition ADD COLUMN promised_at INSTANT",
        """
        CREATE INDEX petition_excuse ON petition (due_at, promised_at, state, lead, id, is_paused, is_restricted) WHERE is_open = 1
        """,
        "CREATE INDEX petition_submission ON petition (submission, item) WHERE submission IS NOT NULL",
        "CREATE INDEX petition_cause ON petition (cause, received_at, id) WHERE cause IS NOT NULL",
        "CREATE INDEX petition_offered ON petition (offered_to, due_at, id) WHERE offered_to IS NOT NULL",
        "CREATE INDEX petition_decision ON petition (due_at, id) WHERE awaits_decision = 1",
        "CREATE INDEX petition_extension ON petition (lead, due_at, id) WHERE wants_extension = 1",
        "CREATE INDEX petition_person ON petition (person, due_at, id) WHERE is_open = 1",
        // What a co-ordinating unit owes, by when, and whether it came in time.
        """
        CREATE TABLE consultation (
          petition TEXT NOT NULL REFERENCES petition (id), position NUMBER NOT NULL, unit TEXT NOT NULL REFERENCES unit (id),
          asked_at INSTANT NOT NULL, due_at INSTANT NOT NULL, ended_at INSTANT, is_late FLAG, PRIMARY KEY (petition, position))
        """,
        "CREATE INDEX consultation_open ON consultation (due_at, petition, unit) WHERE ended_at IS NULL",
        "CREATE INDEX consultation_unit ON consultation (unit, ended_at, due_at, petition)",
        // Who passed what to whom, and what became of it.
        """
        CREATE TABLE handoff (
          petition TEXT NOT NULL REFERENCES petition (id), position NUMBER NOT NULL, from_unit TEXT NOT NULL REFERENCES unit (id),
          to_unit TEXT REFERENCES unit (id), reason TEXT NOT NULL, at INSTANT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'returned', 'withdrawn', 'gaveBack', 'forDecision')),
          answered_at INSTANT, answer TEXT NOT NULL DEFAULT '', PRIMARY KEY (petition, position))
        """,
        "CREATE INDEX handoff_at ON handoff (at DESC, petition, position)",
        // Who was urged about which due date.
        """
        CREATE TABLE urging (
          petition TEXT NOT NULL REFERENCES petition (id), due_at INSTANT NOT NULL, warning TEXT NOT NULL, urged TEXT NOT NULL,
          account TEXT REFERENCES account (id), name TEXT NOT NULL, at INSTANT NOT NULL, PRIMARY KEY (petition, due_at, warning))
        """,
        "CREATE INDEX urging_account ON urging (account, at DESC, petition)",
        "ALTER TABLE deadline_profile ADD COLUMN profile JSON",
    ])
