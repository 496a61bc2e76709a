-- Who works where, for as long as it is renewed; it binds nobody. Parcel numbers reserved for a workspace.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync_api.leases(p_zone int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  RETURN jsonb_build_object('leases', (SELECT coalesce(jsonb_agg(jsonb_build_object('client', l.client_id, 'user', l.username,
      'area', l.area, 'until', l.ends_at) ORDER BY l.username, l.client_id), '[]')
    FROM sync.lease l WHERE l.zone_id = p_zone AND l.ends_at > clock_timestamp()));
END $$;

-- An area without anything in it ends the lease.
CREATE OR REPLACE FUNCTION sync_api.lease(p_zone int, p_client uuid, p_area jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  IF p_area -> 'sheets' = '[]' AND p_area -> 'extents' = '[]' AND p_area -> 'parcels' = '[]' THEN
    DELETE FROM sync.lease WHERE zone_id = p_zone AND client_id = p_client AND username = sync.me();
  ELSIF EXISTS (SELECT FROM sync.lease WHERE zone_id = p_zone AND client_id = p_client AND username <> sync.me()
      AND ends_at > clock_timestamp()) THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  ELSE
    INSERT INTO sync.lease VALUES (p_zone, p_client, sync.me(), p_area, clock_timestamp() + interval '7 days')
      ON CONFLICT (zone_id, client_id) DO UPDATE SET area = p_area, username = sync.me(),
        ends_at = clock_timestamp() + interval '7 days';
  END IF;
  RETURN sync_api.leases(p_zone);
END $$;

-- The zone's head is locked, so that two requests, or a request and a push, follow each other.
CREATE OR REPLACE FUNCTION sync_api.numbers_reserve(p_zone int, p_id uuid, p_client uuid, p_commune text, p_sheet text, p_count int)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_known sync.reservation;
  v_last bigint;
BEGIN
  IF NOT v_at.can_write OR p_count NOT BETWEEN 1 AND 1000 THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
  PERFORM FROM sync.zone_head WHERE zone_id = p_zone FOR NO KEY UPDATE;
  SELECT * INTO v_known FROM sync.reservation WHERE zone_id = p_zone AND request_id = p_id;
  IF v_known.request_id IS NULL THEN
    SELECT greatest(0,
        (SELECT max(substring(p.number FROM '^[0-9]{1,18}')::bigint) FROM land.parcel p
          WHERE p.province_id = v_at.province AND p.zone_id = p_zone AND p.commune = p_commune AND sync.canonical(p.sheet) = p_sheet),
        (SELECT max(r.last_number) FROM sync.reservation r
          WHERE r.zone_id = p_zone AND r.commune = p_commune AND r.sheet = p_sheet)) INTO v_last;
    INSERT INTO sync.reservation(zone_id, request_id, client_id, username, commune, sheet, first_number, last_number)
      VALUES (p_zone, p_id, p_client, sync.me(), p_commune, p_sheet, v_last + 1, v_last + p_count) RETURNING * INTO v_known;
  END IF;
  RETURN jsonb_build_object('commune', v_known.commune, 'sheet', v_known.sheet, 'first', v_known.first_number,
    'last', v_known.last_number);
END $$;

-- What speaks against a push because it gives parcels numbers that are reserved for another workspace; null when nothing does.
CREATE OR REPLACE FUNCTION sync.reserved(p_at sync.access, p_client uuid, p_ops sync.op[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, postgis, pg_temp AS $$
BEGIN
  RETURN (SELECT jsonb_build_object('refusals', jsonb_agg(jsonb_build_object('rule', 'number-is-unique',
      'parcels', jsonb_build_array(g.id), 'east', coalesce(c.e, b.e, 0) / 10000.0, 'north', coalesce(c.n, b.n, 0) / 10000.0,
      'detail', g.sheet || '/' || g.number)))
    FROM (SELECT o.id, coalesce(o.body ->> 'commune', '') AS commune, sync.canonical(coalesce(o.body ->> 'sheet', '')) AS sheet,
        o.body ->> 'number' AS number, (o.body #>> '{faces,0,0,0}')::uuid AS point
      FROM unnest(p_ops) o WHERE o.kind = 'parcel' AND o.body ->> 'number' ~ '^[0-9]{1,18}$') g
    JOIN sync.reservation r ON r.zone_id = p_at.zone AND r.commune = g.commune AND r.sheet = g.sheet
      AND g.number::bigint BETWEEN r.first_number AND r.last_number AND r.client_id <> p_client
    LEFT JOIN LATERAL (SELECT (o.body ->> 'e')::bigint AS e, (o.body ->> 'n')::bigint AS n FROM unnest(p_ops) o
      WHERE o.kind = 'corner' AND o.id = g.point) c ON true
    LEFT JOIN LATERAL (SELECT x.e, x.n FROM land.boundary_point x
      WHERE x.province_id = p_at.province AND x.zone_id = p_at.zone AND x.point_id = g.point OFFSET 0) b ON true
    WHERE NOT EXISTS (SELECT FROM land.parcel p WHERE p.province_id = p_at.province AND p.zone_id = p_at.zone
      AND p.parcel_id = g.id AND p.version > 0 AND p.commune = g.commune AND sync.canonical(p.sheet) = g.sheet
      AND p.number = g.number)
    HAVING count(*) > 0);
END $$;
