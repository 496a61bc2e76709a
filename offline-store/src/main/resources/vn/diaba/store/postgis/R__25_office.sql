-- What an administrator lists: accounts, workspaces, and what was done.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync_api.accounts() RETURNS TABLE(username text, role text, disabled boolean, zones jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  RETURN QUERY SELECT a.username, a.role, a.disabled, coalesce((SELECT jsonb_agg(jsonb_build_object('zone', s.zone_id,
      'write', s.can_write, 'persons', s.pii) ORDER BY s.zone_id) FROM sync.user_scope s WHERE s.username = a.username), '[]')
    FROM sync.account a ORDER BY a.username;
END $$;

CREATE OR REPLACE FUNCTION sync_api.devices() RETURNS TABLE(client uuid, username text, seen timestamptz, revoked boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  RETURN QUERY SELECT d.client_id, d.username, d.seen_at, d.revoked FROM sync.device d ORDER BY d.seen_at DESC;
END $$;

CREATE OR REPLACE FUNCTION sync_api.device_revoke(p_client uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  UPDATE sync.device SET revoked = true WHERE client_id = p_client;
  IF NOT FOUND THEN
    PERFORM sync.fail('device-unknown', jsonb_build_array(p_client));
  END IF;
  INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'device-revoked', jsonb_build_object('device', p_client));
END $$;

-- Workspaces are kept with who they belong to and the hour they were last here; a new one is written down.
CREATE OR REPLACE FUNCTION sync.device_here(p_client uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_device sync.device;
BEGIN
  SELECT * INTO v_device FROM sync.device WHERE client_id = p_client;
  IF v_device.client_id IS NULL THEN
    INSERT INTO sync.device(client_id, username) VALUES (p_client, sync.me()) ON CONFLICT DO NOTHING;
    INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'sign-in-new-device', jsonb_build_object('device', p_client));
  ELSIF v_device.revoked THEN
    PERFORM sync.fail('device-revoked', jsonb_build_array(p_client));
  ELSIF v_device.username <> sync.me() OR v_device.seen_at < clock_timestamp() - interval '1 hour' THEN
    UPDATE sync.device SET username = sync.me(), seen_at = clock_timestamp() WHERE client_id = p_client;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION sync_api.audit() RETURNS TABLE(at timestamptz, username text, what text, subject text, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_keys person.key[];
BEGIN
  PERFORM sync.must_be_admin();
  BEGIN
    v_keys := person.keys();
  EXCEPTION WHEN SQLSTATE 'DB000' THEN
    -- The log is shown without the reasons that nobody can read.
    NULL;
  END;
  RETURN QUERY SELECT q.* FROM (
    SELECT a.at, a.username, CASE a.what WHEN 'scope' THEN 'account-scope' WHEN 'load' THEN 'zone-loaded' WHEN 'epoch' THEN 'epoch-new'
        WHEN 'account' THEN CASE WHEN (a.detail ->> 'disabled')::boolean THEN 'account-disabled' ELSE 'account-added' END ELSE a.what END,
        coalesce(a.detail ->> 'username', a.detail ->> 'zone', a.detail ->> 'device', '') AS subject,
        a.detail::text AS detail FROM sync.admin_log a
    UNION ALL SELECT r.at, r.username, 'persons-shown', r.zone_id || ' ' || r.parcel_id,
        coalesce(person.opened(p.reason, concat_ws('|', 'reveal', r.seq), v_keys), '')
      FROM sync.reveal r LEFT JOIN person.reveal p USING (seq)) q ORDER BY q.at;
END $$;
