-- Sealing persons who lay in clear, and turning the key: a new first line in the file, the old one below it, person_key_turn, then
-- person_seal for each zone. When that finds nothing more the old line may go.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- What seals ("sealing") and what the file would ("file"), as ids, empty where there is none; the zones.
CREATE OR REPLACE FUNCTION sync_api.person_key() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  RETURN (SELECT jsonb_build_object('sealing', coalesce(encode(s.person_key, 'hex'), ''),
      'file', coalesce(encode((person.keys_of(person.key_file()))[1].id, 'hex'), ''),
      'zones', coalesce((SELECT jsonb_agg(z.zone_id ORDER BY z.zone_id) FROM sync.zone z), '[]')) FROM sync.server s);
END $$;

-- From now on the first key of the file seals. The key before must still be there.
CREATE OR REPLACE FUNCTION sync_api.person_key_turn() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_id bytea := (person.keys_of(person.key_file()))[1].id;
BEGIN
  PERFORM sync.must_be_admin();
  PERFORM person.keys();
  IF v_id IS NULL THEN
    PERFORM sync.fail('person-key-none', '[]');
  END IF;
  UPDATE sync.server SET person_key = v_id WHERE person_key IS DISTINCT FROM v_id;
  IF FOUND THEN
    INSERT INTO sync.admin_log(username, what, detail) VALUES
      (sync.me(), 'person-key-turned', jsonb_build_object('key', encode(v_id, 'hex')));
  END IF;
  RETURN encode(v_id, 'hex');
END $$;

-- Seals with that key what of a zone is not yet; how many values that were. Of contents only a few hundred parts at a time: to be
-- called until nothing is left.
CREATE OR REPLACE FUNCTION sync_api.person_seal(p_zone int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '30s' AS $$
DECLARE
  v_keys person.key[];
  v_head bytea;
  v_province smallint := (SELECT province_id FROM sync.zone WHERE zone_id = p_zone);
  v_count bigint;
  v_all bigint := 0;
BEGIN
  PERFORM sync.must_be_admin();
  v_keys := person.keys();
  IF v_keys = '{}' THEN
    PERFORM sync.fail('person-key-none', '[]');
  END IF;
  v_head := '\x01'::bytea || (v_keys[1]).id;
  -- A push that has begun seals with the key before: after it.
  PERFORM FROM sync.zone_head WHERE zone_id = p_zone FOR NO KEY UPDATE;
  UPDATE person.secret s SET body = person.seal(person.opened(s.body, l.place, v_keys), l.place, v_keys)
    FROM (SELECT x.object_id, x.second_id, x.kind, person.place(x.zone_id, x.kind, x.object_id, x.second_id) AS place
      FROM person.secret x WHERE x.province_id = v_province AND x.zone_id = p_zone AND substr(x.body, 1, 9) <> v_head) l
    WHERE s.province_id = v_province AND s.zone_id = p_zone AND s.kind = l.kind AND s.object_id = l.object_id
      AND s.second_id = l.second_id;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  v_all := v_all + v_count;
  UPDATE person.entry e
    SET person = person.seal(person.opened(e.person, concat_ws('|', 'entry', p_zone, e.seq), v_keys),
      concat_ws('|', 'entry', p_zone, e.seq), v_keys)
    WHERE e.province_id = v_province AND e.zone_id = p_zone AND substr(e.person, 1, 9) <> v_head AND e.person <> '\x00';
  GET DIAGNOSTICS v_count = ROW_COUNT;
  v_all := v_all + v_count;
  UPDATE person.proposal p
    SET person = person.seal(person.opened(p.person, concat_ws('|', 'proposal', p.proposal_id), v_keys),
        concat_ws('|', 'proposal', p.proposal_id), v_keys),
      reason = person.seal(person.opened(p.reason, concat_ws('|', 'reason', p.proposal_id), v_keys),
        concat_ws('|', 'reason', p.proposal_id), v_keys)
    WHERE p.province_id = v_province AND p.zone_id = p_zone AND (substr(p.person, 1, 9) <> v_head AND p.person <> '\x00'
      OR substr(p.reason, 1, 9) <> v_head AND p.reason <> '\x00');
  GET DIAGNOSTICS v_count = ROW_COUNT;
  v_all := v_all + v_count;
  UPDATE person.reveal r
    SET reason = person.seal(person.opened(r.reason, concat_ws('|', 'reveal', r.seq), v_keys), concat_ws('|', 'reveal', r.seq), v_keys)
    WHERE r.zone_id = p_zone AND substr(r.reason, 1, 9) <> v_head AND r.reason <> '\x00';
  GET DIAGNOSTICS v_count = ROW_COUNT;
  v_all := v_all + v_count;
  v_all := v_all + person.seal_contents(v_province, p_zone, 400, v_keys);
  DELETE FROM sync.snapshot WHERE zone_id = p_zone AND substr(person, 1, 9) <> v_head;
  RETURN v_all;
END $$;
