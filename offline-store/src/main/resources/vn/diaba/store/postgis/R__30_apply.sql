-- How queries are written here: one row is asked for by its whole key, and many rows one by one (LATERAL … OFFSET 0 keeps the
-- planner from turning that round). A zone that has just been loaded is not in the statistics yet, and a planner that takes it for
-- one row reads all of it for every parcel. Plans are generic, so that partitions are pruned at run time and nothing is planned
-- anew for each of a thousand pushes; where statistics are wanting,
-- sequential scans and bitmaps over half an index are ruled out by the settings of the functions.

-- Taking changes into the tables. A change set arrives as the workstation's own JSON; SQL reads geometry, numbers and facts
-- from it, so nothing has to be sent twice and nothing derived is taken on trust.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

DO $$ BEGIN
  IF to_regtype('sync.op') IS NULL THEN
    -- One change: i counts from 0; old and new are the versions before and after; had and body tell of before and after.
    CREATE TYPE sync.op AS (i int, kind text, id uuid, id2 uuid, old bigint, new bigint, had boolean, body jsonb, secret jsonb);
    CREATE TYPE sync.key AS (kind text, id uuid, id2 uuid, version bigint);
    CREATE TYPE sync.shape AS (province smallint, zone int, id uuid, parcel_set text, number_key text, code text, state text,
      body jsonb, geom geometry, sound boolean);
  END IF;
END $$;

-- Text that compares as a number when it is one.
CREATE OR REPLACE FUNCTION sync.canonical(p_text text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_text ~ '^[0-9]+$' THEN coalesce(nullif(ltrim(p_text, '0'), ''), '0') ELSE p_text END
$$;

CREATE OR REPLACE FUNCTION sync.version_of(p_province smallint, p_zone int, p_kind text, p_id uuid, p_id2 uuid)
RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_version bigint;
  v_province smallint;
  v_home int;
BEGIN
  IF p_kind = 'corner' THEN
    SELECT version INTO v_version FROM land.boundary_point
      WHERE province_id = p_province AND zone_id = p_zone AND point_id = p_id;
    IF v_version IS NULL THEN
      SELECT z.province_id, u.home_zone, u.gone_version INTO v_province, v_home, v_version
        FROM land.border_use u JOIN sync.zone z ON z.zone_id = u.home_zone WHERE u.user_zone = p_zone AND u.point_id = p_id;
      IF v_home IS NOT NULL AND v_version IS NULL THEN
        SELECT version INTO v_version FROM land.boundary_point
          WHERE province_id = v_province AND zone_id = v_home AND point_id = p_id;
      END IF;
    END IF;
  ELSIF p_kind = 'parcel' THEN
    SELECT version INTO v_version FROM land.parcel WHERE province_id = p_province AND zone_id = p_zone AND parcel_id = p_id;
  ELSIF p_kind = 'side' THEN
    SELECT version INTO v_version FROM land.side
      WHERE province_id = p_province AND zone_id = p_zone AND first_id = p_id AND second_id = p_id2;
  ELSE
    SELECT version INTO v_version FROM land.record WHERE province_id = p_province AND zone_id = p_zone AND record_id = p_id;
  END IF;
  RETURN coalesce(v_version, 0);
END $$;

-- Objects of a newer version of the workstation are records here, whatever they are there. One that is no record there is kept with
-- all that its change says but what was before; its kind begins with a stroke.
CREATE OR REPLACE FUNCTION sync.kind_of(p_change jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_change ->> 'k' IN ('corner', 'side', 'parcel') THEN p_change ->> 'k' ELSE 'record' END
$$;

CREATE OR REPLACE FUNCTION sync.body_of(p_change jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_change ->> 'k' IN ('corner', 'side', 'parcel', 'record') OR nullif(p_change -> 'a', 'null') IS NULL
    THEN nullif(p_change -> 'a', 'null')
    ELSE jsonb_build_object('t', '/' || (p_change ->> 'k'), 'change', p_change - 'b') END
$$;

-- The changes of a change set with the versions they meet. Persons: the changes of the person part.
CREATE OR REPLACE FUNCTION sync.ops(p_province smallint, p_zone int, p_changes jsonb, p_persons jsonb) RETURNS sync.op[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(ROW(c.n - 1, c.kind, c.id, c.id2, c.old,
      CASE WHEN c.body IS NULL THEN -1 ELSE 1 END * (abs(c.old) + 1), c.had, c.body, s.after)::sync.op ORDER BY c.n)
  FROM (SELECT n, kind, id, id2, sync.version_of(p_province, p_zone, kind, id, id2) AS old, x ? 'b' AS had,
          sync.body_of(x) AS body
        FROM (SELECT n, x, sync.kind_of(x) AS kind, (x ->> 'id')::uuid AS id,
            (CASE WHEN x ->> 'k' = 'side' THEN x ->> 'to' ELSE x ->> 'id' END)::uuid AS id2
          FROM jsonb_array_elements(p_changes) WITH ORDINALITY AS e(x, n)) named) c
    LEFT JOIN (SELECT (x ->> 'i')::bigint + 1 AS n, x -> 'a' AS after FROM jsonb_array_elements(p_persons) AS e(x)) s USING (n)
$$;

-- Corners. One whose home is another zone is written there.
CREATE OR REPLACE FUNCTION sync.put_corners(p_at sync.access, p_ops sync.op[], p_seq bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_border boolean := EXISTS (SELECT FROM unnest(p_ops) o JOIN land.border_use u ON u.user_zone = p_at.zone AND u.point_id = o.id
    WHERE o.kind = 'corner');
BEGIN
  INSERT INTO land.boundary_point AS p (province_id, zone_id, point_id, version, e, n, srid, body, seq, since)
    SELECT p_at.province, p_at.zone, o.id, o.new, coalesce((o.body ->> 'e')::bigint, 0), coalesce((o.body ->> 'n')::bigint, 0),
        p_at.srid, coalesce(o.body - '{e,n}'::text[], '{}'), p_seq, clock_timestamp()
      FROM unnest(p_ops) o
      WHERE o.kind = 'corner' AND NOT (v_border AND EXISTS (SELECT FROM land.border_use u
        WHERE u.user_zone = p_at.zone AND u.point_id = o.id))
    ON CONFLICT (province_id, zone_id, point_id) DO UPDATE SET version = EXCLUDED.version, seq = p_seq,
      since = EXCLUDED.since,
      e = CASE WHEN EXCLUDED.version < 0 THEN p.e ELSE EXCLUDED.e END,
      n = CASE WHEN EXCLUDED.version < 0 THEN p.n ELSE EXCLUDED.n END,
      body = CASE WHEN EXCLUDED.version < 0 THEN p.body ELSE EXCLUDED.body END;
  IF v_border THEN
    UPDATE land.border_use u SET gone_version = CASE WHEN o.body IS NULL THEN o.new END
      FROM unnest(p_ops) o WHERE o.kind = 'corner' AND u.user_zone = p_at.zone AND u.point_id = o.id;
    UPDATE land.boundary_point b SET version = o.new, e = (o.body ->> 'e')::bigint, n = (o.body ->> 'n')::bigint,
        body = o.body - '{e,n}'::text[], since = clock_timestamp()
      FROM unnest(p_ops) o JOIN land.border_use u ON u.user_zone = p_at.zone AND u.point_id = o.id
        JOIN sync.zone z ON z.zone_id = u.home_zone
      WHERE o.kind = 'corner' AND o.body IS NOT NULL AND b.province_id = z.province_id AND b.zone_id = z.zone_id
        AND b.point_id = o.id;
  END IF;
END $$;

-- The outlines of parcels from rings and points; none for a parcel without rings.
CREATE OR REPLACE FUNCTION sync.outlines(p_province smallint, p_zone int, p_parcels uuid[]) RETURNS TABLE(parcel_id uuid, geom geometry)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN QUERY
    WITH place AS (
      SELECT i AS id, r.face, r.ring, r.ord, CASE WHEN r.point_zone = p_zone THEN
            (SELECT b.geom FROM land.boundary_point b
              WHERE b.province_id = p_province AND b.zone_id = p_zone AND b.point_id = r.point_id)
          ELSE
            (SELECT (SELECT b.geom FROM land.boundary_point b
                WHERE b.province_id = z.province_id AND b.zone_id = z.zone_id AND b.point_id = r.point_id)
              FROM sync.zone z WHERE z.zone_id = r.point_zone)
          END AS point
        FROM unnest(p_parcels) i CROSS JOIN LATERAL (
          SELECT x.face, x.ring, x.ord, x.point_zone, x.point_id FROM land.ring_point x
            WHERE x.province_id = p_province AND x.zone_id = p_zone AND x.parcel_id = i OFFSET 0) r),
    ring AS (
      SELECT id, face, ring, st_makeline(array_agg(point ORDER BY ord)) AS line FROM place GROUP BY id, face, ring
        HAVING bool_and(point IS NOT NULL)),
    closed AS (
      SELECT id, face, ring, st_addpoint(line, st_startpoint(line)) AS line FROM ring),
    piece AS (
      SELECT id, face, CASE WHEN count(*) = 1 THEN st_makepolygon((array_agg(line))[1])
          ELSE st_makepolygon((array_agg(line ORDER BY ring))[1], (array_agg(line ORDER BY ring))[2:]) END AS area
        FROM closed GROUP BY id, face)
    SELECT id, st_multi(st_collect(area ORDER BY face)) FROM piece GROUP BY id;
END $$;

-- Parcels that are there and get other rings.
CREATE OR REPLACE FUNCTION sync.reshaped(p_at sync.access, p_ops sync.op[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT o.id FROM unnest(p_ops) o LEFT JOIN LATERAL (
      SELECT jsonb_agg(f.rings ORDER BY f.face) AS faces FROM (
        SELECT r.face, jsonb_agg(r.points ORDER BY r.ring) AS rings FROM (
          SELECT x.face, x.ring, jsonb_agg(x.point_id ORDER BY x.ord) AS points FROM land.ring_point x
            WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.parcel_id = o.id
            GROUP BY x.face, x.ring) r GROUP BY r.face) f) now ON true
    WHERE o.kind = 'parcel' AND o.old <> 0 AND now.faces IS DISTINCT FROM o.body -> 'faces');
END $$;

-- Rings and uses are written where they are others than before, and the row of a parcel once, with its outline.
CREATE OR REPLACE FUNCTION sync.put_parcels(p_at sync.access, p_ops sync.op[], p_id uuid, p_seq bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_id uuid;
  v_parcels uuid[] := ARRAY(SELECT o.id FROM unnest(p_ops) o WHERE o.kind = 'parcel');
  v_reshaped uuid[];
  v_reused uuid[];
BEGIN
  IF v_parcels = '{}' THEN
    RETURN;
  END IF;
  v_reshaped := sync.reshaped(p_at, p_ops);
  v_reused := ARRAY(SELECT o.id FROM unnest(p_ops) o CROSS JOIN LATERAL (
      SELECT x.body FROM land.parcel x WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.parcel_id = o.id OFFSET 0) p
    WHERE o.kind = 'parcel' AND o.old <> 0 AND (o.body -> 'landUse' IS DISTINCT FROM p.body -> 'landUse'
      OR o.body -> 'legalLandUse' IS DISTINCT FROM p.body -> 'legalLandUse'));
  FOREACH v_id IN ARRAY v_reshaped LOOP
    DELETE FROM land.ring_point WHERE province_id = p_at.province AND zone_id = p_at.zone AND parcel_id = v_id;
  END LOOP;
  FOREACH v_id IN ARRAY v_reused LOOP
    DELETE FROM land.parcel_use WHERE province_id = p_at.province AND zone_id = p_at.zone AND parcel_id = v_id;
  END LOOP;
  INSERT INTO land.ring_point
    SELECT p_at.province, p_at.zone, o.id, f.n - 1, r.n - 1, c.n - 1, coalesce(u.home_zone, p_at.zone), c.x::uuid
      FROM unnest(p_ops) o CROSS JOIN jsonb_array_elements(o.body -> 'faces') WITH ORDINALITY f(x, n)
        CROSS JOIN jsonb_array_elements(f.x) WITH ORDINALITY r(x, n)
        CROSS JOIN jsonb_array_elements_text(r.x) WITH ORDINALITY c(x, n)
        LEFT JOIN land.border_use u ON u.user_zone = p_at.zone AND u.point_id = c.x::uuid
      WHERE o.kind = 'parcel' AND (o.old = 0 OR o.id = ANY (v_reshaped));
  INSERT INTO land.parcel_use
    SELECT p_at.province, p_at.zone, o.id, l.legal, u.n, u.x ->> 0, (u.x ->> 1)::bigint
      FROM unnest(p_ops) o
        CROSS JOIN LATERAL (VALUES (false, o.body -> 'landUse'), (true, o.body -> 'legalLandUse')) l(legal, uses)
        CROSS JOIN jsonb_array_elements(l.uses) WITH ORDINALITY u(x, n)
      WHERE o.kind = 'parcel' AND (o.old = 0 OR o.id = ANY (v_reused));
  INSERT INTO land.parcel AS p (province_id, zone_id, parcel_id, version, live, parcel_set, commune, sheet, number, number_key,
      code, land_use, legal_tenths, state, body, geom, sound, seq, shape_seq, since)
    SELECT p_at.province, p_at.zone, o.id, o.new, coalesce(o.body ? 'faces', false), coalesce(o.body ->> 'set', 'SURVEYED'),
        coalesce(o.body ->> 'commune', ''), coalesce(o.body ->> 'sheet', ''), coalesce(o.body ->> 'number', ''),
        CASE WHEN o.body ? 'number' THEN concat_ws('|', p_at.zone, coalesce(o.body ->> 'commune', ''),
          sync.canonical(coalesce(o.body ->> 'sheet', '')), sync.canonical(o.body ->> 'number')) ELSE '' END,
        coalesce(o.body ->> 'code', ''),
        coalesce((SELECT string_agg(u ->> 0, '+') FROM jsonb_array_elements(o.body -> 'landUse') u), ''),
        (o.body ->> 'legalTenths')::bigint, coalesce(o.body ->> 'state', 'NORMAL'), coalesce(o.body - 'faces', '{}'), l.geom,
        l.geom IS NULL OR st_isvalid(l.geom), p_seq, p_seq, clock_timestamp()
      FROM unnest(p_ops) o LEFT JOIN sync.outlines(p_at.province, p_at.zone, v_parcels) l ON l.parcel_id = o.id
      WHERE o.kind = 'parcel'
    ON CONFLICT (province_id, zone_id, parcel_id) DO UPDATE SET version = EXCLUDED.version, live = EXCLUDED.live,
      parcel_set = CASE WHEN EXCLUDED.version < 0 THEN p.parcel_set ELSE EXCLUDED.parcel_set END,
      commune = EXCLUDED.commune, sheet = EXCLUDED.sheet, number = EXCLUDED.number, number_key = EXCLUDED.number_key,
      code = EXCLUDED.code, land_use = EXCLUDED.land_use, legal_tenths = EXCLUDED.legal_tenths, state = EXCLUDED.state,
      body = EXCLUDED.body, geom = EXCLUDED.geom, sound = EXCLUDED.sound, seq = p_seq, shape_seq = p_seq, since = EXCLUDED.since;
  IF EXISTS (SELECT FROM unnest(p_ops) o WHERE o.body ? 'parents') THEN
    INSERT INTO land.lineage
      SELECT p_at.province, p_at.zone, o.id, p::uuid, p_id
        FROM unnest(p_ops) o CROSS JOIN jsonb_array_elements_text(o.body -> 'parents') p WHERE o.kind = 'parcel'
      ON CONFLICT DO NOTHING;
  END IF;
END $$;

-- What one who may not see persons says of an object, beside what is known of it.
CREATE OR REPLACE FUNCTION person.added(p_known person.secret, p_more bytea, p_keys person.key[]) RETURNS bytea
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_place text := person.place(p_known.zone_id, p_known.kind, p_known.object_id, p_known.second_id);
BEGIN
  RETURN person.seal((person.opened(p_known.body, v_place, p_keys)::jsonb || person.opened(p_more, v_place, p_keys)::jsonb)::text,
    v_place, p_keys);
END $$;

CREATE OR REPLACE FUNCTION sync.put_others(p_at sync.access, p_ops sync.op[], p_seq bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_op record;
  v_keys person.key[];
BEGIN
  INSERT INTO land.side AS s (province_id, zone_id, first_id, second_id, version, body, seq, since)
    SELECT p_at.province, p_at.zone, o.id, o.id2, o.new, coalesce(o.body, '{}'), p_seq, clock_timestamp()
      FROM unnest(p_ops) o WHERE o.kind = 'side'
    ON CONFLICT (province_id, zone_id, first_id, second_id) DO UPDATE
      SET version = EXCLUDED.version, body = EXCLUDED.body, seq = p_seq, since = EXCLUDED.since;
  INSERT INTO land.record AS r (province_id, zone_id, record_id, kind, version, body, seq, since)
    SELECT p_at.province, p_at.zone, o.id, coalesce(o.body ->> 't', 'object'), o.new, coalesce(o.body, '{}'), p_seq,
        clock_timestamp()
      FROM unnest(p_ops) o WHERE o.kind = 'record'
    ON CONFLICT (province_id, zone_id, record_id) DO UPDATE SET version = EXCLUDED.version, body = EXCLUDED.body, seq = p_seq,
      since = EXCLUDED.since, kind = CASE WHEN EXCLUDED.version < 0 THEN r.kind ELSE EXCLUDED.kind END;
  -- One who may not see persons cannot take away what he was not shown.
  FOR v_op IN SELECT kind, id, id2 FROM unnest(p_ops) WHERE kind <> 'corner' AND old <> 0
      AND (body IS NULL OR (p_at.pii AND secret IS NULL)) LOOP
    DELETE FROM person.secret WHERE province_id = p_at.province AND zone_id = p_at.zone AND kind = v_op.kind
      AND object_id = v_op.id AND second_id = v_op.id2;
  END LOOP;
  IF NOT EXISTS (SELECT FROM unnest(p_ops) o WHERE o.secret IS NOT NULL AND o.body IS NOT NULL) THEN
    RETURN;
  END IF;
  v_keys := person.keys();
  INSERT INTO person.secret AS s (province_id, zone_id, kind, object_id, second_id, body, seq, since)
    SELECT p_at.province, p_at.zone, o.kind, o.id, o.id2,
        person.seal(o.secret::text, person.place(p_at.zone, o.kind, o.id, o.id2), v_keys), p_seq, clock_timestamp()
      FROM unnest(p_ops) o WHERE o.secret IS NOT NULL AND o.body IS NOT NULL
    ON CONFLICT (province_id, zone_id, kind, object_id, second_id) DO UPDATE
      SET body = CASE WHEN p_at.pii THEN EXCLUDED.body ELSE person.added(s, EXCLUDED.body, v_keys) END, seq = p_seq,
        since = EXCLUDED.since;
END $$;

-- Makes the outlines of parcels again, whose corners moved.
CREATE OR REPLACE FUNCTION sync.derive(p_province smallint, p_zone int, p_parcels uuid[], p_seq bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  s record;
BEGIN
  IF p_parcels = '{}' THEN
    RETURN;
  END IF;
  FOR s IN SELECT o.parcel_id, o.geom FROM sync.outlines(p_province, p_zone, p_parcels) o LOOP
    UPDATE land.parcel SET geom = s.geom, sound = st_isvalid(s.geom), shape_seq = p_seq
      WHERE province_id = p_province AND zone_id = p_zone AND parcel_id = s.parcel_id;
  END LOOP;
END $$;
