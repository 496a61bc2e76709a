-- Snapshots lie ready as they go over the line: deflated by pgcrypto, which is there for that and for nothing else.
CREATE SCHEMA IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA pgcrypto;
GRANT USAGE ON SCHEMA pgcrypto TO diaba_owner;
SET LOCAL ROLE diaba_owner;

DROP FUNCTION IF EXISTS sync_api.snapshot_page(int, uuid, int);
DROP TABLE sync.snapshot;
CREATE TABLE sync.snapshot(
  token uuid PRIMARY KEY, zone_id int NOT NULL, seq bigint NOT NULL, hash bytea NOT NULL, made_at timestamptz NOT NULL,
  land bytea NOT NULL, person bytea NOT NULL);
CREATE INDEX ON sync.snapshot(zone_id, seq);
ALTER TABLE sync.snapshot ALTER COLUMN land SET STORAGE EXTERNAL, ALTER COLUMN person SET STORAGE EXTERNAL;
COMMENT ON TABLE sync.snapshot IS 'Land of a zone at one moment, open part and persons apart, for a day; not compressed again';
ALTER TABLE sync.snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sync.snapshot TO diaba_owner USING (true) WITH CHECK (true);
CREATE POLICY my_zones ON sync.snapshot FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]));
