-- Judging the result of a change set, by difference: what was wrong before may stay, nothing new may come, nothing may grow.
-- These are the rules that need no office data; the workstation has judged by all of them before. Limits: 0.01 m² or 1 mm, as in
-- the workstation's working rule set. No shape that is not sound is ever asked for its relation to another.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

DO $$ BEGIN
  IF to_regtype('sync.judged_zone') IS NULL THEN
    -- A zone around an act: seq is the number the act would get there, -1 where it changes nothing.
    CREATE TYPE sync.judged_zone AS (province smallint, zone int, seq bigint);
    CREATE TYPE sync.kin AS (id uuid, family uuid);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION sync.ground(p_shape geometry, p_sound boolean) RETURNS geometry LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_sound THEN p_shape ELSE postgis.st_collectionextract(postgis.st_makevalid(p_shape), 3) END
$$;

-- Metres across at the widest: exact for a triangle, never more than a circle of the same area; by search where it is large.
CREATE OR REPLACE FUNCTION sync.width(p_shape geometry) RETURNS float8
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT coalesce(max(CASE WHEN st_area(d.geom) > 1 THEN 2 * (st_maximuminscribedcircle(d.geom)).radius
      ELSE least(2 * sqrt(st_area(d.geom) / pi()), 4 * st_area(d.geom) / st_perimeter(d.geom)) END), 0)
    FROM st_dump(st_collectionextract(p_shape, 3)) d WHERE st_area(d.geom) > 0
$$;

-- The parts of a divided parcel and the parcel put together from others count as one family.
CREATE OR REPLACE FUNCTION sync.families(p_ops sync.op[]) RETURNS sync.kin[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM unnest(p_ops) o WHERE o.body ? 'parents') THEN
    RETURN '{}';
  END IF;
  RETURN (WITH RECURSIVE link AS (
    SELECT o.id AS one, p::uuid AS other FROM unnest(p_ops) o CROSS JOIN jsonb_array_elements_text(o.body -> 'parents') p
      WHERE o.kind = 'parcel'),
  edge AS (SELECT one, other FROM link UNION SELECT other, one FROM link),
  reach AS (SELECT one AS id, one AS to_id FROM edge UNION SELECT r.id, e.other FROM reach r JOIN edge e ON e.one = r.to_id)
  SELECT coalesce(array_agg(ROW(id, family)::sync.kin), '{}')
    FROM (SELECT id, (array_agg(to_id ORDER BY to_id))[1] AS family FROM reach GROUP BY id) f);
END $$;

CREATE OR REPLACE FUNCTION sync.family(p_kin sync.kin[], p_id uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT family FROM unnest(p_kin) WHERE id = p_id), p_id)
$$;

CREATE OR REPLACE FUNCTION sync.refusal(p_rule text, p_parcels uuid[], p_place geometry, p_detail text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT jsonb_build_object('rule', p_rule, 'parcels', p_parcels, 'east', round(st_x(p)::numeric, 3), 'north',
    round(st_y(p)::numeric, 3), 'detail', p_detail) FROM st_pointonsurface(p_place) p
$$;

-- Rings that cross themselves and did not before.
CREATE OR REPLACE FUNCTION sync.judge_rings(p_before sync.shape[], p_after sync.shape[], p_kin sync.kin[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT sync.refusal('ring-is-simple', ARRAY[a.id], st_pointn(st_exteriorring(st_geometryn(a.geom, 1)), 1),
      st_isvalidreason(a.geom))
    FROM unnest(p_after) a
    WHERE NOT a.sound AND NOT EXISTS (SELECT FROM unnest(p_before) b
      WHERE NOT b.sound AND sync.family(p_kin, b.id) = sync.family(p_kin, a.id));
END $$;

-- Ground that two parcels of one set share now and did not, or not so much.
CREATE OR REPLACE FUNCTION sync.judge_overlaps(p_zone sync.judged_zone, p_before sync.shape[], p_after sync.shape[],
    p_kin sync.kin[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  r record;
  v_was geometry;
  v_same boolean;
BEGIN
  FOR r IN
    WITH pair AS MATERIALIZED (
      SELECT t.id AS a, q.parcel_id AS b, t.parcel_set, q.shape_seq = p_zone.seq AS b_touched, t.geom AS a_geom, q.geom AS b_geom,
          t.sound AND q.sound AS sound
        FROM unnest(p_after) t CROSS JOIN LATERAL (
          SELECT x.parcel_id, x.zone_id, x.shape_seq, x.parcel_set, x.geom, x.sound FROM land.parcel x
            WHERE x.province_id = p_zone.province AND x.live AND x.geom && t.geom OFFSET 0) q
        WHERE q.zone_id = p_zone.zone AND q.parcel_set = t.parcel_set AND (q.zone_id, q.parcel_id) <> (t.zone, t.id)
          AND NOT (q.shape_seq = p_zone.seq AND (q.parcel_id, q.zone_id) < (t.id, t.zone)))
    SELECT a, b, parcel_set, b_touched, st_area(a_geom) + st_area(b_geom) AS sum, sync.ground(b_geom, sound) AS b_ground,
        st_collectionextract(st_intersection(sync.ground(a_geom, sound), sync.ground(b_geom, sound)), 3) AS shared
      FROM pair WHERE CASE WHEN sound THEN st_relate(a_geom, b_geom, '2********') ELSE true END
  LOOP
    CONTINUE WHEN st_isempty(r.shared) OR st_area(r.shared) <= 1e-9;
    v_same := r.sum - 2 * st_area(r.shared) <= 1e-9 * r.sum;
    CONTINUE WHEN NOT v_same AND st_area(r.shared) <= 0.01 AND sync.width(r.shared) <= 0.001;
    SELECT st_collect(st_collectionextract(st_intersection(sync.ground(x.geom, x.sound), y.ground), 3)) INTO v_was
      FROM unnest(p_before) x CROSS JOIN LATERAL (
        SELECT u.id, sync.ground(u.geom, u.sound) AS ground FROM unnest(p_before) u
          WHERE r.b_touched AND sync.family(p_kin, u.id) = sync.family(p_kin, r.b)
        UNION ALL SELECT r.b, r.b_ground WHERE NOT r.b_touched) y
      WHERE sync.family(p_kin, x.id) = sync.family(p_kin, r.a) AND x.id <> y.id AND x.parcel_set = r.parcel_set;
    IF v_same AND v_was IS NULL THEN
      RETURN NEXT sync.refusal('no-duplicate', ARRAY[r.a, r.b], r.shared, '');
    END IF;
    IF v_was IS NULL OR st_area(r.shared) - st_area(v_was) > 0.01
        OR sync.width(r.shared) - sync.width(v_was) > greatest(0.001, 0.1 * sync.width(v_was)) THEN
      RETURN NEXT sync.refusal('no-overlap', ARRAY[r.a, r.b], r.shared, round(st_area(r.shared)::numeric, 2)::text);
    END IF;
  END LOOP;
END $$;

-- What ground does not cover and surrounds, also where it closes in one point only.
CREATE OR REPLACE FUNCTION sync.holes(p_ground geometry) RETURNS SETOF geometry
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT d.geom FROM st_expand(st_envelope(p_ground), 1) box CROSS JOIN st_dump(st_difference(box, p_ground)) d
    WHERE st_xmin(d.geom) > st_xmin(box)
$$;

-- Parcels of a zone beside the touched ones and these themselves; state says whether the act changes the outline.
CREATE OR REPLACE FUNCTION sync.near(p_zone sync.judged_zone, p_touched sync.shape[]) RETURNS sync.shape[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT ON (q.parcel_id) ROW(p_zone.province, p_zone.zone, q.parcel_id, q.parcel_set, '', '',
      CASE WHEN q.shape_seq = p_zone.seq THEN 'touched' ELSE '' END, NULL, sync.ground(q.geom, q.sound), true)::sync.shape
    FROM unnest(p_touched) t CROSS JOIN LATERAL (
      SELECT x.parcel_id, x.zone_id, x.shape_seq, x.parcel_set, x.geom, x.sound FROM land.parcel x
        WHERE x.province_id = p_zone.province AND x.live AND x.geom && st_expand(t.geom, 0.01) OFFSET 0) q
    WHERE q.zone_id = p_zone.zone AND q.parcel_set = t.parcel_set);
END $$;

-- What of a hole no parcel covers, also none that lies far from the act.
CREATE OR REPLACE FUNCTION sync.uncovered(p_around sync.judged_zone[], p_set text, p_hole geometry) RETURNS geometry
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_left geometry := p_hole;
  v_ground geometry;
  z sync.judged_zone;
BEGIN
  FOREACH z IN ARRAY p_around LOOP
    SELECT st_union(sync.ground(q.geom, q.sound)) INTO v_ground FROM (
        SELECT x.geom, x.sound, x.zone_id, x.parcel_set FROM land.parcel x
          WHERE x.province_id = z.province AND x.live AND x.geom && p_hole OFFSET 0) q
      WHERE q.zone_id = z.zone AND q.parcel_set = p_set;
    IF v_ground IS NOT NULL THEN
      v_left := st_difference(v_left, v_ground);
    END IF;
  END LOOP;
  RETURN st_collectionextract(v_left, 3);
END $$;

-- Ground that parcels of one set surround and none covers, and that was no such ground before. A large one is land not surveyed.
CREATE OR REPLACE FUNCTION sync.judge_gaps(p_around sync.judged_zone[], p_near sync.shape[], p_before sync.shape[],
    p_after sync.shape[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_set text;
  v_hole geometry;
  v_was geometry[];
BEGIN
  FOR v_set, v_hole IN
    SELECT h.parcel_set, d.geom
      FROM (SELECT n.parcel_set, sync.holes(st_union(n.geom)) AS geom FROM unnest(p_near) n GROUP BY n.parcel_set) h
        CROSS JOIN st_dump(sync.uncovered(p_around, h.parcel_set, h.geom)) d
      WHERE (st_area(d.geom) > 0.01 OR sync.width(d.geom) > 0.001)
        AND NOT (st_area(d.geom) > 2000 AND sync.width(d.geom) > 20) AND st_npoints(st_exteriorring(d.geom)) <= 251
        AND EXISTS (SELECT FROM unnest(p_before || p_after) t WHERE t.parcel_set = h.parcel_set AND t.geom && d.geom)
  LOOP
    IF v_was IS NULL THEN
      v_was := ARRAY(SELECT sync.holes(st_union(g.geom)) FROM (
        SELECT parcel_set, geom FROM unnest(p_near) WHERE state = ''
        UNION ALL SELECT parcel_set, sync.ground(geom, sound) FROM unnest(p_before)) g GROUP BY g.parcel_set);
    END IF;
    IF NOT EXISTS (SELECT FROM unnest(v_was) w WHERE w && v_hole AND st_area(st_difference(v_hole, w)) <= 0.01) THEN
      RETURN NEXT sync.refusal('no-gap', ARRAY(SELECT n.id FROM unnest(p_near) n
          WHERE n.parcel_set = v_set AND n.geom && v_hole AND st_intersects(n.geom, v_hole)), v_hole,
        round(st_area(v_hole)::numeric, 2)::text);
    END IF;
  END LOOP;
END $$;

-- Two corners of one set on one grid point, brought there by the act.
CREATE OR REPLACE FUNCTION sync.judge_corners(p_at sync.access, p_moved uuid[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH twin AS MATERIALIZED (
    SELECT b.point_id AS one, c.point_id AS other, b.geom
      FROM unnest(p_moved) m CROSS JOIN LATERAL (
          SELECT x.point_id, x.e, x.n, x.geom, x.version FROM land.boundary_point x
            WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.point_id = m OFFSET 0) b
        CROSS JOIN LATERAL (
          SELECT x.point_id, x.zone_id, x.version FROM land.boundary_point x
            WHERE x.province_id = p_at.province AND x.e = b.e AND x.n = b.n OFFSET 0) c
      WHERE b.version > 0 AND c.version > 0 AND c.zone_id = p_at.zone AND c.point_id <> b.point_id
        AND NOT (c.point_id = ANY (p_moved) AND c.point_id < b.point_id)),
  parcel AS MATERIALIZED (
    SELECT k.point, p.parcel_id, p.parcel_set
      FROM (SELECT one FROM twin UNION SELECT other FROM twin) k(point)
        CROSS JOIN LATERAL unnest(sync.users(p_at.province, p_at.zone, ARRAY[k.point])) u(id)
        CROSS JOIN LATERAL (SELECT x.parcel_id, x.parcel_set FROM land.parcel x
          WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.parcel_id = u.id OFFSET 0) p)
  SELECT sync.refusal('corners-apart', ARRAY[p.parcel_id, q.parcel_id], t.geom, '')
    FROM twin t JOIN parcel p ON p.point = t.one JOIN parcel q ON q.point = t.other AND q.parcel_set = p.parcel_set;
END $$;

-- A number or a permanent code that two parcels have now. Codes count in the whole province and retired parcels too.
CREATE OR REPLACE FUNCTION sync.judge_names(p_at sync.access, p_before sync.shape[], p_after sync.shape[], p_kin sync.kin[])
RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  a sync.shape;
  v_known jsonb := (SELECT coalesce(jsonb_object_agg(id, jsonb_build_object('number', parcel_set || number_key, 'code', code)), '{}')
    FROM unnest(p_before) WHERE zone = p_at.zone);
  v_old jsonb;
BEGIN
  FOREACH a IN ARRAY p_after LOOP
    CONTINUE WHEN a.zone <> p_at.zone;
    v_old := v_known -> a.id::text;
    IF a.number_key <> '' AND v_old ->> 'number' IS DISTINCT FROM a.parcel_set || a.number_key THEN
      RETURN QUERY
      SELECT sync.refusal('number-is-unique', array_agg(q.parcel_id) || a.id, a.geom, a.number_key) FROM (
          SELECT x.parcel_id, x.parcel_set FROM land.parcel x
            WHERE x.province_id = p_at.province AND x.live AND x.number_key = a.number_key AND x.number_key <> '' OFFSET 0) q
        WHERE q.parcel_set = a.parcel_set AND q.parcel_id <> a.id
          -- A pair that was there between the same families is nothing new.
          AND NOT (sync.family(p_kin, q.parcel_id) <> sync.family(p_kin, a.id)
            AND EXISTS (SELECT FROM unnest(p_before) b WHERE (b.number_key, b.parcel_set) = (a.number_key, a.parcel_set)
              AND sync.family(p_kin, b.id) = sync.family(p_kin, a.id))
            AND (NOT EXISTS (SELECT FROM unnest(p_after) n WHERE n.id = q.parcel_id)
              OR EXISTS (SELECT FROM unnest(p_before) b WHERE (b.number_key, b.parcel_set) = (a.number_key, a.parcel_set)
                AND sync.family(p_kin, b.id) = sync.family(p_kin, q.parcel_id))))
        HAVING count(*) > 0;
    END IF;
    IF a.code <> '' AND v_old ->> 'code' IS DISTINCT FROM a.code THEN
      RETURN QUERY
      SELECT sync.refusal('code-is-free', ARRAY[a.id, q.parcel_id], a.geom, a.code) FROM (
          SELECT x.parcel_id, x.zone_id, x.parcel_set, x.version FROM land.parcel x
            WHERE x.province_id = p_at.province AND x.code = a.code AND x.code <> '' OFFSET 0) q
        WHERE q.version > 0 AND q.parcel_set = a.parcel_set AND (q.parcel_id <> a.id OR q.zone_id <> a.zone);
    END IF;
  END LOOP;
END $$;

-- A parcel that an authority has frozen stays as it is, but for its state and corners put on its sides.
CREATE OR REPLACE FUNCTION sync.judge_frozen(p_ops sync.op[], p_before sync.shape[], p_after sync.shape[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM unnest(p_before) WHERE state = 'FROZEN') THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT sync.refusal('not-frozen', ARRAY[b.id], b.geom, '')
    FROM unnest(p_before) b LEFT JOIN unnest(p_after) a ON a.id = b.id AND a.zone = b.zone
    WHERE b.state = 'FROZEN' AND (a.id IS NULL OR a.body - 'state' <> b.body - 'state'
      OR st_hausdorffdistance(st_boundary(a.geom), st_boundary(b.geom)) > 0.0011
      OR EXISTS (SELECT FROM unnest(p_ops) o JOIN person.secret s ON s.province_id = b.province AND s.zone_id = b.zone
        AND s.kind = 'parcel' AND s.object_id = b.id WHERE o.kind = 'parcel' AND o.id = b.id AND o.secret <>
          person.opened(s.body, person.place(s.zone_id, s.kind, s.object_id, s.second_id), (SELECT person.keys()))::jsonb));
END $$;

-- All refusals of an act that no waiver covers. Nothing waives a ring that crosses itself.
CREATE OR REPLACE FUNCTION sync.judge(p_at sync.access, p_around sync.judged_zone[], p_ops sync.op[], p_moved uuid[],
    p_before sync.shape[], p_after sync.shape[], p_waivers jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_kin sync.kin[] := sync.families(p_ops);
  v_near sync.shape[] := '{}';
  v_found jsonb[];
  z sync.judged_zone;
BEGIN
  v_found := ARRAY(SELECT sync.judge_rings(p_before, p_after, v_kin));
  FOREACH z IN ARRAY p_around LOOP
    v_found := v_found || ARRAY(SELECT sync.judge_overlaps(z, p_before, p_after, v_kin));
    v_near := v_near || sync.near(z, p_before || p_after);
  END LOOP;
  v_found := v_found || ARRAY(SELECT sync.judge_gaps(p_around, v_near, p_before, p_after))
    || ARRAY(SELECT sync.judge_corners(p_at, p_moved))
    || ARRAY(SELECT sync.judge_names(p_at, p_before, p_after, v_kin))
    || ARRAY(SELECT sync.judge_frozen(p_ops, p_before, p_after));
  RETURN (SELECT coalesce(jsonb_agg(f), '[]') FROM unnest(v_found) f
    WHERE f ->> 'rule' = 'ring-is-simple' OR NOT EXISTS (SELECT FROM jsonb_array_elements(p_waivers) w
      WHERE w ->> 'rule' = f ->> 'rule' AND (w -> 'subjects' = '[]'
        OR EXISTS (SELECT FROM jsonb_array_elements(w -> 'subjects') s WHERE f -> 'parcels' @> s))));
END $$;
