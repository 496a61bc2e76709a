-- The second wall: clients have no right on any table; should someone grant one, a row of another zone stays unseen. The owner,
-- under whom the functions run, passes: they check scope themselves, first thing, and a condition on every row would cost the
-- spatial indexes.
SET LOCAL ROLE diaba_owner;

CREATE FUNCTION sync.me() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END
$$;
COMMENT ON FUNCTION sync.me() IS 'Who asks: the login, or the role that a gateway switched to';

CREATE FUNCTION sync.my_zones() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(s.zone_id), '{}') FROM sync.user_scope s JOIN sync.account a USING (username)
  WHERE s.username = sync.me() AND NOT a.disabled
$$;

DO $$
DECLARE
  t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c WHERE c.relnamespace IN ('land'::regnamespace, 'person'::regnamespace, 'sync'::regnamespace)
      AND c.relkind IN ('r', 'p') AND c.relname <> 'migration' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = t AND attname = 'zone_id') THEN
      EXECUTE format('CREATE POLICY my_zones ON %s FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]))', t);
    END IF;
  END LOOP;
END $$;
