-- One change set becomes land, or not at all. Order: rights, answer given before, zones locked in order, guards, the tables, the
-- judgement of the result, the log with its chain. All is one transaction; a refusal takes its own writes back.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync.answered(p_province smallint, p_id uuid, p_sha bytea) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_row sync.changeset;
BEGIN
  SELECT * INTO v_row FROM sync.changeset WHERE province_id = p_province AND changeset_id = p_id;
  IF v_row.changeset_id IS NULL THEN
    RETURN NULL;
  ELSIF v_row.payload_sha <> p_sha THEN
    PERFORM sync.fail('push-differs', jsonb_build_array(p_id));
  END IF;
  RETURN jsonb_build_object('status', 'accepted', 'seq', v_row.seq, 'versions', v_row.versions, 'replayed', true);
END $$;

-- Zones that a change of these corners reaches: their homes and whoever uses them.
CREATE OR REPLACE FUNCTION sync.reach(p_zone int, p_corners uuid[]) RETURNS int[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH home AS (
    SELECT point_id, home_zone FROM land.border_use WHERE user_zone = p_zone AND point_id = ANY (p_corners)
    UNION ALL SELECT point_id, p_zone FROM land.border_use WHERE home_zone = p_zone AND point_id = ANY (p_corners))
  SELECT array_agg(DISTINCT zone ORDER BY zone) FROM (
    SELECT p_zone AS zone UNION ALL SELECT home_zone FROM home
    UNION ALL SELECT u.user_zone FROM land.border_use u JOIN home USING (home_zone, point_id) WHERE u.gone_version IS NULL) z
$$;

-- The parcels of a zone that cite corners.
CREATE OR REPLACE FUNCTION sync.users(p_province smallint, p_zone int, p_points uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT r.parcel_id FROM unnest(p_points) i CROSS JOIN LATERAL (
    SELECT x.parcel_id, x.zone_id FROM land.ring_point x WHERE x.province_id = p_province AND x.point_id = i OFFSET 0) r
    WHERE r.zone_id = p_zone);
END $$;

-- What the push was made on and is not so any more; what it should have been made on and was not counts too.
CREATE OR REPLACE FUNCTION sync.stale(p_at sync.access, p_ops sync.op[], p_guards jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (WITH guard AS MATERIALIZED (
    SELECT g ->> 0 AS kind, split_part(g ->> 1, '|', 1)::uuid AS id,
        CASE WHEN g ->> 0 = 'side' THEN split_part(g ->> 1, '|', 2) ELSE g ->> 1 END::uuid AS id2, (g ->> 2)::bigint AS version
      FROM jsonb_array_elements(p_guards) g),
  needed AS MATERIALIZED (
    SELECT kind, id, id2 FROM unnest(p_ops)
    UNION SELECT 'parcel', i, i FROM unnest(sync.users(p_at.province, p_at.zone,
      ARRAY(SELECT o.id FROM unnest(p_ops) o WHERE o.kind = 'corner' AND o.old <> 0))) i
    UNION SELECT 'corner', r.point_id, r.point_id FROM unnest(p_ops) o CROSS JOIN LATERAL (
        SELECT x.point_id FROM land.ring_point x
          WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.parcel_id = o.id OFFSET 0) r
      WHERE o.kind = 'parcel' AND o.old <> 0
    UNION SELECT 'corner', c::uuid, c::uuid FROM unnest(p_ops) o CROSS JOIN jsonb_array_elements(o.body -> 'faces') f
      CROSS JOIN jsonb_array_elements(f) r CROSS JOIN jsonb_array_elements_text(r) c WHERE o.kind = 'parcel'
    UNION SELECT kind, id, id2 FROM guard),
  old AS (
    SELECT n.kind, n.id, n.id2 FROM needed n LEFT JOIN guard g USING (kind, id, id2)
      WHERE g.version IS DISTINCT FROM sync.version_of(p_at.province, p_at.zone, n.kind, n.id, n.id2)
    UNION SELECT kind, id, id2 FROM unnest(p_ops) WHERE had <> (old > 0) OR (body IS NULL AND NOT had))
  SELECT coalesce(jsonb_agg(jsonb_build_array(kind, CASE WHEN kind = 'side' THEN id || '|' || id2 ELSE id::text END)), '[]')
    FROM old);
END $$;

-- Rings that cite corners which are not there.
CREATE OR REPLACE FUNCTION sync.dangling(p_at sync.access, p_ops sync.op[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_array('parcel', parcel_id)), '[]') FROM (
    SELECT o.id AS parcel_id FROM unnest(p_ops) o CROSS JOIN LATERAL (
        SELECT x.point_id FROM land.ring_point x
          WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.parcel_id = o.id OFFSET 0) r
      WHERE o.kind = 'parcel' AND sync.version_of(p_at.province, p_at.zone, 'corner', r.point_id, r.point_id) <= 0
    UNION SELECT i FROM unnest(sync.users(p_at.province, p_at.zone,
      ARRAY(SELECT o.id FROM unnest(p_ops) o WHERE o.kind = 'corner' AND o.body IS NULL))) i) d);
END $$;

-- Live parcels among some.
CREATE OR REPLACE FUNCTION sync.shapes(p_province smallint, p_zone int, p_ids uuid[]) RETURNS sync.shape[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT ROW(p_province, p_zone, i, p.parcel_set, p.number_key, p.code, p.state, p.body, p.geom, p.sound)::sync.shape
    FROM unnest(p_ids) i CROSS JOIN LATERAL (
      SELECT x.* FROM land.parcel x WHERE x.province_id = p_province AND x.zone_id = p_zone AND x.parcel_id = i OFFSET 0) p
    WHERE p.live);
END $$;

-- Numbers, hashes and keeps an entry of a zone's log.
CREATE OR REPLACE FUNCTION sync.log(p_province smallint, p_zone int, p_id uuid, p_author text, p_land text, p_person text,
    p_ops sync.op[], p_extent geometry) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_head sync.zone_head;
  v_now timestamptz := clock_timestamp();
  v_seconds bigint := floor(extract(epoch FROM v_now));
  v_nanos int := (extract(epoch FROM v_now) - v_seconds) * 1000000000;
  v_person_hash bytea := sha256(convert_to(p_person, 'UTF8'));
  v_hash bytea;
BEGIN
  SELECT * INTO v_head FROM sync.zone_head WHERE zone_id = p_zone;
  v_hash := sha256(v_head.head_hash || int8send(v_head.head_seq + 1) || uuid_send(p_id)
    || sha256(sha256(convert_to(p_land, 'UTF8')) || v_person_hash)
    || convert_to(p_author, 'UTF8') || int8send(v_seconds) || int4send(v_nanos));
  INSERT INTO sync.entry VALUES (p_province, p_zone, v_head.head_seq + 1, p_id, p_author, sync.me(), v_now, p_land, v_person_hash,
    octet_length(p_land) + octet_length(p_person), v_head.head_hash, v_hash);
  IF p_person <> '' THEN
    INSERT INTO person.entry VALUES (p_province, p_zone, v_head.head_seq + 1,
      person.seal(p_person, concat_ws('|', 'entry', p_zone, v_head.head_seq + 1), person.keys()));
  END IF;
  INSERT INTO sync.change
    SELECT p_province, p_zone, v_head.head_seq + 1, row_number() OVER (ORDER BY o.i) - 1, o.kind, o.id, nullif(o.id2, o.id),
        CASE WHEN o.body IS NULL THEN 'D' WHEN o.new = 1 THEN 'I' ELSE 'U' END, o.new, o.body
      FROM unnest(p_ops) o;
  UPDATE sync.zone_head SET head_seq = head_seq + 1, head_hash = v_hash,
      extent = CASE WHEN p_extent IS NULL OR st_covers(extent, p_extent) THEN extent
        ELSE st_envelope(st_collect(extent, p_extent)) END
    WHERE zone_id = p_zone;
  RETURN v_head.head_seq + 1;
END $$;

-- A border corner's change as a change set of the other zone.
CREATE OR REPLACE FUNCTION sync.part_of(p_land jsonb, p_ops sync.op[]) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (p_land - 'waivers' || jsonb_build_object('changes', jsonb_agg(p_land -> 'changes' -> o.i ORDER BY o.i)))::text
    FROM unnest(p_ops) o
$$;

CREATE OR REPLACE FUNCTION sync.versions_json(p_ops sync.op[]) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_array(kind, CASE WHEN kind = 'side' THEN id || '|' || id2 ELSE id::text END, new) ORDER BY i),
    '[]') FROM unnest(p_ops)
$$;

-- Writes, derives, judges and logs; the zones are locked. Returns what speaks against it: {"refusals": []} or {"stale": []}.
CREATE OR REPLACE FUNCTION sync.take(p_at sync.access, p_push sync.changeset, p_land jsonb, p_texts text[], p_ops sync.op[],
    p_zones int[]) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_corners uuid[] := ARRAY(SELECT id FROM unnest(p_ops) WHERE kind = 'corner');
  v_moved uuid[] := ARRAY(SELECT o.id FROM unnest(p_ops) o LEFT JOIN LATERAL (
      SELECT b.version, b.e, b.n FROM land.boundary_point b
        WHERE b.province_id = p_at.province AND b.zone_id = p_at.zone AND b.point_id = o.id OFFSET 0) b ON true
    WHERE o.kind = 'corner' AND o.body IS NOT NULL
      AND (b.version IS NULL OR b.version < 0 OR (b.e, b.n) <> ((o.body ->> 'e')::bigint, (o.body ->> 'n')::bigint)));
  v_before sync.shape[] := '{}';
  v_after sync.shape[] := '{}';
  v_around sync.judged_zone[] := '{}';
  v_ids jsonb := '{}';
  v_extent geometry;
  v_refusals jsonb;
  v_stale jsonb;
  v_part sync.op[];
  v_seq bigint;
  z record;
BEGIN
  FOR z IN SELECT zone_id, province_id, head_seq + 1 AS seq FROM sync.zone JOIN sync.zone_head USING (zone_id)
      WHERE zone_id = ANY (p_zones) ORDER BY zone_id LOOP
    v_ids := v_ids || jsonb_build_object(z.zone_id::text, ARRAY(
      SELECT i FROM unnest(sync.users(z.province_id, z.zone_id, v_corners)) i
      UNION SELECT o.id FROM unnest(p_ops) o WHERE o.kind = 'parcel' AND z.zone_id = p_at.zone));
    v_before := v_before || sync.shapes(z.province_id, z.zone_id,
      ARRAY(SELECT jsonb_array_elements_text(v_ids -> z.zone_id::text)::uuid));
    v_around := v_around || ROW(z.province_id, z.zone_id, z.seq)::sync.judged_zone;
  END LOOP;
  SELECT head_seq + 1 INTO v_seq FROM sync.zone_head WHERE zone_id = p_at.zone;
  PERFORM sync.put_corners(p_at, p_ops, v_seq);
  PERFORM sync.put_parcels(p_at, p_ops, p_push.changeset_id, v_seq);
  PERFORM sync.put_others(p_at, p_ops, v_seq);
  v_stale := sync.dangling(p_at, p_ops);
  IF v_stale <> '[]' THEN
    RETURN jsonb_build_object('stale', v_stale);
  END IF;
  FOR z IN SELECT zone_id, province_id, srid, head_seq + 1 AS seq FROM sync.zone JOIN sync.zone_head USING (zone_id)
      WHERE zone_id = ANY (p_zones) ORDER BY zone_id LOOP
    PERFORM sync.derive(z.province_id, z.zone_id, ARRAY(SELECT i::uuid FROM jsonb_array_elements_text(v_ids -> z.zone_id::text) i
      EXCEPT SELECT o.id FROM unnest(p_ops) o WHERE o.kind = 'parcel' AND z.zone_id = p_at.zone), z.seq);
    v_after := v_after || sync.shapes(z.province_id, z.zone_id,
      ARRAY(SELECT jsonb_array_elements_text(v_ids -> z.zone_id::text)::uuid));
  END LOOP;
  SELECT st_setsrid(st_extent(geom)::geometry, p_at.srid) INTO v_extent
    FROM (SELECT geom FROM unnest(v_before) UNION ALL SELECT geom FROM unnest(v_after)) g;
  v_around := v_around || ARRAY(SELECT ROW(o.province_id, o.zone_id, -1)::sync.judged_zone
    FROM sync.zone o JOIN sync.zone_head h USING (zone_id)
    WHERE o.srid = p_at.srid AND o.ready AND o.zone_id <> ALL (p_zones) AND h.extent && v_extent);
  v_refusals := CASE WHEN v_extent IS NULL AND v_before = '{}' THEN '[]'::jsonb
    ELSE sync.judge(p_at, v_around, p_ops, v_moved, v_before, v_after, coalesce(p_land -> 'waivers', '[]')) END;
  SELECT v_refusals || coalesce(jsonb_agg(sync.refusal('edges-match', ARRAY[r.parcel_id], b.geom, '')), '[]') INTO v_refusals
    FROM unnest(p_ops) o JOIN land.border_use u ON u.home_zone = p_at.zone AND u.point_id = o.id AND u.gone_version IS NULL
      JOIN sync.zone z2 ON z2.zone_id = u.user_zone
      CROSS JOIN LATERAL unnest(sync.users(z2.province_id, z2.zone_id, ARRAY[o.id])) r(parcel_id)
      CROSS JOIN LATERAL (SELECT x.geom FROM land.boundary_point x
        WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.point_id = o.id OFFSET 0) b
    WHERE o.kind = 'corner' AND o.body IS NULL;
  IF v_refusals <> '[]' THEN
    RETURN jsonb_build_object('refusals', v_refusals);
  END IF;
  FOR z IN SELECT zone_id, province_id FROM sync.zone WHERE zone_id = ANY (p_zones) ORDER BY zone_id LOOP
    IF z.zone_id = p_at.zone THEN
      v_seq := sync.log(z.province_id, z.zone_id, p_push.changeset_id, p_push.author, p_texts[1], p_texts[2], p_ops, v_extent);
      CONTINUE;
    END IF;
    v_part := ARRAY(SELECT o FROM unnest(p_ops) o WHERE o.kind = 'corner' AND o.body IS NOT NULL
      AND (EXISTS (SELECT FROM land.border_use u WHERE u.user_zone = z.zone_id AND u.point_id = o.id AND u.gone_version IS NULL)
        OR EXISTS (SELECT FROM land.border_use u WHERE u.home_zone = z.zone_id AND u.user_zone = p_at.zone AND u.point_id = o.id)));
    IF v_part <> '{}' THEN
      PERFORM sync.log(z.province_id, z.zone_id, p_push.changeset_id, p_push.author, sync.part_of(p_land, v_part), '', v_part, v_extent);
    END IF;
  END LOOP;
  RETURN jsonb_build_object('seq', v_seq);
END $$;

CREATE OR REPLACE FUNCTION sync_api.push(p_id uuid, p_client uuid, p_protocol int, p_zone int, p_author text, p_land text,
    p_person text, p_guards jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, postgis, pg_temp SET lock_timeout = '10s'
  SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_sha bytea := sha256(sha256(convert_to(p_land, 'UTF8')) || sha256(convert_to(p_person, 'UTF8')));
  v_push sync.changeset := ROW(v_at.province, p_id, p_zone, 0, p_client, sync.me(), p_author, v_sha, '[]', clock_timestamp(), NULL);
  v_known jsonb;
  v_land jsonb;
  v_persons jsonb;
  v_corners uuid[];
  v_zones int[];
  v_ops sync.op[];
  v_stale jsonb;
  v_verdict jsonb;
  v_waits boolean;
BEGIN
  PERFORM sync.protocol(p_protocol);
  IF NOT v_at.can_write THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
  IF EXISTS (SELECT FROM sync.device d WHERE d.client_id = p_client AND d.revoked) THEN
    PERFORM sync.fail('device-revoked', jsonb_build_array(p_client));
  END IF;
  PERFORM person.keys();
  v_known := sync.answered(v_at.province, p_id, v_sha);
  IF v_known IS NOT NULL THEN
    RETURN v_known;
  END IF;
  BEGIN
    v_land := p_land;
    IF NOT sync.is_json(p_land) OR NOT sync.is_json(p_person) OR NOT sync.is_change_set(p_id, v_land, nullif(p_person, '')::jsonb)
        OR jsonb_array_length(v_land -> 'changes') > (SELECT max_changes FROM sync.server) THEN
      RAISE data_exception;
    END IF;
    v_persons := coalesce(nullif(p_person, '')::jsonb -> 'changes', '[]');
    v_corners := ARRAY(SELECT (c ->> 'id')::uuid FROM jsonb_array_elements(v_land -> 'changes') c WHERE c ->> 'k' = 'corner');
  EXCEPTION WHEN data_exception OR invalid_text_representation OR invalid_datetime_format OR datetime_field_overflow THEN
    PERFORM sync.fail('payload-unreadable', jsonb_build_array(p_id));
  END;
  v_zones := sync.reach(p_zone, v_corners);
  PERFORM FROM sync.zone_head WHERE zone_id = ANY (v_zones) ORDER BY zone_id FOR NO KEY UPDATE;
  v_known := sync.answered(v_at.province, p_id, v_sha);
  IF v_known IS NOT NULL THEN
    RETURN v_known;
  END IF;
  IF sync.reach(p_zone, v_corners) <> v_zones THEN
    RAISE serialization_failure USING MESSAGE = 'the border changed meanwhile';
  END IF;
  IF EXISTS (SELECT FROM unnest(v_zones) x WHERE x <> p_zone AND NOT EXISTS (SELECT FROM sync.user_scope s
      WHERE s.username = sync.me() AND s.zone_id = x AND s.can_write)) THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
  v_waits := sync.waits(v_at, p_id, v_sha, v_zones) AND NOT sync.about_cases(v_at, v_land -> 'changes');
  v_known := CASE WHEN v_waits THEN sync.declined(v_push) END;
  IF v_known IS NOT NULL THEN
    RETURN v_known;
  END IF;
  BEGIN
    v_ops := sync.ops(v_at.province, p_zone, v_land -> 'changes', v_persons);
    v_stale := sync.stale(v_at, v_ops, p_guards);
    IF v_stale <> '[]' THEN
      RETURN jsonb_build_object('status', 'stale', 'objects', v_stale);
    END IF;
    v_verdict := sync.reserved(v_at, p_client, v_ops);
    IF v_verdict IS NULL THEN
      v_verdict := sync.take(v_at, v_push, v_land, ARRAY[p_land, p_person], v_ops, v_zones);
    END IF;
    IF v_verdict ? 'seq' AND NOT v_waits THEN
      v_push.seq := v_verdict ->> 'seq';
      v_push.versions := sync.versions_json(v_ops);
      SELECT sync.proof(h.head_hash, v_push) INTO v_push.proof FROM sync.zone_head h WHERE h.zone_id = p_zone;
      INSERT INTO sync.changeset SELECT v_push.*;
    ELSE
      RAISE EXCEPTION USING ERRCODE = 'DB001', MESSAGE = 'take it back';
    END IF;
  EXCEPTION
    WHEN SQLSTATE 'DB001' THEN NULL;
    WHEN data_exception OR integrity_constraint_violation OR not_null_violation OR check_violation
        OR invalid_text_representation OR unique_violation THEN
      PERFORM sync.fail('payload-unreadable', jsonb_build_array(p_id, SQLERRM));
  END;
  IF v_verdict ? 'stale' THEN
    RETURN jsonb_build_object('status', 'stale', 'objects', v_verdict -> 'stale');
  ELSIF v_verdict ? 'refusals' THEN
    INSERT INTO sync.refusal(province_id, zone_id, changeset_id, username, author, refusals)
      VALUES (v_at.province, p_zone, p_id, sync.me(), p_author, v_verdict -> 'refusals');
    RETURN jsonb_build_object('status', 'refused', 'refusals', v_verdict -> 'refusals');
  ELSIF v_waits THEN
    RETURN sync.propose(v_push, p_land, p_person, p_guards);
  END IF;
  RETURN jsonb_build_object('status', 'accepted', 'seq', v_push.seq, 'versions', v_push.versions);
END $$;

-- The verdicts on change sets that were accepted in zones of the caller.
CREATE OR REPLACE FUNCTION sync_api.status(p_ids uuid[]) RETURNS TABLE(id uuid, seq bigint, versions jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.my_role();
  RETURN QUERY SELECT c.changeset_id, c.seq, c.versions
    FROM sync.changeset c JOIN sync.user_scope s ON s.zone_id = c.zone_id AND s.username = sync.me()
    WHERE c.province_id = ANY (ARRAY(SELECT DISTINCT z.province_id FROM sync.zone z JOIN sync.user_scope u USING (zone_id)
        WHERE u.username = sync.me()))
      AND c.changeset_id = ANY (p_ids);
END $$;
