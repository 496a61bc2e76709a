-- What is new, all of it at one moment, and what lies around.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- Whole change sets after a checkpoint; a page ends with the one that exceeds the bytes. The first row has no seq and tells the
-- zone's head only. person is empty for one who may not see persons. The memory keeps what was opened out of temporary files.
CREATE OR REPLACE FUNCTION sync_api.pull(p_zone int, p_epoch uuid, p_after bigint, p_chain bytea, p_max_bytes int)
RETURNS TABLE(head bigint, seq bigint, id uuid, author text, accepted_at timestamptz, land text, person text, person_hash bytea,
  hash bytea, versions jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET jit = off SET work_mem = '64MB' AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_keys person.key[] := CASE WHEN (v_at).pii THEN person.keys() END;
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
    SELECT NULL::bigint, e.seq, e.changeset_id, e.author, e.accepted_at, e.land, CASE WHEN v_at.pii
        THEN coalesce(person.opened(p.person, concat_ws('|', 'entry', p_zone, e.seq), v_keys), '') ELSE '' END, e.person_hash, e.hash,
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

-- The same as one message of few bytes.
CREATE OR REPLACE FUNCTION sync_api.pull_packed(p_zone int, p_epoch uuid, p_after bigint, p_chain bytea, p_max_bytes int)
RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
BEGIN
  RETURN sync.deflated((SELECT format('{"rows":%s}', json_agg(json_strip_nulls(to_json(p)) ORDER BY p.seq NULLS FIRST))
    FROM sync_api.pull(p_zone, p_epoch, p_after, p_chain, p_max_bytes) p));
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
    'parcel', (SELECT person.opened(s.body, person.place(s.zone_id, s.kind, s.object_id, s.second_id), person.keys())::jsonb
      FROM person.secret s WHERE s.province_id = v_at.province AND s.zone_id = p_zone AND s.kind = 'parcel'
      AND s.object_id = p_parcel AND s.second_id = p_parcel),
    'holders', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', q.party_id, 'name', q.name, 'idNumber', q.id_number,
        'address', q.address, 'share', jsonb_build_array(r.numerator, r.denominator))), '[]')
      FROM person.land_right r JOIN person.party q ON q.province_id = r.province_id AND q.zone_id = r.zone_id
        AND q.party_id = r.party_id
      WHERE r.province_id = v_at.province AND r.zone_id = p_zone AND r.parcel_id = p_parcel));
END $$;
