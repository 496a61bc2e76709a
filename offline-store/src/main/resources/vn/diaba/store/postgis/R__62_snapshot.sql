-- All land of a zone at one moment in the packed form that store.wire describes (PackedLand), deflated, in parts of bytes.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- PostgreSQL deflates nowhere but here. The key is known to all and hides nothing; that is for the line to do.
CREATE OR REPLACE FUNCTION sync.deflated(p_text text) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT pgcrypto.pgp_sym_encrypt_bytea(convert_to(p_text, 'UTF8'), 'diaba',
    'cipher-algo=aes128, compress-algo=2, s2k-mode=0, s2k-digest-algo=sha1, compress-level=9')
$$;

-- The difference of the last 4 bytes from an id whose other bytes are the same, else the id.
CREATE OR REPLACE FUNCTION sync.id_step(p_id uuid, p_before uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN left(p_id::text, 28) = left(p_before::text, 28)
    THEN (('x' || right(p_id::text, 8))::bit(32)::bigint - ('x' || right(p_before::text, 8))::bit(32)::bigint)::text
    ELSE '"' || p_id || '"' END
$$;

-- Rows are joined by hash: what has just been loaded is not in the statistics, and thousands by thousands one by one take minutes.
CREATE OR REPLACE FUNCTION sync.make_snapshot(p_at sync.access, p_token uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET jit = off SET enable_seqscan = off SET enable_nestloop = off AS $$
DECLARE
  v_keys person.key[] := person.keys();
BEGIN
  WITH point AS MATERIALIZED (
    SELECT b.point_id AS id, b.e, b.n, b.body, b.version
      FROM land.boundary_point b WHERE b.province_id = p_at.province AND b.zone_id = p_at.zone
    UNION ALL
    SELECT b.point_id, b.e, b.n, b.body, coalesce(u.gone_version, b.version)
      FROM land.border_use u JOIN sync.zone z ON z.zone_id = u.home_zone
        JOIN land.boundary_point b ON b.province_id = z.province_id AND b.zone_id = u.home_zone AND b.point_id = u.point_id
      WHERE u.user_zone = p_at.zone),
  thing AS MATERIALIZED (
    SELECT 1 AS part, 'parcel' AS kind, p.parcel_id AS id, p.parcel_id AS id2, p.parcel_id::text AS object, p.version, p.body
      FROM land.parcel p WHERE p.province_id = p_at.province AND p.zone_id = p_at.zone
    UNION ALL
    SELECT 2, 'side', s.first_id, s.second_id, s.first_id || '|' || s.second_id, s.version,
        jsonb_build_object('k', 'side', 'id', s.first_id, 'to', s.second_id, 'a', s.body)
      FROM land.side s WHERE s.province_id = p_at.province AND s.zone_id = p_at.zone
    UNION ALL
    SELECT 3, 'record', r.record_id, r.record_id, r.record_id::text, r.version,
        CASE WHEN r.kind LIKE '/%' THEN r.body -> 'change' ELSE jsonb_build_object('k', 'record', 'id', r.record_id, 'a', r.body) END
      FROM land.record r WHERE r.province_id = p_at.province AND r.zone_id = p_at.zone),
  corner AS MATERIALIZED (
    SELECT row_number() OVER w - 1 AS i, id, body, sync.id_step(id, lag(id) OVER w) AS step, e - lag(e, 1, 0::bigint) OVER w AS de,
        n - lag(n, 1, 0::bigint) OVER w AS dn
      FROM point WHERE version > 0 WINDOW w AS (ORDER BY id)),
  numbered AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY part, id, id2) - 1 AS i, t.* FROM thing t WHERE version > 0),
  cited AS (
    SELECT p.i, r.face, r.ring, r.ord, c.i - lag(c.i, 1, 0::bigint) OVER (ORDER BY p.i, r.face, r.ring, r.ord) AS step
      FROM numbered p JOIN land.ring_point r ON r.province_id = p_at.province AND r.zone_id = p_at.zone AND r.parcel_id = p.id
        JOIN corner c ON c.id = r.point_id WHERE p.part = 1),
  ring AS (
    SELECT i, face, ring, '[' || string_agg(step::text, ',' ORDER BY ord) || ']' AS text FROM cited GROUP BY i, face, ring),
  face AS (
    SELECT i, face, '[' || string_agg(text, ',' ORDER BY ring) || ']' AS text FROM ring GROUP BY i, face),
  faces AS (
    SELECT i, '[' || string_agg(text, ',' ORDER BY face) || ']' AS text FROM face GROUP BY i),
  corners AS (
    SELECT count(*) AS count, format('{"id":[%s],"e":[%s],"n":[%s],"more":[%s]}', string_agg(step, ',' ORDER BY i),
        string_agg(de::text, ',' ORDER BY i), string_agg(dn::text, ',' ORDER BY i),
        string_agg(format('[%s,%s]', i, body), ',' ORDER BY i) FILTER (WHERE body <> '{}')) AS text FROM corner),
  parcels AS (
    SELECT format('{"id":[%s],"f":[%s],"a":[%s]}', string_agg(step, ',' ORDER BY i), string_agg(coalesce(text, '[]'), ',' ORDER BY i),
        string_agg(body::text, ',' ORDER BY i)) AS text
      FROM (SELECT p.i, sync.id_step(p.id, lag(p.id) OVER (ORDER BY p.i)) AS step, p.body, f.text
        FROM numbered p LEFT JOIN faces f USING (i) WHERE p.part = 1) p),
  others AS (
    SELECT string_agg(body::text, ',' ORDER BY i) AS text FROM numbered WHERE part > 1),
  versions AS (
    SELECT string_agg(jsonb_build_array(kind, object, version)::text, ',') AS text FROM (
      SELECT kind, object, version FROM thing WHERE version <> 1
      UNION ALL SELECT 'corner', id::text, version FROM point WHERE version <> 1) v),
  persons AS (
    -- Sorted sealed, opened one by one: a sort may go through a temporary file.
    SELECT string_agg(format('[%s,%s]', s.i, person.opened(s.body, person.place(p_at.zone, s.kind, s.object_id, s.second_id), v_keys)),
        ',') AS text
      FROM (SELECT c.count + t.i AS i, x.body, x.kind, x.object_id, x.second_id
        FROM corners c, numbered t JOIN person.secret x ON x.province_id = p_at.province AND x.zone_id = p_at.zone
          AND x.kind = t.kind AND x.object_id = t.id AND x.second_id = t.id2 ORDER BY t.i OFFSET 0) s)
  INSERT INTO sync.snapshot
    SELECT p_token, p_at.zone, h.head_seq, h.head_hash, clock_timestamp(),
        sync.deflated(format('{"c":%s,"p":%s,"x":[%s],"v":[%s]}', c.text, p.text, o.text, v.text)),
        person.seal_bytes(sync.deflated(format('{"persons":[%s]}', s.text)), concat_ws('|', 'snapshot', p_token), v_keys)
      FROM corners c, parcels p, others o, versions v, persons s, sync.zone_head h WHERE h.zone_id = p_at.zone;
END $$;

CREATE OR REPLACE FUNCTION sync_api.snapshot_begin(p_zone int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_token uuid;
BEGIN
  DELETE FROM sync.snapshot WHERE made_at < clock_timestamp() - interval '24 hours';
  SELECT s.token INTO v_token FROM sync.snapshot s JOIN sync.zone_head h ON h.zone_id = s.zone_id AND h.head_seq = s.seq
      AND h.head_hash = s.hash
    WHERE s.zone_id = p_zone AND s.made_at > clock_timestamp() - interval '12 hours'
    ORDER BY s.made_at DESC LIMIT 1;
  IF v_token IS NULL THEN
    v_token := gen_random_uuid();
    PERFORM sync.make_snapshot(v_at, v_token);
  END IF;
  RETURN (SELECT jsonb_build_object('token', v_token, 'seq', s.seq, 'chain', encode(s.hash, 'hex'), 'land', octet_length(s.land),
      'person', CASE WHEN v_at.pii
        THEN octet_length(person.open_bytes(s.person, concat_ws('|', 'snapshot', s.token), person.keys())) ELSE 0 END, 'epoch', (SELECT epoch FROM sync.server),
      'zone', p_zone, 'province', v_at.province, 'srid', v_at.srid,
      'name', (SELECT name FROM sync.zone WHERE zone_id = p_zone))
    FROM sync.snapshot s WHERE s.token = v_token);
END $$;

-- Bytes of a part, 'land' or 'person', from a place on, at most so many.
CREATE OR REPLACE FUNCTION sync_api.snapshot_part(p_zone int, p_token uuid, p_part text, p_from int, p_most int DEFAULT 8388608)
RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_part bytea;
BEGIN
  SELECT CASE p_part WHEN 'land' THEN substring(s.land FROM p_from + 1 FOR p_most)
      ELSE CASE WHEN v_at.pii THEN substring(person.open_bytes(s.person, concat_ws('|', 'snapshot', s.token), person.keys())
        FROM p_from + 1 FOR p_most) ELSE '' END END INTO v_part
    FROM sync.snapshot s WHERE s.token = p_token AND s.zone_id = p_zone;
  IF v_part IS NULL THEN
    PERFORM sync.fail('snapshot-gone', jsonb_build_array(p_zone));
  END IF;
  RETURN v_part;
END $$;
