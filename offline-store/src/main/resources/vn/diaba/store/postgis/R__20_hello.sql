-- What a client asks first, and what an administrator sets.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- A client too old to be served still learns the epoch and its zones, so that it can show them.
CREATE OR REPLACE FUNCTION sync_api.hello(p_client uuid, p_protocol int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_role text := sync.my_role();
BEGIN
  PERFORM sync.device_here(p_client);
  RETURN (SELECT jsonb_build_object('epoch', epoch, 'protocolMin', protocol_min, 'protocolMax', protocol_max,
    'time', clock_timestamp(), 'maxChanges', max_changes, 'user', sync.me(), 'role', v_role, 'days', offline_days, 'files', sync.files_mark(), 'zones',
    coalesce((SELECT jsonb_agg(jsonb_build_object('zone', z.zone_id, 'province', z.province_id, 'name', z.name, 'srid', z.srid,
        'mode', z.mode, 'head', h.head_seq, 'write', s.can_write AND v_role <> 'export', 'pii', s.pii, 'movedTo', z.moved_to) ORDER BY z.zone_id)
      FROM sync.user_scope s JOIN sync.zone z USING (zone_id) JOIN sync.zone_head h USING (zone_id)
      WHERE s.username = sync.me() AND z.ready), '[]'::jsonb))
    FROM sync.server);
END $$;

CREATE OR REPLACE FUNCTION sync_api.account_put(p_username text, p_role text, p_disabled boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  INSERT INTO sync.account(username, role, disabled) VALUES (p_username, p_role, p_disabled)
    ON CONFLICT (username) DO UPDATE SET role = p_role, disabled = p_disabled, changed_at = clock_timestamp();
  INSERT INTO sync.admin_log(username, what, detail) VALUES
    (sync.me(), 'account', jsonb_build_object('username', p_username, 'role', p_role, 'disabled', p_disabled));
END $$;

-- No right at all takes the zone away.
CREATE OR REPLACE FUNCTION sync_api.scope_put(p_username text, p_zone int, p_write boolean, p_pii boolean, p_gone boolean)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  IF p_gone THEN
    DELETE FROM sync.user_scope WHERE username = p_username AND zone_id = p_zone;
  ELSE
    INSERT INTO sync.user_scope VALUES (p_username, p_zone, p_write, p_pii)
      ON CONFLICT (username, zone_id) DO UPDATE SET can_write = p_write, pii = p_pii;
  END IF;
  INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'scope',
    jsonb_build_object('username', p_username, 'zone', p_zone, 'write', p_write, 'pii', p_pii, 'gone', p_gone));
END $$;

-- After a restore from a backup: clients see that the past may have changed and offer again what is missing.
CREATE OR REPLACE FUNCTION sync_api.epoch_new() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_epoch uuid := gen_random_uuid();
BEGIN
  PERFORM sync.must_be_admin();
  UPDATE sync.server SET epoch = v_epoch;
  INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'epoch', jsonb_build_object('epoch', v_epoch));
  RETURN v_epoch;
END $$;
