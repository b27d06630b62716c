import Database

// The Official Account: who is spending its refresh token, grants that are under way, what the platform says of it, when what was last
// asked of it, what came in by name, profiles that are still to be asked for, requests to be forgotten, its figures by day; and the groups
// that the task force works with.
let zaloMigration = Migration(
    "0016_zalo",
    [
        "ALTER TABLE channel_token ADD COLUMN renewing_until INSTANT",
        "ALTER TABLE channel_token ADD COLUMN failed_at INSTANT",
        "ALTER TABLE channel_token ADD COLUMN reason TEXT",
        "ALTER TABLE channel_token ADD COLUMN lifetime NUMBER",
        "CREATE TABLE zalo_grant (state TEXT PRIMARY KEY, verifier TEXT, account TEXT REFERENCES account (id), until_at INSTANT NOT NULL)",
        """
        CREATE TABLE zalo_account (
          oa_id TEXT PRIMARY KEY, name TEXT NOT NULL, is_verified FLAG NOT NULL, followers NUMBER NOT NULL, package TEXT NOT NULL,
          checked_at INSTANT NOT NULL)
        """,
        "CREATE TABLE zalo_round (oa_id TEXT NOT NULL, part TEXT NOT NULL, at INSTANT NOT NULL, PRIMARY KEY (oa_id, part))",
        """
        CREATE TABLE channel_event_count (
          channel TEXT NOT NULL, name TEXT NOT NULL, day TEXT NOT NULL, n NUMBER NOT NULL, PRIMARY KEY (channel, name, day))
        """,
        """
        CREATE TABLE zalo_profile (
          contact TEXT PRIMARY KEY REFERENCES contact (id), attempts NUMBER NOT NULL DEFAULT 0, next_at INSTANT, claimed_until INSTANT,
          reason TEXT)
        """,
        "CREATE INDEX zalo_profile_due ON zalo_profile (next_at) WHERE next_at IS NOT NULL",
        """
        CREATE TABLE withdrawal (
          contact TEXT PRIMARY KEY REFERENCES contact (id), asked_at INSTANT NOT NULL, task TEXT NOT NULL REFERENCES reply_task (id))
        """,
        """
        CREATE TABLE zalo_day (
          day TEXT PRIMARY KEY, followers NUMBER, articles NUMBER, article_views NUMBER, messages_in NUMBER NOT NULL,
          messages_out NUMBER NOT NULL)
        """,
        "CREATE INDEX message_zalo_at ON message (at) WHERE channel = 'zalo'",
        "CREATE INDEX outbox_zalo_sent ON outbox (sent_at) WHERE channel = 'zalo' AND sent_at IS NOT NULL",
        "CREATE INDEX outbox_recipient ON outbox (channel, recipient, created_at)",
        "CREATE INDEX contact_zalo_last ON contact (last_at) WHERE channel = 'zalo' AND last_at IS NOT NULL",
        "CREATE INDEX petition_person_open ON petition (person, contact) WHERE is_open = 1",
        """
        CREATE TABLE chat_group (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('owned', 'ordinary')), external_id TEXT UNIQUE,
          unit TEXT REFERENCES unit (id), purpose TEXT NOT NULL, link TEXT NOT NULL, size NUMBER NOT NULL, people TEXT NOT NULL,
          keeper TEXT REFERENCES account (id), read_at INSTANT, ended_at INSTANT)
        """,
        """
        CREATE TABLE chat_group_member (
          chat_group TEXT NOT NULL REFERENCES chat_group (id), person TEXT NOT NULL, name TEXT NOT NULL, is_account FLAG NOT NULL,
          PRIMARY KEY (chat_group, person))
        """,
        // What was said in a group that the account owns: a message like others, which belongs to no case until somebody makes one of it.
        """
        CREATE TABLE chat_group_message (
          message TEXT PRIMARY KEY REFERENCES message (id), chat_group TEXT NOT NULL REFERENCES chat_group (id), at INSTANT NOT NULL,
          petition TEXT REFERENCES petition (id))
        """,
        "CREATE INDEX chat_group_message_at ON chat_group_message (chat_group, at DESC, message DESC)",
        """
        CREATE TABLE chat_group_post (
          outgoing TEXT PRIMARY KEY REFERENCES outbox (id), chat_group TEXT NOT NULL REFERENCES chat_group (id),
          account TEXT REFERENCES account (id))
        """,
        "CREATE INDEX chat_group_post_group ON chat_group_post (chat_group, outgoing DESC)",
    ])
