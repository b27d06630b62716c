import Database

let channelMigration = Migration(
    "0004_channel",
    [
        """
        CREATE TABLE hook_delivery (
          id TEXT PRIMARY KEY, channel TEXT NOT NULL, key TEXT NOT NULL, bytes BYTES NOT NULL, received_at INSTANT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'unreadable')), reason TEXT, UNIQUE (channel, key))
        """,
        "CREATE INDEX hook_delivery_waiting ON hook_delivery (id) WHERE state = 'waiting'",
        """
        CREATE TABLE outbox (
          id TEXT PRIMARY KEY, channel TEXT NOT NULL, contact TEXT NOT NULL REFERENCES contact (id),
          petition TEXT REFERENCES petition (id), recipient TEXT NOT NULL, text TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')), attempts NUMBER NOT NULL, next_at INSTANT NOT NULL,
          reason TEXT, receipt TEXT, created_at INSTANT NOT NULL, sent_at INSTANT)
        """,
        "CREATE INDEX outbox_due ON outbox (next_at, id) WHERE state = 'waiting'",
        "CREATE INDEX outbox_unsent ON outbox (channel, state) WHERE state <> 'sent'",
        "CREATE INDEX outbox_petition ON outbox (petition, created_at)",
        """
        CREATE TABLE channel_health (
          channel TEXT PRIMARY KEY, received_at INSTANT, delivered_at INSTANT, failed_at INSTANT, reason TEXT)
        """,
        """
        CREATE TABLE channel_token (
          channel TEXT PRIMARY KEY, access TEXT NOT NULL, refresh TEXT NOT NULL, issued_at INSTANT NOT NULL)
        """,
    ])
