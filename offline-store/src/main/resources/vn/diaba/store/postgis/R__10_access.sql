-- Who may what. Every function of sync_api calls one of these first; a zone that is not there and one that is not for this user
-- get the same answer. Refusals of a call carry SQLSTATE DB000, the code as message and its arguments as detail.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync.fail(p_code text, p_arguments jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'DB000', MESSAGE = p_code, DETAIL = jsonb_build_object('arguments', p_arguments)::text;
END $$;

-- The role of the caller's account.
CREATE OR REPLACE FUNCTION sync.my_role() RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_role text;
  v_off boolean;
BEGIN
  SELECT role, disabled INTO v_role, v_off FROM sync.account WHERE username = sync.me();
  IF v_off THEN
    PERFORM sync.fail('account-off', jsonb_build_array(sync.me()));
  END IF;
  IF v_role IS NULL THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
  RETURN v_role;
END $$;

CREATE OR REPLACE FUNCTION sync.must_be_admin() RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- The database's own administrator makes the first account.
  IF NOT pg_has_role(session_user, 'diaba_owner', 'MEMBER') AND sync.my_role() <> 'admin' THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
END $$;

DO $$ BEGIN
  IF to_regtype('sync.access') IS NULL THEN
    CREATE TYPE sync.access AS (province smallint, zone int, srid int, mode text, role text, can_write boolean, pii boolean);
  END IF;
END $$;

-- The caller's rights in a zone.
CREATE OR REPLACE FUNCTION sync.access(p_zone int) RETURNS sync.access
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_access sync.access;
  v_role text := sync.my_role();
BEGIN
  SELECT z.province_id, z.zone_id, z.srid, z.mode, v_role, s.can_write AND v_role <> 'export', s.pii INTO v_access
    FROM sync.zone z JOIN sync.user_scope s ON s.zone_id = z.zone_id AND s.username = sync.me()
    WHERE z.zone_id = p_zone AND z.ready;
  IF v_access IS NULL THEN
    PERFORM sync.fail('zone-unknown', jsonb_build_array(p_zone));
  END IF;
  RETURN v_access;
END $$;

CREATE OR REPLACE FUNCTION sync.protocol(p_protocol int) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM sync.server WHERE p_protocol BETWEEN protocol_min AND protocol_max) THEN
    PERFORM sync.fail('protocol-differs', (SELECT jsonb_build_array(p_protocol, protocol_min, protocol_max) FROM sync.server));
  END IF;
END $$;
