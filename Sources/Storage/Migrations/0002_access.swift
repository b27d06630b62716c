import Database

let accessMigration = Migration(
    "0002_access",
    [
        """
        CREATE TABLE account (
          id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL, roles TEXT NOT NULL,
          unit TEXT NOT NULL REFERENCES unit (id), is_active FLAG NOT NULL, password TEXT NOT NULL,
          wrong_tries NUMBER NOT NULL DEFAULT 0, locked_until INSTANT, created_at INSTANT NOT NULL)
        """,
        "CREATE INDEX account_unit ON account (unit)",
        """
        CREATE TABLE session (
          token TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (id), created_at INSTANT NOT NULL, seen_at INSTANT NOT NULL)
        """,
        "CREATE INDEX session_account ON session (account)",
        "CREATE TABLE invitation (token TEXT PRIMARY KEY, created_at INSTANT NOT NULL, used_at INSTANT)",
    ])
