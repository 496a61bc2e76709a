-- The office's files: any account that is not switched off may read them, an administrator puts and removes them.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- Short text that changes when the files do; as the workstation makes it.
CREATE OR REPLACE FUNCTION sync.files_mark() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(left(encode(sha256(convert_to(string_agg(name || E'\n' || sha256 || E'\n', '' ORDER BY name COLLATE "C"),
    'UTF8')), 'hex'), 16), '') FROM sync.office_file
$$;

CREATE OR REPLACE FUNCTION sync_api.office_files() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_role text := sync.my_role();
BEGIN
  RETURN jsonb_build_object('files', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'sha256', sha256, 'bytes', bytes)
    ORDER BY name), '[]') FROM sync.office_file));
END $$;

-- The bytes of a part from a place on.
CREATE OR REPLACE FUNCTION sync_api.office_part(p_name text, p_sha256 text, p_bytes bigint, p_part int, p_from int)
RETURNS bytea LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_role text := sync.my_role();
  v_part bytea;
BEGIN
  SELECT substring(p.content FROM p_from + 1) INTO v_part FROM sync.office_file f JOIN sync.office_part p USING (sha256)
    WHERE f.name = p_name AND f.sha256 = p_sha256 AND f.bytes = p_bytes AND p.part = p_part;
  IF v_part IS NULL THEN
    PERFORM sync.fail('office-file-gone', jsonb_build_array(p_name));
  END IF;
  RETURN v_part;
END $$;

-- A part of a file on its way; parts that no file names go after a day.
CREATE OR REPLACE FUNCTION sync_api.office_bring(p_sha256 text, p_part int, p_content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  INSERT INTO sync.office_part(sha256, part, content) VALUES (p_sha256, p_part, p_content) ON CONFLICT DO NOTHING;
END $$;

-- Gives a file whose parts have come; those that have not are answered, and nothing is given then.
CREATE OR REPLACE FUNCTION sync_api.office_put(p_name text, p_sha256 text, p_bytes bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_missing jsonb;
BEGIN
  PERFORM sync.must_be_admin();
  SELECT coalesce(jsonb_agg(n ORDER BY n), '[]') INTO v_missing
    FROM generate_series(0, ((p_bytes + 262143) / 262144)::int - 1) n
    WHERE NOT EXISTS (SELECT FROM sync.office_part p WHERE p.sha256 = p_sha256 AND p.part = n
      AND octet_length(p.content) = least(262144, p_bytes - n::bigint * 262144));
  IF v_missing = '[]' THEN
    INSERT INTO sync.office_file(name, sha256, bytes, username) VALUES (p_name, p_sha256, p_bytes, sync.me())
      ON CONFLICT (name) DO UPDATE SET sha256 = p_sha256, bytes = p_bytes, username = sync.me(), put_at = clock_timestamp();
    PERFORM sync.sweep_office_parts();
    INSERT INTO sync.admin_log(username, what, detail) VALUES
      (sync.me(), 'office-file-put', jsonb_build_object('username', p_name, 'sha256', p_sha256, 'bytes', p_bytes));
  END IF;
  RETURN jsonb_build_object('missing', v_missing);
END $$;

CREATE OR REPLACE FUNCTION sync.sweep_office_parts() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM sync.office_part p WHERE p.put_at < clock_timestamp() - interval '1 day'
    AND NOT EXISTS (SELECT FROM sync.office_file f WHERE f.sha256 = p.sha256)
$$;

CREATE OR REPLACE FUNCTION sync_api.office_remove(p_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  DELETE FROM sync.office_file WHERE name = p_name;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM sync.sweep_office_parts();
  INSERT INTO sync.admin_log(username, what, detail) VALUES
    (sync.me(), 'office-file-removed', jsonb_build_object('username', p_name));
  RETURN true;
END $$;
