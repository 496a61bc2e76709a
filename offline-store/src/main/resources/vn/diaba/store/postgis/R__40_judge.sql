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

CREATE OR REPLACE FUNCTION sync.ground(p_shape geometry, p_sound boolean) RETURNS geometry
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT CASE WHEN p_sound THEN p_shape ELSE st_collectionextract(st_makevalid(p_shape), 3) END
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
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE link AS (
    SELECT o.id AS one, p::uuid AS other FROM unnest(p_ops) o CROSS JOIN jsonb_array_elements_text(o.body -> 'parents') p
      WHERE o.kind = 'parcel'),
  edge AS (SELECT one, other FROM link UNION SELECT other, one FROM link),
  reach AS (SELECT one AS id, one AS to_id FROM edge UNION SELECT r.id, e.other FROM reach r JOIN edge e ON e.one = r.to_id)
  SELECT coalesce(array_agg(ROW(id, family)::sync.kin), '{}')
    FROM (SELECT id, (array_agg(to_id ORDER BY to_id))[1] AS family FROM reach GROUP BY id) f
$$;

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
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT sync.refusal('ring-is-simple', ARRAY[a.id], st_pointn(st_exteriorring(st_geometryn(a.geom, 1)), 1),
      st_isvalidreason(a.geom))
    FROM unnest(p_after) a
    WHERE NOT a.sound AND NOT EXISTS (SELECT FROM unnest(p_before) b
      WHERE NOT b.sound AND sync.family(p_kin, b.id) = sync.family(p_kin, a.id))
$$;

-- Ground that two parcels of one set share now and did not, or not so much.
CREATE OR REPLACE FUNCTION sync.judge_overlaps(p_around sync.judged_zone[], p_before sync.shape[], p_after sync.shape[],
    p_kin sync.kin[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  r record;
  v_was geometry;
  v_same boolean;
BEGIN
  FOR r IN
    SELECT t.id AS a, q.parcel_id AS b, t.zone AS a_zone, q.zone_id AS b_zone, t.parcel_set,
        q.shape_seq = z.seq AS b_touched, st_area(t.geom) + st_area(q.geom) AS sum,
        sync.ground(q.geom, q.sound) AS b_ground,
        st_collectionextract(st_intersection(sync.ground(t.geom, t.sound), sync.ground(q.geom, q.sound)), 3) AS shared
      FROM unnest(p_after) t CROSS JOIN unnest(p_around) z
        JOIN land.parcel q ON q.province_id = z.province AND q.zone_id = z.zone AND q.live AND q.geom && t.geom
          AND q.parcel_set = t.parcel_set
      WHERE (q.zone_id, q.parcel_id) <> (t.zone, t.id)
        AND NOT (q.shape_seq = z.seq AND (q.parcel_id, q.zone_id) < (t.id, t.zone))
        AND CASE WHEN t.sound AND q.sound THEN st_relate(t.geom, q.geom, '2********') ELSE true END
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

-- Ground that parcels of one set surround and none covers, and that was no such ground before. A large one is land not surveyed.
CREATE OR REPLACE FUNCTION sync.judge_gaps(p_around sync.judged_zone[], p_before sync.shape[], p_after sync.shape[])
RETURNS SETOF jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  WITH touched AS (
    SELECT parcel_set, geom FROM unnest(p_before) UNION ALL SELECT parcel_set, geom FROM unnest(p_after)),
  near AS (
    SELECT DISTINCT ON (q.zone_id, q.parcel_id) q.parcel_id, q.parcel_set, sync.ground(q.geom, q.sound) AS geom,
        q.shape_seq = z.seq AS is_touched
      FROM touched t CROSS JOIN unnest(p_around) z
        JOIN land.parcel q ON q.province_id = z.province AND q.zone_id = z.zone AND q.live AND q.geom && st_expand(t.geom, 0.01)
          AND q.parcel_set = t.parcel_set),
  now AS (
    SELECT n.parcel_set, st_makepolygon(st_interiorringn(d.geom, i)) AS geom
      FROM (SELECT parcel_set, st_union(geom) AS geom FROM near GROUP BY parcel_set) n
        CROSS JOIN st_dump(n.geom) d CROSS JOIN generate_series(1, st_numinteriorrings(d.geom)) i),
  hole AS (
    SELECT h.parcel_set, d.geom
      FROM now h CROSS JOIN LATERAL (
          SELECT st_union(sync.ground(q.geom, q.sound)) AS geom FROM unnest(p_around) z
            JOIN land.parcel q ON q.province_id = z.province AND q.zone_id = z.zone AND q.live AND q.geom && h.geom
              AND q.parcel_set = h.parcel_set) c
        CROSS JOIN st_dump(st_collectionextract(CASE WHEN c.geom IS NULL THEN h.geom ELSE st_difference(h.geom, c.geom) END, 3)) d
      WHERE EXISTS (SELECT FROM touched t WHERE t.parcel_set = h.parcel_set AND t.geom && h.geom)),
  large AS (
    SELECT * FROM hole WHERE (st_area(geom) > 0.01 OR sync.width(geom) > 0.001)
      AND NOT (st_area(geom) > 2000 AND sync.width(geom) > 20) AND st_npoints(st_exteriorring(geom)) <= 251),
  was AS MATERIALIZED (
    SELECT b.parcel_set, st_makepolygon(st_interiorringn(d.geom, i)) AS geom
      FROM (SELECT parcel_set, st_union(geom) AS geom FROM (
          SELECT parcel_set, geom FROM near WHERE NOT is_touched
          UNION ALL SELECT parcel_set, sync.ground(geom, sound) FROM unnest(p_before)) x
          WHERE EXISTS (SELECT FROM large) GROUP BY parcel_set) b
        CROSS JOIN st_dump(b.geom) d CROSS JOIN generate_series(1, st_numinteriorrings(d.geom)) i)
  SELECT sync.refusal('no-gap', ARRAY(SELECT n.parcel_id FROM near n
        WHERE n.parcel_set = l.parcel_set AND n.geom && l.geom AND st_intersects(n.geom, l.geom)), l.geom,
      round(st_area(l.geom)::numeric, 2)::text)
    FROM large l
    WHERE NOT EXISTS (SELECT FROM was w WHERE w.parcel_set = l.parcel_set AND w.geom && l.geom
      AND st_area(st_difference(l.geom, w.geom)) <= 0.01)
$$;

-- Two corners of one set on one grid point, brought there by the act.
CREATE OR REPLACE FUNCTION sync.judge_corners(p_at sync.access, p_ops sync.op[], p_moved uuid[]) RETURNS SETOF jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT sync.refusal('corners-apart', ARRAY[p.parcel_id, q.parcel_id], b.geom, '')
    FROM unnest(p_moved) m JOIN land.boundary_point b ON b.province_id = p_at.province AND b.zone_id = p_at.zone AND b.point_id = m
      JOIN land.boundary_point c ON c.province_id = p_at.province AND c.zone_id = p_at.zone AND c.e = b.e AND c.n = b.n
        AND c.point_id <> b.point_id AND c.version > 0
      CROSS JOIN LATERAL (SELECT r.parcel_id, x.parcel_set FROM land.ring_point r JOIN land.parcel x USING (province_id, zone_id, parcel_id)
        WHERE r.province_id = p_at.province AND r.zone_id = p_at.zone AND r.point_id = b.point_id) p
      CROSS JOIN LATERAL (SELECT r.parcel_id, x.parcel_set FROM land.ring_point r JOIN land.parcel x USING (province_id, zone_id, parcel_id)
        WHERE r.province_id = p_at.province AND r.zone_id = p_at.zone AND r.point_id = c.point_id) q
    WHERE b.version > 0 AND p.parcel_set = q.parcel_set
      AND NOT (c.point_id = ANY (p_moved) AND c.point_id < b.point_id)
$$;

-- A number or a permanent code that two parcels have now. Codes count among the whole province and retired parcels too.
CREATE OR REPLACE FUNCTION sync.judge_names(p_at sync.access, p_ops sync.op[], p_before sync.shape[], p_after sync.shape[],
    p_kin sync.kin[]) RETURNS SETOF jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT sync.refusal('number-is-unique', array_agg(q.parcel_id) || a.id, a.geom, a.number_key)
    FROM unnest(p_after) a JOIN land.parcel q ON q.province_id = p_at.province AND q.zone_id = p_at.zone AND q.live
      AND q.number_key = a.number_key AND q.number_key <> '' AND q.parcel_set = a.parcel_set AND q.parcel_id <> a.id
    WHERE a.zone = p_at.zone
      AND NOT EXISTS (SELECT FROM unnest(p_before) b WHERE b.number_key = a.number_key AND b.parcel_set = a.parcel_set
        AND sync.family(p_kin, b.id) = sync.family(p_kin, a.id) AND sync.family(p_kin, q.parcel_id) <> sync.family(p_kin, a.id)
        AND (q.seq < (SELECT max(seq) FROM land.parcel x WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone
              AND x.parcel_id = a.id)
          OR EXISTS (SELECT FROM unnest(p_before) c WHERE c.number_key = a.number_key AND c.parcel_set = a.parcel_set
            AND sync.family(p_kin, c.id) = sync.family(p_kin, q.parcel_id))))
    GROUP BY a.id, a.geom, a.number_key
  UNION ALL
  SELECT sync.refusal('code-is-free', ARRAY[a.id, q.parcel_id], a.geom, a.code)
    FROM unnest(p_after) a JOIN land.parcel q ON q.province_id = p_at.province AND q.code = a.code AND q.code <> ''
      AND q.version > 0 AND q.parcel_set = a.parcel_set AND (q.parcel_id <> a.id OR q.zone_id <> a.zone)
    WHERE a.zone = p_at.zone AND NOT EXISTS (SELECT FROM unnest(p_before) b WHERE b.id = a.id AND b.code = a.code)
$$;

-- A parcel that an authority has frozen stays as it is, but for its state and corners put on its sides.
CREATE OR REPLACE FUNCTION sync.judge_frozen(p_ops sync.op[], p_before sync.shape[], p_after sync.shape[]) RETURNS SETOF jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
  SELECT sync.refusal('not-frozen', ARRAY[b.id], b.geom, '')
    FROM unnest(p_before) b LEFT JOIN unnest(p_after) a ON a.id = b.id AND a.zone = b.zone
    WHERE b.state = 'FROZEN' AND (a.id IS NULL OR a.body - 'state' <> b.body - 'state'
      OR st_hausdorffdistance(st_boundary(a.geom), st_boundary(b.geom)) > 0.0011
      OR EXISTS (SELECT FROM unnest(p_ops) o JOIN person.secret s ON s.province_id = b.province AND s.zone_id = b.zone
        AND s.kind = 'parcel' AND s.object_id = b.id WHERE o.kind = 'parcel' AND o.id = b.id AND o.secret <> s.body))
$$;

-- All refusals of an act that no waiver covers. Nothing waives a ring that crosses itself.
CREATE OR REPLACE FUNCTION sync.judge(p_at sync.access, p_around sync.judged_zone[], p_ops sync.op[], p_moved uuid[],
    p_before sync.shape[], p_after sync.shape[], p_waivers jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_kin sync.kin[] := sync.families(p_ops);
  v_found jsonb[];
BEGIN
  v_found := ARRAY(SELECT sync.judge_rings(p_before, p_after, v_kin))
    || ARRAY(SELECT sync.judge_overlaps(p_around, p_before, p_after, v_kin))
    || ARRAY(SELECT sync.judge_gaps(p_around, p_before, p_after))
    || ARRAY(SELECT sync.judge_corners(p_at, p_ops, p_moved))
    || ARRAY(SELECT sync.judge_names(p_at, p_ops, p_before, p_after, v_kin))
    || ARRAY(SELECT sync.judge_frozen(p_ops, p_before, p_after));
  RETURN (SELECT coalesce(jsonb_agg(f), '[]') FROM unnest(v_found) f
    WHERE f ->> 'rule' = 'ring-is-simple' OR NOT EXISTS (SELECT FROM jsonb_array_elements(p_waivers) w
      WHERE w ->> 'rule' = f ->> 'rule' AND (w -> 'subjects' = '[]'
        OR EXISTS (SELECT FROM jsonb_array_elements(w -> 'subjects') s WHERE f -> 'parcels' @> s))));
END $$;
