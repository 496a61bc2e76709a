-- What waits in zones of approval until another person than its author makes it land.
SET LOCAL ROLE diaba_owner;

CREATE TABLE sync.proposal(
  province_id smallint NOT NULL, proposal_id uuid NOT NULL, zone_id int NOT NULL, client_id uuid NOT NULL,
  username text NOT NULL, author text NOT NULL, payload_sha bytea NOT NULL, land text NOT NULL, guards jsonb NOT NULL,
  offered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
  approver text, decided_by text NOT NULL DEFAULT '', decided_at timestamptz,
  PRIMARY KEY (province_id, proposal_id));
COMMENT ON COLUMN sync.proposal.approver IS 'Who is making it land in this very transaction; never seen by another one';
CREATE INDEX ON sync.proposal(zone_id) WHERE state IN ('open', 'declined');
-- What it says of persons, and why it was declined.
CREATE TABLE person.proposal(
  province_id smallint NOT NULL, zone_id int NOT NULL, proposal_id uuid NOT NULL, person text NOT NULL,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (province_id, proposal_id));

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['sync.proposal'::regclass, 'person.proposal'::regclass] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY my_zones ON %s FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]))', t);
  END LOOP;
END $$;
