-- What is new, all of it at one moment, and what lies around.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- Whole change sets after a checkpoint; a page ends with the one that exceeds the bytes. The first row has no seq and tells the
-- zone's head only. person is empty for one who may not see persons.
CREATE OR REPLACE FUNCTION sync_api.pull(p_zone int, p_epoch uuid, p_after bigint, p_chain bytea, p_max_bytes int)
RETURNS TABLE(head bigint, seq bigint, id uuid, author text, accepted_at timestamptz, land text, person text, person_hash bytea,
  hash bytea, versions jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET jit = off AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_head sync.zone_head;
  v_here bytea;
BEGIN
  SELECT * INTO v_head FROM sync.zone_head h WHERE h.zone_id = p_zone;
  v_here := CASE WHEN p_after = v_head.head_seq THEN v_head.head_hash WHEN p_after = 0 THEN v_head.first_hash
    ELSE (SELECT e.hash FROM sync.entry e WHERE e.province_id = v_at.province AND e.zone_id = p_zone AND e.seq = p_after) END;
  IF v_here IS DISTINCT FROM p_chain OR p_epoch <> (SELECT epoch FROM sync.server) THEN
    PERFORM sync.fail('land-database-restored', jsonb_build_array(p_zone, p_after));
  END IF;
  RETURN QUERY SELECT v_head.head_seq, NULL::bigint, NULL::uuid, NULL, NULL::timestamptz, NULL, NULL, NULL::bytea, NULL::bytea,
    NULL::jsonb;
  RETURN QUERY
    SELECT NULL::bigint, e.seq, e.changeset_id, e.author, e.accepted_at, e.land, CASE WHEN v_at.pii THEN coalesce(p.person, '')
        ELSE '' END, e.person_hash, e.hash,
        (SELECT jsonb_agg(jsonb_build_array(c.kind, CASE WHEN c.kind = 'side' THEN c.object_id || '|' || c.second_id
            ELSE c.object_id::text END, c.version) ORDER BY c.idx)
          FROM sync.change c WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.seq = e.seq)
      FROM (SELECT x.seq, sum(x.bytes) OVER (ORDER BY x.seq) - x.bytes AS sent FROM (
          SELECT y.seq, y.bytes FROM sync.entry y WHERE y.province_id = v_at.province AND y.zone_id = p_zone AND y.seq > p_after
            ORDER BY y.seq LIMIT 1000) x) page
        JOIN sync.entry e ON e.province_id = v_at.province AND e.zone_id = p_zone AND e.seq = page.seq
        LEFT JOIN person.entry p ON p.province_id = v_at.province AND p.zone_id = p_zone AND p.seq = page.seq
      WHERE page.sent <= p_max_bytes ORDER BY e.seq;
END $$;

-- All live objects of a zone as changes from nothing, in pages; border corners with it. One statement, so one moment.
CREATE OR REPLACE FUNCTION sync_api.snapshot_begin(p_zone int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET jit = off SET enable_seqscan = off AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_token uuid;
BEGIN
  DELETE FROM sync.snapshot WHERE made_at < clock_timestamp() - interval '24 hours';
  SELECT token INTO v_token FROM sync.snapshot s JOIN sync.zone_head h ON h.zone_id = s.zone_id AND h.head_seq = s.seq
      AND h.head_hash = s.hash
    WHERE s.zone_id = p_zone AND s.page = 0 AND s.made_at > clock_timestamp() - interval '12 hours'
    ORDER BY s.made_at DESC LIMIT 1;
  IF v_token IS NULL THEN
    v_token := gen_random_uuid();
    WITH thing AS (
      SELECT 1 AS part, b.point_id AS id, b.version, 'corner' AS kind, b.point_id AS id2, b.point_id::text AS object,
          jsonb_build_object('k', 'corner', 'id', b.point_id, 'a', b.body || jsonb_build_object('e', b.e, 'n', b.n)) AS body
        FROM land.boundary_point b WHERE b.province_id = v_at.province AND b.zone_id = p_zone
      UNION ALL
      SELECT 1, b.point_id, coalesce(u.gone_version, b.version), 'corner', b.point_id, b.point_id::text,
          jsonb_build_object('k', 'corner', 'id', b.point_id, 'a', b.body || jsonb_build_object('e', b.e, 'n', b.n))
        FROM land.border_use u JOIN sync.zone z ON z.zone_id = u.home_zone
          JOIN land.boundary_point b ON b.province_id = z.province_id AND b.zone_id = u.home_zone AND b.point_id = u.point_id
        WHERE u.user_zone = p_zone
      UNION ALL
      SELECT 2, p.parcel_id, p.version, 'parcel', p.parcel_id, p.parcel_id::text,
          jsonb_build_object('k', 'parcel', 'id', p.parcel_id, 'a', p.body || CASE WHEN p.live THEN jsonb_build_object('faces',
            (SELECT jsonb_agg(f.rings ORDER BY f.face) FROM (
              SELECT r.face, jsonb_agg(r.points ORDER BY r.ring) AS rings FROM (
                SELECT x.face, x.ring, jsonb_agg(x.point_id ORDER BY x.ord) AS points FROM land.ring_point x
                  WHERE x.province_id = v_at.province AND x.zone_id = p_zone AND x.parcel_id = p.parcel_id
                  GROUP BY x.face, x.ring) r GROUP BY r.face) f)) ELSE '{}' END)
        FROM land.parcel p WHERE p.province_id = v_at.province AND p.zone_id = p_zone
      UNION ALL
      SELECT 3, s.first_id, s.version, 'side', s.second_id, s.first_id || '|' || s.second_id,
          jsonb_build_object('k', 'side', 'id', s.first_id, 'to', s.second_id, 'a', s.body)
        FROM land.side s WHERE s.province_id = v_at.province AND s.zone_id = p_zone
      UNION ALL
      SELECT 4, r.record_id, r.version, 'record', r.record_id, r.record_id::text,
          jsonb_build_object('k', 'record', 'id', r.record_id, 'a', r.body)
        FROM land.record r WHERE r.province_id = v_at.province AND r.zone_id = p_zone),
    placed AS (
      SELECT t.*, (row_number() OVER (ORDER BY part, id, id2) - 1) / 2000 AS page,
          ((row_number() OVER (ORDER BY part, id, id2) - 1) % 2000)::int AS i FROM thing t WHERE t.version > 0),
    gone AS (
      SELECT jsonb_agg(jsonb_build_array(kind, object, version)) AS versions FROM thing WHERE version <> 1),
    made AS (
      SELECT p.page, jsonb_agg(p.body ORDER BY p.i)::text AS land,
          coalesce(jsonb_agg(jsonb_build_object('i', p.i, 'a', s.body)) FILTER (WHERE s.body IS NOT NULL), '[]')::text AS person
        FROM placed p LEFT JOIN person.secret s ON s.province_id = v_at.province AND s.zone_id = p_zone AND s.kind = p.kind
          AND s.object_id = p.id AND s.second_id = p.id2
        GROUP BY p.page)
    INSERT INTO sync.snapshot
      SELECT v_token, p_zone, n.page, h.head_seq, h.head_hash, clock_timestamp(), coalesce(m.land, '[]'), coalesce(m.person, '[]'),
          CASE WHEN n.page = 0 THEN coalesce(g.versions, '[]')::text ELSE '[]' END
        FROM (SELECT 0::bigint AS page UNION SELECT page FROM made) n LEFT JOIN made m USING (page)
          CROSS JOIN gone g CROSS JOIN sync.zone_head h WHERE h.zone_id = p_zone;
  END IF;
  RETURN (SELECT jsonb_build_object('token', v_token, 'seq', min(s.seq), 'chain', encode((array_agg(s.hash))[1], 'hex'),
      'pages', count(*), 'epoch', (SELECT epoch FROM sync.server), 'zone', p_zone, 'province', v_at.province, 'srid', v_at.srid,
      'name', (SELECT name FROM sync.zone WHERE zone_id = p_zone))
    FROM sync.snapshot s WHERE s.token = v_token);
END $$;

CREATE OR REPLACE FUNCTION sync_api.snapshot_page(p_zone int, p_token uuid, p_page int)
RETURNS TABLE(land text, person text, versions text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  RETURN QUERY SELECT format('{"v":1,"id":"%s","label":"snapshot","origin":"LAND_DATABASE","author":"",'
      '"time":"1970-01-01T00:00:00Z","changes":%s}', p_token, s.land),
      CASE WHEN v_at.pii THEN format('{"changes":%s}', s.person) ELSE '' END, format('{"versions":%s}', s.versions)
    FROM sync.snapshot s WHERE s.token = p_token AND s.page = p_page AND s.zone_id = p_zone;
END $$;

-- Parcels of other zones of the same CRS that lie within a distance of a shape (EWKB or WKB, at most 1 km around).
CREATE OR REPLACE FUNCTION sync_api.neighbours(p_zone int, p_shape bytea, p_metres float8)
RETURNS TABLE(zone int, parcel uuid, version bigint, label text, shape bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, postgis, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_shape geometry := st_setsrid(st_geomfromwkb(p_shape), v_at.srid);
  v_metres float8 := least(p_metres, 1000);
  z record;
BEGIN
  FOR z IN SELECT o.zone_id, o.province_id FROM sync.zone o JOIN sync.zone_head h USING (zone_id)
      WHERE o.srid = v_at.srid AND o.zone_id <> p_zone AND o.ready AND h.extent && st_expand(v_shape, v_metres) ORDER BY o.zone_id LOOP
    RETURN QUERY SELECT q.zone_id, q.parcel_id, q.version, q.sheet || '/' || q.number, st_asbinary(q.geom) FROM (
        SELECT x.* FROM land.parcel x
          WHERE x.province_id = z.province_id AND x.live AND x.geom && st_expand(v_shape, v_metres) OFFSET 0) q
      WHERE q.zone_id = z.zone_id AND st_distance(q.geom, v_shape) <= v_metres
      ORDER BY q.parcel_id LIMIT 1000;
  END LOOP;
END $$;

-- Persons of a parcel in clear, for a stated reason; each look is written down before it is answered.
CREATE OR REPLACE FUNCTION sync_api.reveal_pii(p_zone int, p_parcel uuid, p_reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  IF NOT v_at.pii OR length(trim(p_reason)) < 10 THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
  INSERT INTO sync.reveal(username, zone_id, parcel_id, reason) VALUES (sync.me(), p_zone, p_parcel, p_reason);
  RETURN jsonb_build_object(
    'parcel', (SELECT s.body FROM person.secret s WHERE s.province_id = v_at.province AND s.zone_id = p_zone AND s.kind = 'parcel'
      AND s.object_id = p_parcel AND s.second_id = p_parcel),
    'holders', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', q.party_id, 'name', q.name, 'idNumber', q.id_number,
        'address', q.address, 'share', jsonb_build_array(r.numerator, r.denominator))), '[]')
      FROM person.land_right r JOIN person.party q ON q.province_id = r.province_id AND q.zone_id = r.zone_id
        AND q.party_id = r.party_id
      WHERE r.province_id = v_at.province AND r.zone_id = p_zone AND r.parcel_id = p_parcel));
END $$;

-- Where the chain of a zone breaks: the first entry that is missing, moved or altered; no row when it holds.
CREATE OR REPLACE FUNCTION sync_api.verify_chain(p_zone int) RETURNS TABLE(zone int, seq bigint, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access;
  v_hash bytea;
  v_seq bigint := 0;
  v_count bigint;
  e record;
BEGIN
  PERFORM sync.must_be_admin();
  v_at := sync.access(p_zone);
  SELECT first_hash INTO v_hash FROM sync.zone_head h WHERE h.zone_id = p_zone;
  FOR e IN SELECT x.*, p.person FROM sync.entry x LEFT JOIN person.entry p USING (province_id, zone_id, seq)
      WHERE x.province_id = v_at.province AND x.zone_id = p_zone ORDER BY x.seq LOOP
    v_seq := v_seq + 1;
    SELECT count(*) INTO v_count FROM sync.change c WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.seq = v_seq;
    IF e.seq <> v_seq OR e.prev_hash <> v_hash THEN
      RETURN QUERY SELECT p_zone, v_seq, 'missing';
      RETURN;
    ELSIF e.hash <> sha256(v_hash || int8send(e.seq) || uuid_send(e.changeset_id)
        || sha256(sha256(convert_to(e.land, 'UTF8')) || e.person_hash) || convert_to(e.author, 'UTF8')
        || int8send(floor(extract(epoch FROM e.accepted_at))::bigint)
        || int4send(((extract(epoch FROM e.accepted_at) % 1) * 1000000000)::int))
        OR e.person_hash <> sha256(convert_to(coalesce(e.person, ''), 'UTF8'))
        OR v_count <> jsonb_array_length(e.land::jsonb -> 'changes')
        OR EXISTS (SELECT FROM sync.change c WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.seq = v_seq
          AND c.body IS DISTINCT FROM nullif(e.land::jsonb -> 'changes' -> c.idx -> 'a', 'null')) THEN
      RETURN QUERY SELECT p_zone, v_seq, 'altered';
      RETURN;
    END IF;
    v_hash := e.hash;
  END LOOP;
  IF EXISTS (SELECT FROM sync.zone_head h WHERE h.zone_id = p_zone AND (h.head_seq <> v_seq OR h.head_hash <> v_hash)) THEN
    RETURN QUERY SELECT p_zone, v_seq + 1, 'missing';
  END IF;
END $$;
