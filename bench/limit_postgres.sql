-- What PostgreSQL itself can do on the same work: the statements that write one petition from the form, sent by pgbench as one
-- transaction each: the number of the series, which makes writers wait for each other, and the rows. The content of a case that is
-- there already is written once more, so that texts and words are as long and as various as in earnest. Variable: cases.
\set pick random(1, :cases)
\set n random(1, 9000000000000000)
SELECT petition AS source FROM search_entry WHERE id = :pick \gset
BEGIN;
INSERT INTO number_series (series, last) VALUES ('limit', 1)
  ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1 RETURNING last;
INSERT INTO contact (id, channel, address, person, display, follows, created_at)
  SELECT 'l-' || :client_id || '-' || :n, channel, NULL, person, display, follows, created_at
  FROM contact WHERE id = (SELECT contact FROM petition WHERE id = :source);
INSERT INTO petition (
    id, team, number, lookup_code, contact, channel, received_at, title, text, state, is_open, is_paused, is_restricted, kind,
    field, area, site, site_name, urgent, lead, clock, due_at, original_due_at, form_key, version, updated_at)
  SELECT 'l-' || :client_id || '-' || :n, team, 'l-' || :client_id || '-' || :n, 'l-' || :client_id || '-' || :n,
    'l-' || :client_id || '-' || :n, channel, received_at, title, text, 'received', 1, 0, is_restricted, kind,
    field, area, site, site_name, urgent, lead, clock, due_at, original_due_at, 'l-' || :client_id || '-' || :n, 1, updated_at
  FROM petition WHERE id = :source;
INSERT INTO stand (petition, counts_as, from_at, until_at, in_time)
  VALUES ('l-' || :client_id || '-' || :n, 'open', 1786000000000, 9000000000000000, NULL);
INSERT INTO due_span (petition, due_at, from_at, until_at)
  VALUES ('l-' || :client_id || '-' || :n, 1787000000000, 1786000000000, 9000000000000000);
INSERT INTO case_event (petition, position, at, verb, actor, actor_name, state, event)
  SELECT 'l-' || :client_id || '-' || :n, 1, at, verb, actor, actor_name, state, event
  FROM case_event WHERE petition = :source AND position = 1;
INSERT INTO message (id, contact, petition, direction, channel, external_id, text, at)
  SELECT 'l-' || :client_id || '-' || :n, 'l-' || :client_id || '-' || :n, 'l-' || :client_id || '-' || :n, direction, channel, NULL, text, at
  FROM message WHERE petition = :source ORDER BY at LIMIT 1;
INSERT INTO search_entry (petition, words, lexemes)
  SELECT 'l-' || :client_id || '-' || :n, words, lexemes FROM search_entry WHERE id = :pick;
COMMIT;
