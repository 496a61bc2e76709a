-- Making a zone of land as it is, faults included: begin, pages in order, done. Nobody sees it before it is done; to begin again
-- drops what a broken load left.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync.loading(p_zone int) RETURNS sync.access
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access;
BEGIN
  PERFORM sync.must_be_admin();
  SELECT province_id, zone_id, srid, mode, 'admin', true, true INTO v_at FROM sync.zone WHERE zone_id = p_zone AND NOT ready;
  IF v_at IS NULL THEN
    PERFORM sync.fail('zone-exists', jsonb_build_array(p_zone));
  END IF;
  RETURN v_at;
END $$;

CREATE OR REPLACE FUNCTION sync_api.zone_begin(p_zone int, p_province int, p_name text, p_srid int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, postgis, pg_temp AS $$
DECLARE
  v_table text;
BEGIN
  PERFORM sync.must_be_admin();
  PERFORM person.keys();
  IF NOT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = p_srid) THEN
    PERFORM sync.fail('crs-unknown-code', jsonb_build_array(p_srid));
  END IF;
  IF EXISTS (SELECT FROM sync.zone WHERE zone_id = p_zone) THEN
    PERFORM sync.loading(p_zone);
    FOREACH v_table IN ARRAY ARRAY['land.boundary_point', 'land.parcel', 'land.ring_point', 'land.side', 'land.parcel_use',
        'land.lineage', 'land.record', 'person.secret'] LOOP
      EXECUTE format('DELETE FROM %s WHERE zone_id = $1', v_table) USING p_zone;
    END LOOP;
    DELETE FROM land.border_use WHERE user_zone = p_zone;
    DELETE FROM sync.zone_head WHERE zone_id = p_zone;
    DELETE FROM sync.user_scope WHERE zone_id = p_zone;
    DELETE FROM sync.zone WHERE zone_id = p_zone;
  END IF;
  INSERT INTO sync.zone(zone_id, province_id, name, srid) VALUES (p_zone, p_province, p_name, p_srid);
  INSERT INTO sync.zone_head(zone_id) VALUES (p_zone);
  INSERT INTO sync.user_scope VALUES (sync.me(), p_zone, true, true);
  INSERT INTO sync.admin_log(username, what, detail) VALUES
    (sync.me(), 'load', jsonb_build_object('zone', p_zone, 'province', p_province, 'name', p_name, 'srid', p_srid));
END $$;

-- Changes from nothing, corners before the parcels that cite them. A corner that a zone around already has stays at home there.
CREATE OR REPLACE FUNCTION sync_api.zone_page(p_zone int, p_land text, p_person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, postgis, pg_temp
  SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  v_at sync.access := sync.loading(p_zone);
  v_changes jsonb := p_land::jsonb -> 'changes';
  v_ops sync.op[];
  v_box geometry;
BEGIN
  SELECT st_setsrid(st_makebox2d(st_makepoint(min((c -> 'a' ->> 'e')::float8) / 10000, min((c -> 'a' ->> 'n')::float8) / 10000),
      st_makepoint(max((c -> 'a' ->> 'e')::float8) / 10000, max((c -> 'a' ->> 'n')::float8) / 10000))::geometry, v_at.srid) INTO v_box
    FROM jsonb_array_elements(v_changes) c WHERE c ->> 'k' = 'corner';
  INSERT INTO land.border_use(user_zone, point_id, home_zone)
    SELECT p_zone, b.point_id, z.zone_id
      FROM sync.zone z JOIN sync.zone_head h USING (zone_id) CROSS JOIN jsonb_array_elements(v_changes) c
        CROSS JOIN LATERAL (SELECT x.point_id, x.e, x.n, x.version FROM land.boundary_point x WHERE x.province_id = z.province_id
          AND x.zone_id = z.zone_id AND x.point_id = (c ->> 'id')::uuid OFFSET 0) b
      WHERE z.srid = v_at.srid AND z.ready AND h.extent && v_box AND c ->> 'k' = 'corner' AND b.version > 0
        AND (b.e, b.n) = ((c -> 'a' ->> 'e')::bigint, (c -> 'a' ->> 'n')::bigint)
    ON CONFLICT DO NOTHING;
  v_ops := sync.ops(v_at.province, p_zone, v_changes, coalesce(nullif(p_person, '')::jsonb -> 'changes', '[]'));
  v_ops := ARRAY(SELECT o FROM unnest(v_ops) o WHERE NOT (o.kind = 'corner' AND EXISTS (
    SELECT FROM land.border_use u WHERE u.user_zone = p_zone AND u.point_id = o.id)));
  PERFORM sync.put_corners(v_at, v_ops, 0);
  PERFORM sync.put_parcels(v_at, v_ops, '00000000-0000-0000-0000-000000000000', 0);
  PERFORM sync.put_others(v_at, v_ops, 0);
END $$;

CREATE OR REPLACE FUNCTION sync_api.zone_done(p_zone int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, postgis, pg_temp
  SET jit = off AS $$
DECLARE
  v_at sync.access := sync.loading(p_zone);
BEGIN
  UPDATE sync.zone_head SET extent = (SELECT st_setsrid(st_extent(geom)::geometry, v_at.srid) FROM land.parcel
    WHERE province_id = v_at.province AND zone_id = p_zone) WHERE zone_id = p_zone;
  UPDATE sync.zone SET ready = true WHERE zone_id = p_zone;
  RETURN (SELECT jsonb_build_object('zone', p_zone, 'srid', v_at.srid, 'epoch', s.epoch, 'seq', 0,
    'chain', encode(h.head_hash, 'hex')) FROM sync.server s, sync.zone_head h WHERE h.zone_id = p_zone);
END $$;
