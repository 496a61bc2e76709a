-- What names or describes persons is sealed where it lies: files, standbys, base backups and dumps hold no name. The key is a file
-- on the server, outside the data directory, named by ALTER DATABASE … SET diaba.person_key_file; its first line seals, the lines
-- below open what was sealed before, 64 hexadecimal digits each. Without such a file persons lie as they come (first byte 00)
-- until somebody seals them; from then on nothing is written in clear again.
--
-- A sealed value: 01, 8 bytes of the SHA-256 of the key, 16 random bytes, AES-256-CBC, HMAC-SHA-256 over all of that and the place
-- of the row, so that a name put into another row is found as surely as an altered one. pgcrypto's own envelope (PGP) is not used:
-- its check is a SHA-1 that it does not insist on when it opens, and it knows no place. GCM is not in pgcrypto.

-- Owned by whoever installs, who may read files of the server: what runs as diaba_owner reads this one file and no other. Taken
-- from the catalog, since every session may give itself another value of a setting. A file in the data directory goes into each
-- base backup and counts as none; so does one that cannot be read.
CREATE FUNCTION person.key_file() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_path text;
BEGIN
  SELECT split_part(c, '=', 2) INTO v_path FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c
    WHERE s.setrole = 0 AND s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND c LIKE 'diaba.person\_key\_file=%';
  IF v_path IS NULL OR v_path NOT LIKE '/%' OR v_path LIKE '%/../%'
      OR starts_with(v_path, rtrim(current_setting('data_directory'), '/') || '/') THEN
    RETURN NULL;
  END IF;
  RETURN pg_read_file(v_path, 0, 4096, true);
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION person.key_file() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person.key_file() TO diaba_owner;

SET LOCAL ROLE diaba_owner;

ALTER TABLE sync.server ADD COLUMN person_key bytea;
COMMENT ON COLUMN sync.server.person_key IS 'Id of the key that seals persons; null while they lie in clear';

CREATE TYPE person.key AS (id bytea, cipher bytea, mac bytea);

CREATE FUNCTION person.keys_of(p_lines text) RETURNS person.key[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(ROW(substr(sha256(k), 1, 8), pgcrypto.hmac('persons: cipher', k, 'sha256'),
      pgcrypto.hmac('persons: mac', k, 'sha256'))::person.key ORDER BY n), '{}')
    FROM (SELECT decode(l, 'hex') AS k, n FROM regexp_split_to_table(lower(p_lines), '\s+') WITH ORDINALITY AS t(l, n)
      WHERE l ~ '^[0-9a-f]{64}$') q
$$;

-- The key that seals first; none while persons lie in clear. To be asked once in a statement, as (SELECT person.keys()).
CREATE FUNCTION person.keys() RETURNS person.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_id bytea := (SELECT person_key FROM sync.server);
  v_all person.key[];
  v_first person.key[];
BEGIN
  IF v_id IS NULL THEN
    RETURN '{}';
  END IF;
  v_all := person.keys_of(person.key_file());
  v_first := ARRAY(SELECT k FROM unnest(v_all) k WHERE k.id = v_id);
  IF v_first = '{}' THEN
    PERFORM sync.fail('person-key-missing', jsonb_build_array(encode(v_id, 'hex')));
  END IF;
  RETURN v_first || v_all;
END $$;

CREATE FUNCTION person.seal_bytes(p_bytes bytea, p_place text, p_keys person.key[]) RETURNS bytea
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_iv bytea;
  v_sealed bytea;
BEGIN
  IF p_keys = '{}' OR p_bytes = '' OR p_bytes IS NULL THEN
    RETURN '\x00'::bytea || p_bytes;
  END IF;
  v_iv := pgcrypto.gen_random_bytes(16);
  v_sealed := '\x01'::bytea || (p_keys[1]).id || v_iv
    || pgcrypto.encrypt_iv(p_bytes, (p_keys[1]).cipher, v_iv, 'aes-cbc/pad:pkcs');
  RETURN v_sealed || pgcrypto.hmac(sha256(convert_to(p_place, 'UTF8')) || v_sealed, (p_keys[1]).mac, 'sha256');
END $$;

-- Null for one that was altered or belongs elsewhere.
CREATE FUNCTION person.whole_bytes(p_sealed bytea, p_place text, p_keys person.key[]) RETURNS bytea
LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_id bytea := substr(p_sealed, 2, 8);
  v_end int := octet_length(p_sealed) - 32;
  v_key person.key := p_keys[1];
BEGIN
  IF substr(p_sealed, 1, 1) = '\x00' THEN
    RETURN substr(p_sealed, 2);
  ELSIF v_end < 41 THEN
    RETURN NULL;
  END IF;
  IF v_key.id IS DISTINCT FROM v_id THEN
    SELECT k.* INTO v_key FROM unnest(p_keys) k WHERE k.id = v_id LIMIT 1;
    IF v_key.id IS NULL THEN
      PERFORM sync.fail('person-key-missing', jsonb_build_array(encode(v_id, 'hex')));
    END IF;
  END IF;
  IF pgcrypto.hmac(sha256(convert_to(p_place, 'UTF8')) || substr(p_sealed, 1, v_end), v_key.mac, 'sha256')
      <> substr(p_sealed, v_end + 1) THEN
    RETURN NULL;
  END IF;
  RETURN pgcrypto.decrypt_iv(substr(p_sealed, 26, v_end - 25), v_key.cipher, substr(p_sealed, 10, 16), 'aes-cbc/pad:pkcs');
END $$;

CREATE FUNCTION person.open_bytes(p_sealed bytea, p_place text, p_keys person.key[]) RETURNS bytea
LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_bytes bytea := person.whole_bytes(p_sealed, p_place, p_keys);
BEGIN
  IF v_bytes IS NULL THEN
    PERFORM sync.fail('person-seal-broken', jsonb_build_array(p_place));
  END IF;
  RETURN v_bytes;
END $$;

CREATE FUNCTION person.seal(p_text text, p_place text, p_keys person.key[]) RETURNS bytea LANGUAGE sql AS $$
  SELECT person.seal_bytes(pg_catalog.convert_to(p_text, 'UTF8'), p_place, p_keys)
$$;
CREATE FUNCTION person.opened(p_sealed bytea, p_place text, p_keys person.key[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT pg_catalog.convert_from(person.open_bytes(p_sealed, p_place, p_keys), 'UTF8')
$$;
-- Where a row of person.secret belongs.
CREATE FUNCTION person.place(p_zone int, p_kind text, p_id uuid, p_id2 uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT pg_catalog.concat_ws('|', 'secret', p_zone, p_kind, p_id, p_id2)
$$;

-- Whoever sets the file before the schema is made, or before this step, has all sealed from here on. Tables are written anew as a
-- whole, so that nothing in clear is left in their files.
UPDATE sync.server SET person_key = (person.keys_of(person.key_file()))[1].id;

DROP VIEW person.land_right, person.party;
ALTER TABLE person.secret ALTER COLUMN body TYPE bytea
  USING person.seal(body::text, person.place(zone_id, kind, object_id, second_id), person.keys());
ALTER TABLE person.entry ALTER COLUMN person TYPE bytea
  USING person.seal(person, concat_ws('|', 'entry', zone_id, seq), person.keys());
ALTER TABLE person.proposal ALTER COLUMN reason DROP DEFAULT;
ALTER TABLE person.proposal
  ALTER COLUMN person TYPE bytea USING person.seal(person, concat_ws('|', 'proposal', proposal_id), person.keys()),
  ALTER COLUMN reason TYPE bytea USING person.seal(reason, concat_ws('|', 'reason', proposal_id), person.keys());
ALTER TABLE person.proposal ALTER COLUMN reason SET DEFAULT '\x00';
ALTER TABLE person.secret ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE person.entry ALTER COLUMN person SET STORAGE EXTERNAL;
ALTER TABLE person.proposal ALTER COLUMN person SET STORAGE EXTERNAL;
TRUNCATE sync.snapshot;

-- Why somebody looked at persons may name them too. The chain goes over the reason in clear, the row keeps it sealed beside it.
CREATE TABLE person.reveal(seq bigint PRIMARY KEY, zone_id int NOT NULL, reason bytea NOT NULL);
ALTER TABLE person.reveal ENABLE ROW LEVEL SECURITY;
ALTER TABLE person.reveal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON person.reveal TO diaba_owner USING (true) WITH CHECK (true);
CREATE POLICY my_zones ON person.reveal FOR SELECT USING (zone_id = ANY ((SELECT sync.my_zones())::int[]));
INSERT INTO person.reveal
  SELECT r.seq, r.zone_id, person.seal(r.reason, concat_ws('|', 'reveal', r.seq), (SELECT person.keys())) FROM sync.reveal r;
ALTER TABLE sync.reveal ALTER COLUMN reason TYPE text USING '';
CREATE FUNCTION person.seal_reason() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO person.reveal VALUES
    (NEW.seq, NEW.zone_id, person.seal(NEW.reason, concat_ws('|', 'reveal', NEW.seq), person.keys()));
  NEW.reason := '';
  RETURN NEW;
END $$;
-- By its name after the trigger that chains.
CREATE TRIGGER seal BEFORE INSERT ON sync.reveal FOR EACH ROW EXECUTE FUNCTION person.seal_reason();

-- For the functions and for the database's administrator; a role that may read them must also be let use the keys.
CREATE VIEW person.party AS
  SELECT r.province_id, r.zone_id, r.record_id AS party_id, r.version, s.body ->> 'name' AS name,
    s.body ->> 'idNumber' AS id_number, s.body ->> 'userType' AS user_type, s.body ->> 'address' AS address
  FROM land.record r JOIN person.secret x ON x.province_id = r.province_id AND x.zone_id = r.zone_id AND x.kind = 'record'
    AND x.object_id = r.record_id
    CROSS JOIN LATERAL (SELECT person.opened(x.body, person.place(x.zone_id, x.kind, x.object_id, x.second_id),
      (SELECT person.keys()))::jsonb AS body OFFSET 0) s
  WHERE r.kind = 'party' AND r.version > 0;
CREATE VIEW person.land_right AS
  SELECT r.province_id, r.zone_id, r.record_id AS right_id, r.version, (s.body ->> 'party')::uuid AS party_id,
    (s.body ->> 'parcel')::uuid AS parcel_id, (s.body -> 'share' ->> 0)::int AS numerator,
    (s.body -> 'share' ->> 1)::int AS denominator
  FROM land.record r JOIN person.secret x ON x.province_id = r.province_id AND x.zone_id = r.zone_id AND x.kind = 'record'
    AND x.object_id = r.record_id
    CROSS JOIN LATERAL (SELECT person.opened(x.body, person.place(x.zone_id, x.kind, x.object_id, x.second_id),
      (SELECT person.keys()))::jsonb AS body OFFSET 0) s
  WHERE r.kind = 'right' AND r.version > 0;
