import Database
import Domain

// Organisation over time: versions of units and who went on with whom, mandates with dates, task forces that begin and end, the
// restricted compartment, and which unit led a case from when until when.
let mandatesMigration = Migration(
    "0009_mandates",
    versions + mandates + teams + sharing)

private let versions = [
    """
    CREATE TABLE unit_version (
      unit TEXT NOT NULL REFERENCES unit (id), valid_from TEXT NOT NULL, valid_to TEXT, name TEXT NOT NULL, short_name TEXT NOT NULL,
      level TEXT NOT NULL, parent TEXT REFERENCES unit (id), classification TEXT, code TEXT, document JSON,
      PRIMARY KEY (unit, valid_from), CHECK (valid_to IS NULL OR valid_from <= valid_to))
    """,
    """
    INSERT INTO unit_version (unit, valid_from, valid_to, name, short_name, level, parent)
    SELECT id, valid_from, valid_to, name, short_name, level, parent FROM unit
    """,
    "CREATE UNIQUE INDEX unit_version_code ON unit_version (classification, code, valid_from) WHERE code IS NOT NULL",
    """
    CREATE TABLE unit_succession (
      from_unit TEXT NOT NULL REFERENCES unit (id), position NUMBER NOT NULL, to_unit TEXT NOT NULL REFERENCES unit (id),
      on_day TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'abolish', 'transfer')), fields JSON NOT NULL,
      areas JSON NOT NULL, document JSON, PRIMARY KEY (from_unit, position), CHECK (from_unit <> to_unit))
    """,
    """
    CREATE TABLE reorganisation (
      id TEXT PRIMARY KEY, on_day TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('prepared', 'carriedOut', 'withdrawn')),
      plan JSON NOT NULL, prepared_at INSTANT NOT NULL, carried_out_at INSTANT, counts JSON)
    """,
    "CREATE INDEX reorganisation_prepared ON reorganisation (on_day, id) WHERE state = 'prepared'",
    """
    CREATE TABLE organisation_event (
      id TEXT PRIMARY KEY, at INSTANT NOT NULL, actor TEXT REFERENCES account (id), actor_name TEXT NOT NULL, verb TEXT NOT NULL,
      event JSON NOT NULL)
    """,
]

private let mandates =
    [
        """
        CREATE TABLE mandate (
          id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (id), role TEXT NOT NULL, unit TEXT NOT NULL REFERENCES unit (id),
          team TEXT REFERENCES team (id), fields JSON NOT NULL, areas JSON NOT NULL, stands_in_for TEXT, valid_from TEXT NOT NULL,
          valid_to TEXT, document JSON, CHECK (valid_to IS NULL OR valid_from <= valid_to))
        """
    ]
    // What an account was for becomes a mandate for each of its roles, since ever.
    + Role.allCases.enumerated().map { number, role in
        """
        INSERT INTO mandate (id, account, role, unit, fields, areas, valid_from)
        SELECT substr(id, 1, 24) || '0\(number)', id, '\(role.rawValue)', unit, '[]', '[]', '2000-01-01' FROM account
        WHERE ' ' || roles || ' ' LIKE '% \(role.rawValue) %'
        """
    } + [
        "CREATE INDEX mandate_account ON mandate (account, valid_from)",
        "CREATE INDEX mandate_unit ON mandate (unit, role)",
        "ALTER TABLE account DROP COLUMN roles",
    ]

private let teams = [
    // The text of a decision as it was signed and scanned.
    """
    CREATE TABLE paper (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, content_type TEXT NOT NULL, size NUMBER NOT NULL,
      content TEXT NOT NULL REFERENCES content (hash))
    """,
    "ALTER TABLE team ADD COLUMN kind TEXT NOT NULL DEFAULT 'taskForce'",
    "ALTER TABLE team ADD COLUMN level TEXT NOT NULL DEFAULT 'province'",
    "ALTER TABLE team ADD COLUMN decided_on TEXT",
    "ALTER TABLE team ADD COLUMN purpose TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE team ADD COLUMN ended JSON",
    "ALTER TABLE team ADD COLUMN valid_to TEXT",
    "ALTER TABLE team ADD COLUMN paper TEXT REFERENCES paper (id)",
    "ALTER TABLE team_member ADD COLUMN account TEXT REFERENCES account (id)",
    "ALTER TABLE team_member ADD COLUMN fields JSON",
    "ALTER TABLE team_member ADD COLUMN areas JSON",
    "ALTER TABLE team_member ADD COLUMN valid_from TEXT",
    "ALTER TABLE team_member ADD COLUMN valid_to TEXT",
    "ALTER TABLE team_member ADD COLUMN document JSON",
    """
    CREATE TABLE regulation (
      id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team (id), valid_from TEXT NOT NULL, document JSON NOT NULL,
      parameters JSON NOT NULL, paper TEXT REFERENCES paper (id))
    """,
    "CREATE INDEX regulation_team ON regulation (team, valid_from)",
]

private let sharing = [
    "ALTER TABLE petition ADD COLUMN is_protected FLAG NOT NULL DEFAULT 0",
    // From when until when a unit led: the figures of then by the units of then.
    """
    CREATE TABLE lead_span (
      petition TEXT NOT NULL REFERENCES petition (id), unit TEXT NOT NULL REFERENCES unit (id), from_at INSTANT NOT NULL,
      until_at INSTANT NOT NULL)
    """,
    "INSERT INTO lead_span (petition, unit, from_at, until_at) SELECT id, lead, received_at, 9000000000000000 FROM petition",
    "CREATE INDEX lead_span_petition ON lead_span (petition, until_at, from_at, unit)",
    // Units that co-ordinate in a case.
    """
    CREATE TABLE case_party (
      petition TEXT NOT NULL REFERENCES petition (id), unit TEXT NOT NULL REFERENCES unit (id), since INSTANT NOT NULL,
      PRIMARY KEY (petition, unit))
    """,
    "CREATE INDEX case_party_unit ON case_party (unit, petition)",
    // Who may open a restricted case, and each look that was taken.
    """
    CREATE TABLE case_reader (
      petition TEXT NOT NULL REFERENCES petition (id), account TEXT NOT NULL REFERENCES account (id), since INSTANT NOT NULL,
      PRIMARY KEY (petition, account))
    """,
    "CREATE INDEX case_reader_account ON case_reader (account, petition)",
    """
    CREATE TABLE look (
      petition TEXT NOT NULL REFERENCES petition (id), account TEXT NOT NULL REFERENCES account (id), at INSTANT NOT NULL,
      account_name TEXT NOT NULL, granted FLAG NOT NULL)
    """,
    "CREATE INDEX look_petition ON look (petition, at)",
    // Who is named for the compartment of a task force: new restricted cases open to them.
    """
    CREATE TABLE compartment_reader (
      team TEXT NOT NULL REFERENCES team (id), account TEXT NOT NULL REFERENCES account (id), since INSTANT NOT NULL,
      PRIMARY KEY (team, account))
    """,
]
