-- The contents of files that belong to land: what is there, and the parts, sealed as persons are. A part proves itself by its seal;
-- the place it is bound to is zone, hash and number.
SET LOCAL ROLE diaba_owner;

CREATE TABLE sync.content(
  province_id smallint NOT NULL, zone_id int NOT NULL, sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes BETWEEN 0 AND 104857600), username text NOT NULL,
  settled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (province_id, zone_id, sha256)) PARTITION BY LIST (province_id);
CREATE TABLE person.content_part(
  province_id smallint NOT NULL, zone_id int NOT NULL, sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  part int NOT NULL CHECK (part BETWEEN 0 AND 399), bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 262144), body bytea NOT NULL,
  brought_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (province_id, zone_id, sha256, part)) PARTITION BY LIST (province_id);
COMMENT ON TABLE sync.content IS 'Contents that are there whole: their hash was proved';
COMMENT ON TABLE person.content_part IS 'Their bytes in parts of 256 KiB; those of no content are on their way';
COMMENT ON COLUMN person.content_part.bytes IS 'Length in clear';

DO $$
DECLARE
  parent text;
  province smallint;
  t regclass;
BEGIN
  FOREACH parent IN ARRAY ARRAY['sync.content', 'person.content_part'] LOOP
    FOR province IN SELECT province_id FROM land.province LOOP
      EXECUTE format('CREATE TABLE %s_%s PARTITION OF %s FOR VALUES IN (%s)', parent, to_char(province, 'FM00'), parent, province);
    END LOOP;
    EXECUTE format('CREATE TABLE %s_rest PARTITION OF %s DEFAULT', parent, parent);
    FOR t IN SELECT relid FROM pg_partition_tree(parent) LOOP
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
      EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
      EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
      EXECUTE format('CREATE POLICY my_zones ON %s FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]))', t);
      -- Scans and photographs are packed already, and what is sealed does not pack.
      IF parent = 'person.content_part' THEN
        EXECUTE format('ALTER TABLE %s ALTER COLUMN body SET STORAGE EXTERNAL', t);
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- Who reads what stands in the log of what was done; a reading in a hundred parts is one a day.
CREATE INDEX ON sync.admin_log(username, (detail ->> 'sha256'), at) WHERE what = 'content-read';
