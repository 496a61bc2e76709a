-- Files the office gives everyone: its data and the map below the land. How long rights may be believed without a line.
SET LOCAL ROLE diaba_owner;

ALTER TABLE sync.server ADD COLUMN offline_days int NOT NULL DEFAULT 14 CHECK (offline_days BETWEEN 1 AND 90);
COMMENT ON COLUMN sync.server.offline_days IS 'Days a workspace may be edited after it last asked';

CREATE TABLE sync.office_file(
  name text PRIMARY KEY, sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'), bytes bigint NOT NULL CHECK (bytes >= 0),
  username text NOT NULL, put_at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE sync.office_part(
  sha256 text NOT NULL, part int NOT NULL CHECK (part >= 0), content bytea NOT NULL CHECK (octet_length(content) <= 262144),
  put_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (sha256, part));
ALTER TABLE sync.office_part ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE sync.office_file IS 'Files the office gives everyone who works on its land';
COMMENT ON TABLE sync.office_part IS 'Their bytes in parts of 256 KiB, by the hash of the whole; those of no file are on their way';

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['sync.office_file', 'sync.office_part']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
