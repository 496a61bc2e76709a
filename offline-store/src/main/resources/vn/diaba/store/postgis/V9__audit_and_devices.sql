-- What was done with accounts and who looked at persons, each log a chain of hashes; what proves the rows beside a zone's log;
-- the workspaces that have asked.
SET LOCAL ROLE diaba_owner;

CREATE TABLE sync.audit_head(log text PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
COMMENT ON TABLE sync.audit_head IS 'Last row of each audit log';
INSERT INTO sync.audit_head SELECT log, 0, decode(repeat('00', 32), 'hex') FROM unnest(ARRAY['admin_log', 'reveal']) log;

CREATE FUNCTION sync.audit_hash(p_before bytea, p_seq bigint, p_row jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(p_before || int8send(p_seq) || convert_to((p_row - '{seq,hash}'::text[])::text, 'UTF8'))
$$;
CREATE FUNCTION sync.chain_audit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  v_head sync.audit_head;
BEGIN
  SELECT * INTO v_head FROM sync.audit_head WHERE log = TG_TABLE_NAME FOR UPDATE;
  NEW.seq := v_head.seq + 1;
  NEW.hash := sync.audit_hash(v_head.hash, NEW.seq, to_jsonb(NEW));
  UPDATE sync.audit_head SET seq = NEW.seq, hash = NEW.hash WHERE log = TG_TABLE_NAME;
  RETURN NEW;
END $$;

SET LOCAL timezone = 'UTC';
DO $$
DECLARE
  v_log text;
BEGIN
  FOREACH v_log IN ARRAY ARRAY['admin_log', 'reveal'] LOOP
    EXECUTE format('ALTER TABLE sync.%I ADD COLUMN seq bigint, ADD COLUMN hash bytea', v_log);
    EXECUTE format('CREATE TRIGGER chain BEFORE INSERT ON sync.%I FOR EACH ROW EXECUTE FUNCTION sync.chain_audit()', v_log);
    -- Rows from before come again in their order and are chained on the way.
    EXECUTE format('CREATE TABLE sync.old_rows AS SELECT * FROM sync.%I ORDER BY at', v_log);
    EXECUTE format('DELETE FROM sync.%I', v_log);
    EXECUTE format('INSERT INTO sync.%I SELECT * FROM sync.old_rows ORDER BY at', v_log);
    DROP TABLE sync.old_rows;
    EXECUTE format('ALTER TABLE sync.%I ALTER COLUMN seq SET NOT NULL, ALTER COLUMN hash SET NOT NULL, ADD PRIMARY KEY (seq)', v_log);
  END LOOP;
END $$;

-- Binds what the chain of a zone does not: which client, which login, when.
CREATE FUNCTION sync.proof(p_hash bytea, p_row sync.changeset) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(p_hash || uuid_send(p_row.changeset_id) || uuid_send(p_row.client_id)
    || int8send((extract(epoch FROM p_row.server_ts) * 1000000)::bigint) || convert_to(p_row.username, 'UTF8'))
$$;
ALTER TABLE sync.changeset ADD COLUMN proof bytea;
UPDATE sync.changeset c SET proof = sync.proof(e.hash, c) FROM sync.entry e
  WHERE e.province_id = c.province_id AND e.zone_id = c.zone_id AND e.seq = c.seq;
ALTER TABLE sync.changeset ALTER COLUMN proof SET NOT NULL;
CREATE INDEX ON sync.changeset(zone_id, seq);

CREATE TABLE sync.device(
  client_id uuid PRIMARY KEY, username text NOT NULL, first_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(), revoked boolean NOT NULL DEFAULT false);
COMMENT ON TABLE sync.device IS 'Workspaces that have asked, and those from which nothing is taken any more';

DO $$
DECLARE
  t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['sync.audit_head', 'sync.device']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO diaba_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
