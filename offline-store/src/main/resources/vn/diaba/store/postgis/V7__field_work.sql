-- Who works where, and which parcel numbers are reserved for which workspace.
SET LOCAL ROLE diaba_owner;

CREATE TABLE sync.lease(
  zone_id int NOT NULL REFERENCES sync.zone, client_id uuid NOT NULL, username text NOT NULL, area jsonb NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (zone_id, client_id));
CREATE TABLE sync.reservation(
  zone_id int NOT NULL REFERENCES sync.zone, request_id uuid NOT NULL, client_id uuid NOT NULL, username text NOT NULL,
  commune text NOT NULL, sheet text NOT NULL, first_number bigint NOT NULL, last_number bigint NOT NULL,
  reserved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (zone_id, request_id),
  CHECK (first_number > 0 AND last_number >= first_number));
CREATE UNIQUE INDEX ON sync.reservation(zone_id, commune, sheet, first_number);
COMMENT ON TABLE sync.reservation IS 'Runs of numbers on a sheet; no two of a sheet meet';

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['sync.lease'::regclass, 'sync.reservation'::regclass] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY my_zones ON %s FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]))', t);
  END LOOP;
END $$;
