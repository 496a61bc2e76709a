-- Proving that nothing was taken out of the logs, moved or altered, also by one who may write in every table. Whoever can make all
-- hashes anew is found by the heads that were exported before.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync.readable(p_text text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN p_text::jsonb;
EXCEPTION WHEN data_exception OR invalid_text_representation THEN
  RETURN NULL;
END $$;

-- What a zone's log and the rows made of it contradict each other in: the first sequence, no row when all holds.
CREATE OR REPLACE FUNCTION sync_api.verify_chain(p_zone int) RETURNS TABLE(zone int, seq bigint, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off SET enable_nestloop = off
  SET work_mem = '64MB' AS $$
DECLARE
  v_province smallint;
  v_head sync.zone_head;
  v_keys person.key[];
BEGIN
  PERFORM sync.must_be_admin();
  v_keys := person.keys();
  SELECT z.province_id INTO v_province FROM sync.zone z WHERE z.zone_id = p_zone;
  SELECT * INTO v_head FROM sync.zone_head h WHERE h.zone_id = p_zone;
  RETURN QUERY
  WITH e AS MATERIALIZED (
    SELECT x.*, sha256(o.person) AS opened_hash, octet_length(o.person) AS opened_bytes,
        row_number() OVER w AS n, lag(x.hash, 1, v_head.first_hash) OVER w AS before
      FROM sync.entry x LEFT JOIN person.entry p USING (province_id, zone_id, seq)
        CROSS JOIN LATERAL (SELECT CASE WHEN p.person IS NULL THEN ''
          ELSE person.whole_bytes(p.person, concat_ws('|', 'entry', p_zone, x.seq), v_keys) END AS person OFFSET 0) o
      WHERE x.province_id = v_province AND x.zone_id = p_zone WINDOW w AS (ORDER BY x.seq)),
  here AS MATERIALIZED (
    SELECT c.* FROM sync.changeset c WHERE c.province_id = v_province),
  told AS MATERIALIZED (
    SELECT e.seq, CASE WHEN h.changeset_id IS NOT NULL THEN h::sync.changeset ELSE
        (SELECT c FROM sync.changeset c WHERE c.changeset_id = e.changeset_id LIMIT 1) END AS c
      FROM e LEFT JOIN here h ON h.changeset_id = e.changeset_id),
  named AS (
    SELECT e.seq, o.n - 1 AS idx, o.x FROM e CROSS JOIN LATERAL jsonb_array_elements(sync.readable(e.land) -> 'changes')
      WITH ORDINALITY o(x, n)),
  kept AS (
    SELECT c.* FROM sync.change c WHERE c.province_id = v_province AND c.zone_id = p_zone),
  wrong AS (
    SELECT e.n AS seq, 'missing' AS fault FROM e WHERE e.seq <> e.n OR e.prev_hash <> e.before
    UNION ALL
    SELECT e.seq, 'altered' FROM e
      WHERE e.hash <> sha256(e.prev_hash || int8send(e.seq) || uuid_send(e.changeset_id)
          || sha256(sha256(convert_to(e.land, 'UTF8')) || e.person_hash) || convert_to(e.author, 'UTF8')
          || int8send(floor(extract(epoch FROM e.accepted_at))::bigint)
          || int4send(((extract(epoch FROM e.accepted_at) % 1) * 1000000000)::int))
        OR e.person_hash IS DISTINCT FROM e.opened_hash
        OR e.bytes <> octet_length(e.land) + e.opened_bytes OR sync.readable(e.land) IS NULL
    UNION ALL
    SELECT coalesce(a.seq, c.seq), 'altered' FROM named a FULL JOIN kept c ON c.seq = a.seq AND c.idx = a.idx
        LEFT JOIN told t ON t.seq = c.seq
      WHERE a.seq IS NULL OR c.seq IS NULL OR c.kind <> sync.kind_of(a.x) OR c.object_id::text <> a.x ->> 'id'
        OR c.second_id::text IS DISTINCT FROM CASE WHEN c.kind = 'side' THEN a.x ->> 'to' END OR c.body IS DISTINCT FROM sync.body_of(a.x)
        OR (c.op = 'D') <> (c.body IS NULL) OR (c.op = 'I') <> (c.version = 1)
        OR NOT (t.c).versions @> jsonb_build_array(jsonb_build_array(c.kind,
          CASE WHEN c.kind = 'side' THEN c.object_id || '|' || c.second_id ELSE c.object_id::text END, c.version))
    UNION ALL
    SELECT e.seq, CASE WHEN (t.c).changeset_id IS NULL THEN 'missing' ELSE 'altered' END FROM e JOIN told t ON t.seq = e.seq
      WHERE (t.c).changeset_id IS NULL OR (t.c).author <> e.author OR (t.c).username <> e.username
        OR CASE WHEN (t.c).zone_id = p_zone THEN (t.c).seq <> e.seq OR (t.c).province_id <> v_province
          OR (t.c).payload_sha <> sha256(sha256(convert_to(e.land, 'UTF8')) || e.person_hash)
          OR jsonb_array_length((t.c).versions) <> jsonb_array_length(sync.readable(e.land) -> 'changes')
          OR (t.c).proof <> sync.proof(e.hash, t.c)
        ELSE NOT EXISTS (SELECT FROM sync.entry x WHERE x.province_id = (t.c).province_id AND x.zone_id = (t.c).zone_id
          AND x.seq = (t.c).seq AND x.changeset_id = e.changeset_id) END
    UNION ALL
    SELECT c.seq, 'inserted' FROM here c LEFT JOIN e ON e.seq = c.seq AND e.changeset_id = c.changeset_id
      WHERE c.zone_id = p_zone AND e.seq IS NULL
    UNION ALL
    SELECT p.seq, 'inserted' FROM person.entry p LEFT JOIN e ON e.seq = p.seq
      WHERE p.province_id = v_province AND p.zone_id = p_zone AND e.seq IS NULL
    UNION ALL
    SELECT count(*) + 1, 'missing' FROM e HAVING count(*) <> v_head.head_seq
      OR coalesce((SELECT l.hash FROM e l ORDER BY l.seq DESC LIMIT 1), v_head.first_hash) <> v_head.head_hash)
  SELECT p_zone, w.seq, w.fault FROM wrong w ORDER BY w.seq, w.fault LIMIT 1;
END $$;

-- The same for what was done with accounts ('admin_log') and for looks at persons ('reveal').
CREATE OR REPLACE FUNCTION sync_api.verify_audit(p_log text) RETURNS TABLE(log text, seq bigint, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  v_keys person.key[];
BEGIN
  PERFORM sync.must_be_admin();
  v_keys := person.keys();
  RETURN QUERY
  WITH row AS (
    SELECT (to_jsonb(a) ->> 'seq')::bigint AS seq, (to_jsonb(a) ->> 'hash')::bytea AS hash, to_jsonb(a) AS body
      FROM sync.admin_log a WHERE p_log = 'admin_log'
    UNION ALL
    SELECT r.seq, r.hash, to_jsonb(r) || jsonb_build_object('reason', convert_from(o.reason, 'UTF8'))
      FROM sync.reveal r LEFT JOIN person.reveal p USING (seq)
        CROSS JOIN LATERAL (SELECT person.whole_bytes(p.reason, concat_ws('|', 'reveal', r.seq), v_keys) AS reason OFFSET 0) o
      WHERE p_log = 'reveal'),
  e AS (
    SELECT r.*, row_number() OVER w AS n, lag(r.hash, 1, decode(repeat('00', 32), 'hex')) OVER w AS before
      FROM row r WINDOW w AS (ORDER BY r.seq)),
  wrong AS (
    SELECT e.n AS seq, CASE WHEN e.seq <> e.n THEN 'missing' ELSE 'altered' END AS fault FROM e
      WHERE e.seq <> e.n OR e.hash <> sync.audit_hash(e.before, e.seq, e.body)
    UNION ALL
    SELECT count(*) + 1, 'missing' FROM e HAVING (count(*), coalesce((SELECT l.hash FROM e l ORDER BY l.seq DESC LIMIT 1),
      decode(repeat('00', 32), 'hex'))) IS DISTINCT FROM (SELECT (h.seq, h.hash) FROM sync.audit_head h WHERE h.log = p_log))
  SELECT p_log, w.seq, w.fault FROM wrong w ORDER BY w.seq LIMIT 1;
END $$;

-- The last hash of each log, to be kept where nobody of this server can write. A zone's log goes by the zone's number.
CREATE OR REPLACE FUNCTION sync_api.heads() RETURNS TABLE(log text, seq bigint, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  RETURN QUERY SELECT q.log, q.seq, q.hash FROM (
    SELECT h.zone_id AS n, h.zone_id::text AS log, h.head_seq AS seq, encode(h.head_hash, 'hex') AS hash
      FROM sync.zone_head h JOIN sync.zone z USING (zone_id) WHERE z.ready
    UNION ALL SELECT 0, a.log, a.seq, encode(a.hash, 'hex') FROM sync.audit_head a) q ORDER BY q.n, q.log;
END $$;

-- What the hash of a log was after a sequence; null when it never was there.
CREATE OR REPLACE FUNCTION sync_api.hash_at(p_log text, p_seq bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  RETURN encode(CASE
    WHEN p_seq = 0 AND p_log ~ '^[0-9]+$' THEN (SELECT h.first_hash FROM sync.zone_head h WHERE h.zone_id = p_log::int)
    WHEN p_seq = 0 THEN decode(repeat('00', 32), 'hex')
    WHEN p_log = 'admin_log' THEN (SELECT a.hash FROM sync.admin_log a WHERE a.seq = p_seq)
    WHEN p_log = 'reveal' THEN (SELECT r.hash FROM sync.reveal r WHERE r.seq = p_seq)
    ELSE (SELECT e.hash FROM sync.zone z JOIN sync.entry e ON e.province_id = z.province_id AND e.zone_id = z.zone_id
      WHERE z.zone_id = p_log::int AND e.seq = p_seq) END, 'hex');
END $$;
