-- Contents of files that belong to land: who may write in a zone brings them, who may see persons there reads them.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- What a part is bound to.
CREATE OR REPLACE FUNCTION person.content_place(p_zone int, p_sha256 text, p_part int) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT concat_ws('|', 'content', p_zone, p_sha256, p_part)
$$;

-- How many bytes the part of a content has; refuses what is none.
CREATE OR REPLACE FUNCTION sync.part_bytes(p_sha256 text, p_bytes bigint, p_part int) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (p_sha256 ~ '^[0-9a-f]{64}$' AND p_bytes BETWEEN 0 AND 104857600 AND p_part BETWEEN 0 AND (p_bytes + 262143) / 262144 - 1)
      IS NOT TRUE THEN
    PERFORM sync.fail('request-wrong', jsonb_build_array('content_part'));
  END IF;
  RETURN least(262144, p_bytes - p_part::bigint * 262144);
END $$;

-- The hashes of those that are not there, of pairs of hash and length.
CREATE OR REPLACE FUNCTION sync_api.content_missing(p_zone int, p_contents jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  IF NOT (v_at.pii OR v_at.can_write) THEN
    PERFORM sync.fail('content-hidden', jsonb_build_array(sync.me()));
  ELSIF jsonb_typeof(p_contents) <> 'array' OR jsonb_array_length(p_contents) > 1000 THEN
    PERFORM sync.fail('request-too-large', jsonb_build_array(1000));
  END IF;
  RETURN jsonb_build_object('missing', (SELECT coalesce(jsonb_agg(a.pair -> 0), '[]') FROM jsonb_array_elements(p_contents) a(pair)
    WHERE NOT EXISTS (SELECT FROM sync.content c
      WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.sha256 = a.pair ->> 0)));
END $$;

-- A part on its way.
CREATE OR REPLACE FUNCTION sync_api.content_bring(p_zone int, p_sha256 text, p_bytes bigint, p_part int, p_content bytea)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
BEGIN
  IF NOT v_at.can_write THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  ELSIF octet_length(p_content) IS DISTINCT FROM sync.part_bytes(p_sha256, p_bytes, p_part) THEN
    PERFORM sync.fail('request-wrong', jsonb_build_array('content_bring'));
  END IF;
  INSERT INTO person.content_part(province_id, zone_id, sha256, part, bytes, body)
    SELECT v_at.province, p_zone, p_sha256, p_part, octet_length(p_content),
      person.seal_bytes(p_content, person.content_place(p_zone, p_sha256, p_part), person.keys())
    WHERE NOT EXISTS (SELECT FROM person.content_part p
      WHERE p.province_id = v_at.province AND p.zone_id = p_zone AND p.sha256 = p_sha256 AND p.part = p_part)
    ON CONFLICT DO NOTHING;
  RETURN jsonb_build_object('part', p_part);
END $$;

-- Makes a content count of which all parts have come and whose hash is right; answers the parts still to be brought. Those of
-- another hash are thrown away, and parts that nobody settled go a day after they came.
CREATE OR REPLACE FUNCTION sync_api.content_settle(p_zone int, p_sha256 text, p_bytes bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_last int := ((p_bytes + 262143) / 262144)::int - 1;
  v_missing jsonb;
  v_keys person.key[];
  v_hash text;
BEGIN
  IF NOT v_at.can_write THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  ELSIF p_bytes = 0 AND p_sha256 <> encode(sha256(''), 'hex') THEN
    PERFORM sync.fail('request-wrong', jsonb_build_array('content_settle'));
  ELSIF p_bytes <> 0 THEN
    PERFORM sync.part_bytes(p_sha256, p_bytes, v_last);
  END IF;
  IF EXISTS (SELECT FROM sync.content c WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.sha256 = p_sha256) THEN
    RETURN '{"missing": []}';
  END IF;
  SELECT coalesce(jsonb_agg(n ORDER BY n), '[]') INTO v_missing FROM generate_series(0, v_last) n
    WHERE NOT EXISTS (SELECT FROM person.content_part p WHERE p.province_id = v_at.province AND p.zone_id = p_zone
      AND p.sha256 = p_sha256 AND p.part = n AND p.bytes = least(262144, p_bytes - n::bigint * 262144));
  IF v_missing <> '[]' THEN
    RETURN jsonb_build_object('missing', v_missing);
  END IF;
  v_keys := person.keys();
  SELECT encode(sha256(coalesce(string_agg(person.open_bytes(p.body, person.content_place(p_zone, p_sha256, p.part), v_keys), ''::bytea
      ORDER BY p.part), '')), 'hex') INTO v_hash
    FROM person.content_part p WHERE p.province_id = v_at.province AND p.zone_id = p_zone AND p.sha256 = p_sha256;
  IF v_hash <> p_sha256 THEN
    DELETE FROM person.content_part p WHERE p.province_id = v_at.province AND p.zone_id = p_zone AND p.sha256 = p_sha256;
    RETURN jsonb_build_object('missing', (SELECT jsonb_agg(n ORDER BY n) FROM generate_series(0, v_last) n));
  END IF;
  INSERT INTO sync.content(province_id, zone_id, sha256, bytes, username)
    VALUES (v_at.province, p_zone, p_sha256, p_bytes, sync.me()) ON CONFLICT DO NOTHING;
  DELETE FROM person.content_part p
    WHERE p.province_id = v_at.province AND p.zone_id = p_zone AND p.brought_at < clock_timestamp() - interval '1 day'
      AND NOT EXISTS (SELECT FROM sync.content c
        WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.sha256 = p.sha256);
  RETURN '{"missing": []}';
END $$;

-- The bytes of a part from a place on. That somebody reads a content is written down before it is given, once a day.
CREATE OR REPLACE FUNCTION sync_api.content_part(p_zone int, p_sha256 text, p_bytes bigint, p_part int, p_from int)
RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_part bytea;
BEGIN
  IF NOT v_at.pii THEN
    PERFORM sync.fail('content-hidden', jsonb_build_array(sync.me()));
  END IF;
  PERFORM sync.part_bytes(p_sha256, p_bytes, p_part);
  SELECT p.body INTO v_part FROM sync.content c JOIN person.content_part p USING (province_id, zone_id, sha256)
    WHERE c.province_id = v_at.province AND c.zone_id = p_zone AND c.sha256 = p_sha256 AND c.bytes = p_bytes AND p.part = p_part;
  IF v_part IS NULL THEN
    PERFORM sync.fail('content-gone', jsonb_build_array(p_sha256));
  END IF;
  v_part := person.whole_bytes(v_part, person.content_place(p_zone, p_sha256, p_part), person.keys());
  IF v_part IS NULL THEN
    PERFORM sync.fail('content-broken', jsonb_build_array(p_sha256));
  END IF;
  IF NOT EXISTS (SELECT FROM sync.admin_log a WHERE a.what = 'content-read' AND a.username = sync.me()
      AND a.detail ->> 'sha256' = p_sha256 AND a.detail ->> 'zone' = p_zone::text
      AND a.at > clock_timestamp() - interval '1 day') THEN
    INSERT INTO sync.admin_log(username, what, detail) VALUES
      (sync.me(), 'content-read', jsonb_build_object('zone', p_zone, 'sha256', p_sha256));
  END IF;
  RETURN substr(v_part, p_from + 1);
END $$;

-- The next content of a zone after a hash, and whether its bytes are those of its hash; no row after the last.
CREATE OR REPLACE FUNCTION sync_api.verify_content(p_zone int, p_after text)
RETURNS TABLE(sha256 text, bytes bigint, whole boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_keys person.key[];
  v_content sync.content;
BEGIN
  PERFORM sync.must_be_admin();
  SELECT c.* INTO v_content FROM sync.zone z JOIN sync.content c ON c.province_id = z.province_id AND c.zone_id = z.zone_id
    WHERE z.zone_id = p_zone AND c.sha256 COLLATE "C" > p_after ORDER BY c.sha256 COLLATE "C" LIMIT 1;
  IF v_content.sha256 IS NULL THEN
    RETURN;
  END IF;
  v_keys := person.keys();
  RETURN QUERY SELECT v_content.sha256, v_content.bytes, octet_length(o.body) = v_content.bytes
      AND encode(sha256(o.body), 'hex') = v_content.sha256
    FROM (SELECT coalesce(string_agg(person.whole_bytes(p.body, person.content_place(p_zone, p.sha256, p.part), v_keys), ''::bytea
        ORDER BY p.part), '') AS body FROM person.content_part p
      WHERE p.province_id = v_content.province_id AND p.zone_id = p_zone AND p.sha256 = v_content.sha256) o;
END $$;

-- The attachments of a zone's land whose contents are not there: a content goes before what names it. One whose seal does not hold
-- cannot say what it names, which is a fault of its own.
CREATE OR REPLACE FUNCTION sync_api.contents_gone(p_zone int) RETURNS TABLE(attachment uuid, sha256 text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_keys person.key[];
BEGIN
  PERFORM sync.must_be_admin();
  v_keys := person.keys();
  RETURN QUERY SELECT r.record_id, s.body ->> 'sha256'
    FROM sync.zone z JOIN land.record r ON r.province_id = z.province_id AND r.zone_id = z.zone_id
      JOIN person.secret x ON x.province_id = r.province_id AND x.zone_id = r.zone_id AND x.kind = 'record'
        AND x.object_id = r.record_id
      CROSS JOIN LATERAL (SELECT person.opened(x.body, person.place(x.zone_id, x.kind, x.object_id, x.second_id), v_keys)::jsonb
        AS body OFFSET 0) s
    WHERE z.zone_id = p_zone AND r.kind = 'attachment' AND r.version > 0 AND s.body ? 'sha256'
      AND (s.body ->> 'bytes')::numeric <= 104857600
      AND NOT EXISTS (SELECT FROM sync.content c
        WHERE c.province_id = z.province_id AND c.zone_id = p_zone AND c.sha256 = s.body ->> 'sha256')
    ORDER BY r.record_id;
END $$;

-- Seals with the key of now the parts of a zone that are not yet, at most so many; how many that were.
CREATE OR REPLACE FUNCTION person.seal_contents(p_province smallint, p_zone int, p_most int, p_keys person.key[]) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_count bigint;
BEGIN
  UPDATE person.content_part c SET body = person.seal_bytes(person.open_bytes(c.body, l.place, p_keys), l.place, p_keys)
    FROM (SELECT x.sha256, x.part, person.content_place(x.zone_id, x.sha256, x.part) AS place FROM person.content_part x
      WHERE x.province_id = p_province AND x.zone_id = p_zone AND substr(x.body, 1, 9) <> '\x01'::bytea || (p_keys[1]).id
      LIMIT p_most) l
    WHERE c.province_id = p_province AND c.zone_id = p_zone AND c.sha256 = l.sha256 AND c.part = l.part;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
