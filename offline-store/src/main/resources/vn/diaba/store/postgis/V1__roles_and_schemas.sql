-- Roles, schemas and PostGIS. Run by a superuser, or by the owner of the database who may create roles once PostGIS is there.
-- diaba_owner owns everything and cannot log in; diaba_user and diaba_admin may execute functions and nothing else.
DO $$
DECLARE
  role text;
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'the land database needs the encoding UTF8, not %', current_setting('server_encoding');
  END IF;
  FOREACH role IN ARRAY ARRAY['diaba_owner', 'diaba_user', 'diaba_admin'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
      EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT', role);
    END IF;
  END LOOP;
  IF NOT pg_catalog.pg_has_role(current_user, 'diaba_owner', 'MEMBER') THEN
    EXECUTE pg_catalog.format('GRANT diaba_owner TO %I', current_user);
  END IF;
  EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO diaba_user, diaba_admin', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA postgis;
GRANT USAGE ON SCHEMA postgis TO diaba_owner;
GRANT SELECT ON postgis.spatial_ref_sys TO diaba_owner;

-- land: the state. person: what names or describes persons. sync: zones, log, accounts. sync_api: the only door.
CREATE SCHEMA land AUTHORIZATION diaba_owner;
CREATE SCHEMA person AUTHORIZATION diaba_owner;
CREATE SCHEMA sync AUTHORIZATION diaba_owner;
CREATE SCHEMA sync_api AUTHORIZATION diaba_owner;
GRANT USAGE ON SCHEMA sync_api TO diaba_user, diaba_admin;
ALTER DEFAULT PRIVILEGES FOR ROLE diaba_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE diaba_owner REVOKE USAGE ON TYPES FROM PUBLIC;
