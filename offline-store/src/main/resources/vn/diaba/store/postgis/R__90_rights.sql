-- Who may execute what of all that stands in the steps before, contents of files among it; nothing else is granted to anybody. To be run after every change of the functions before it.
SET LOCAL ROLE diaba_owner;

DO $$
DECLARE
  f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature, p.proname FROM pg_proc p WHERE p.pronamespace = 'sync_api'::regnamespace LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', f.signature,
      CASE WHEN f.proname IN ('account_put', 'scope_put', 'epoch_new', 'zone_begin', 'zone_page', 'zone_done', 'zone_mode',
        'verify_chain', 'verify_audit', 'verify_content', 'contents_gone', 'heads', 'hash_at', 'accounts', 'devices', 'device_revoke', 'audit', 'person_key',
        'person_key_turn', 'person_seal', 'office_bring', 'office_put', 'office_remove')
        THEN 'diaba_admin' ELSE 'diaba_user, diaba_admin' END);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = 'sync'::regnamespace LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
  END LOOP;
END $$;
