-- The same for a delivery of a webhook: one row, one transaction.
\set n random(1, 9000000000000000)
INSERT INTO hook_delivery (id, channel, key, bytes, received_at, state)
  VALUES ('l-' || :client_id || '-' || :n, 'zalo', 'l-' || :client_id || '-' || :n, CAST(repeat('x', 600) AS bytea), 1786000000000, 'waiting');
