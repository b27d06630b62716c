import Database

// Channels beside the form and Zalo: by what a sender is known again, what his messages carry, what goes out and how it fared, what
// only a person can do to reach him, and the words that officers edit.
let contactsMigration = Migration(
    "0014_contacts", sqlite: columns + [keys { "person ->> '\($0)'" }] + tables,
    postgresql: columns + [keys { "CAST(person AS jsonb) ->> '\($0)'" }] + tables)

private let columns = [
    "ALTER TABLE contact ADD COLUMN phone TEXT",
    "ALTER TABLE contact ADD COLUMN tax_code TEXT",
    "ALTER TABLE contact ADD COLUMN email TEXT",
    "ALTER TABLE contact ADD COLUMN last_at INSTANT",
]

/// By what senders are known again, from what they told before there were columns for it.
/// - Parameter told: how an engine reads what a person told of himself.
private func keys(_ told: (String) -> String) -> String {
    """
    UPDATE contact SET
      phone = CASE WHEN \(told("phone")) LIKE '0%'
        THEN '+84' || substr(replace(replace(replace(\(told("phone")), ' ', ''), '.', ''), '-', ''), 2) END,
      tax_code = CASE WHEN \(told("taxCode")) <> '' THEN replace(replace(\(told("taxCode")), ' ', ''), '.', '') END,
      email = CASE WHEN \(told("email")) <> '' THEN lower(\(told("email"))) END,
      last_at = (SELECT max(m.at) FROM message m WHERE m.contact = contact.id AND m.direction = 'in')
    """
}

private let tables = [
    "CREATE INDEX contact_phone ON contact (phone) WHERE phone IS NOT NULL",
    "CREATE INDEX contact_tax_code ON contact (tax_code) WHERE tax_code IS NOT NULL",
    "CREATE INDEX contact_email ON contact (email) WHERE email IS NOT NULL",
    "ALTER TABLE message ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN quoted TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN author TEXT",
    "DROP INDEX outbox_due",
    "DROP INDEX outbox_unsent",
    "DROP INDEX outbox_petition",
    "ALTER TABLE outbox RENAME TO outbox_before",
    """
    CREATE TABLE outbox (
      id TEXT PRIMARY KEY, channel TEXT NOT NULL, contact TEXT REFERENCES contact (id), petition TEXT REFERENCES petition (id),
      recipient TEXT NOT NULL, text TEXT NOT NULL, whole TEXT, subject TEXT NOT NULL, answers JSON NOT NULL, files JSON NOT NULL,
      content JSON NOT NULL, weight TEXT NOT NULL CHECK (weight IN ('notice', 'reply', 'question')),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'replaced')), attempts NUMBER NOT NULL,
      next_at INSTANT NOT NULL, claimed_until INSTANT, reason TEXT, receipt TEXT, created_at INSTANT NOT NULL, sent_at INSTANT,
      arrived_at INSTANT, seen_at INSTANT, handled_at INSTANT, handled_by TEXT REFERENCES account (id))
    """,
    """
    INSERT INTO outbox (
      id, channel, contact, petition, recipient, text, subject, answers, files, content, weight, state, attempts, next_at,
      claimed_until, reason, receipt, created_at, sent_at)
    SELECT
      id, channel, contact, petition, recipient, text, '', '[]', '[]', '{"text":{}}', 'notice', state, attempts, next_at,
      claimed_until, reason, receipt, created_at, sent_at
    FROM outbox_before
    """,
    "DROP TABLE outbox_before",
    "CREATE INDEX outbox_due ON outbox (channel, next_at, id) WHERE state = 'waiting'",
    "CREATE INDEX outbox_unsent ON outbox (channel, state) WHERE state = 'waiting' OR (state = 'failed' AND handled_at IS NULL)",
    "CREATE INDEX outbox_failed ON outbox (created_at DESC, id DESC) WHERE state = 'failed'",
    "CREATE INDEX outbox_petition ON outbox (petition, created_at)",
    "CREATE INDEX outbox_receipt ON outbox (channel, receipt) WHERE receipt IS NOT NULL",
    """
    CREATE TABLE reply_task (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, channel TEXT NOT NULL, contact TEXT NOT NULL REFERENCES contact (id),
      petition TEXT REFERENCES petition (id), text TEXT NOT NULL, asks FLAG NOT NULL, reason TEXT NOT NULL,
      due_at INSTANT NOT NULL, account TEXT REFERENCES account (id), created_at INSTANT NOT NULL, attempts JSON NOT NULL, done JSON, done_at INSTANT)
    """,
    "CREATE INDEX reply_task_open ON reply_task (due_at, id) WHERE done_at IS NULL",
    "CREATE INDEX reply_task_petition ON reply_task (petition, created_at) WHERE petition IS NOT NULL",
    """
    CREATE TABLE channel_text (
      channel TEXT NOT NULL, purpose TEXT NOT NULL, text TEXT NOT NULL, changed_at INSTANT NOT NULL,
      changed_by TEXT REFERENCES account (id), PRIMARY KEY (channel, purpose))
    """,
    // Receiving may be well while sending is ill: each fault has a row and a light of its own.
    "ALTER TABLE channel_health DROP COLUMN failed_at",
    "ALTER TABLE channel_health DROP COLUMN reason",
    """
    CREATE TABLE channel_fault (
      channel TEXT NOT NULL, part TEXT NOT NULL CHECK (part IN ('receiving', 'sending', 'account', 'notice')), at INSTANT NOT NULL,
      reason TEXT NOT NULL, PRIMARY KEY (channel, part))
    """,
    "ALTER TABLE hook_delivery ADD COLUMN handled_at INSTANT",
    "ALTER TABLE hook_delivery ADD COLUMN handled_by TEXT REFERENCES account (id)",
    "ALTER TABLE hook_delivery ADD COLUMN remark TEXT",
    "CREATE INDEX hook_delivery_unreadable ON hook_delivery (id DESC) WHERE state = 'unreadable' AND handled_at IS NULL",
]
