import Database

let organisationMigration = Migration(
    "0001_organisation",
    [
        """
        CREATE TABLE unit (
          id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short_name TEXT NOT NULL,
          level TEXT NOT NULL CHECK (level IN ('province', 'department', 'board', 'institute', 'district', 'commune')),
          parent TEXT REFERENCES unit (id), valid_from TEXT NOT NULL, valid_to TEXT,
          CHECK (valid_to IS NULL OR valid_from <= valid_to))
        """,
        """
        CREATE TABLE team (
          id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, number_prefix TEXT NOT NULL,
          founding_decision TEXT NOT NULL, valid_from TEXT NOT NULL, standing_unit TEXT NOT NULL REFERENCES unit (id))
        """,
        """
        CREATE TABLE team_member (
          team TEXT NOT NULL REFERENCES team (id), position NUMBER NOT NULL, name TEXT NOT NULL,
          post TEXT NOT NULL CHECK (post IN ('head', 'standingDeputy', 'deputy', 'member', 'secretariat')),
          unit TEXT NOT NULL REFERENCES unit (id), office TEXT NOT NULL, duty TEXT NOT NULL, PRIMARY KEY (team, position))
        """,
        "CREATE TABLE field (code TEXT PRIMARY KEY, name TEXT NOT NULL, position NUMBER NOT NULL)",
        "CREATE TABLE area (code TEXT PRIMARY KEY, name TEXT NOT NULL, position NUMBER NOT NULL)",
        """
        CREATE TABLE place (
          name TEXT PRIMARY KEY, site TEXT NOT NULL CHECK (site IN ('park', 'cluster')), area TEXT REFERENCES area (code))
        """,
        """
        CREATE TABLE routing_rule (
          id TEXT PRIMARY KEY, priority NUMBER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, rule JSON NOT NULL,
          CHECK (valid_to IS NULL OR valid_from <= valid_to))
        """,
        """
        CREATE TABLE calendar_day (
          day TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, provisional FLAG NOT NULL)
        """,
        "CREATE TABLE calendar_year (year NUMBER PRIMARY KEY, source TEXT NOT NULL, provisional FLAG NOT NULL)",
        """
        CREATE TABLE deadline_profile (
          key TEXT PRIMARY KEY, resolve NUMBER NOT NULL CHECK (resolve > 0), refuse NUMBER NOT NULL, ask NUMBER NOT NULL,
          publish NUMBER NOT NULL, source TEXT NOT NULL, valid_from TEXT NOT NULL)
        """,
        "CREATE TABLE number_series (series TEXT PRIMARY KEY, last NUMBER NOT NULL)",
    ])
