-- Whether a change set can be read by every workstation that will pull it: one that cannot would stop them all.
-- In PL/pgSQL, which keeps plans: functions in SQL that call one another are planned anew at every call.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- Whether those of some fields that are there are of a type.
CREATE OR REPLACE FUNCTION sync.are(p_body jsonb, p_type text, p_fields text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN NOT EXISTS (SELECT FROM unnest(p_fields) f WHERE p_body ? f AND jsonb_typeof(p_body -> f) <> p_type);
END
$$;

CREATE OR REPLACE FUNCTION sync.is_id(p_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(p_text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false);
END
$$;

-- Whether a text that may be missing or empty is a day; one that could not be fails.
CREATE OR REPLACE FUNCTION sync.is_day(p_text text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(p_text, '') = '' OR p_text ~ '^\d{4}-\d\d-\d\d$' AND p_text::date IS NOT NULL;
END
$$;

DROP FUNCTION IF EXISTS sync.is_list_of_lists(jsonb);

-- Whether every item of a list that may be missing is an id.
CREATE OR REPLACE FUNCTION sync.are_ids(p_list jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_list IS NULL OR NOT EXISTS (SELECT FROM jsonb_array_elements(p_list) f
    WHERE jsonb_typeof(f) <> 'string' OR NOT sync.is_id(f #>> '{}'));
END
$$;

-- Whether something is a whole number of at most so many digits, below zero too if it may.
CREATE OR REPLACE FUNCTION sync.is_whole(p_number jsonb, p_digits int, p_signed boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(jsonb_typeof(p_number) = 'number'
    AND p_number #>> '{}' ~ ('^' || CASE WHEN p_signed THEN '-?' ELSE '' END || '\d{1,' || p_digits || '}$'), false);
END
$$;

-- Whether a place can be one on Earth: 0.1 mm steps, at most a million kilometres.
CREATE OR REPLACE FUNCTION sync.is_place(p_steps jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN sync.is_whole(p_steps, 14, true) AND abs((p_steps #>> '{}')::bigint) <= 10000000000000;
END
$$;

-- Whether a face has rings of three corners at least, none twice in a row.
CREATE OR REPLACE FUNCTION sync.is_face(p_face jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_face <> '[]' AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_face) r
    WHERE NOT sync.are_ids(r) OR jsonb_array_length(r) < 3 OR EXISTS (SELECT FROM generate_series(1, jsonb_array_length(r)) i
      WHERE r -> i - 1 = r -> (i % jsonb_array_length(r))));
END
$$;

-- Whether a use is a code with or without an area.
CREATE OR REPLACE FUNCTION sync.is_use(p_use jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_use <> '[]' AND (jsonb_array_length(p_use) < 2 OR sync.is_whole(p_use -> 1, 15, false));
END
$$;

-- Whether a ring of a retired parcel has its steps.
CREATE OR REPLACE FUNCTION sync.is_frozen(p_ring jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN jsonb_array_length(p_ring) >= 2 AND jsonb_array_length(p_ring -> 1) > 0
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_ring -> 1) s WHERE NOT sync.is_whole(s, 18, true));
END
$$;

-- Whether a parcel has what it cannot do without, and rings or, retired, what they were.
CREATE OR REPLACE FUNCTION sync.is_parcel(p_body jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(p_body ->> 'set' IN ('SURVEYED', 'LEGAL') AND jsonb_typeof(p_body -> 'state') = 'string', false)
    AND sync.are(p_body, 'string', '{commune,sheet,number,code,sourceId,oldSheet,oldNumber,from,to}')
    AND sync.are(p_body, 'array', '{landUse,legalLandUse,faces,parents,frozen}')
    AND (NOT p_body ? 'legalTenths' OR sync.is_whole(p_body -> 'legalTenths', 15, false))
    AND sync.is_day(p_body ->> 'from') AND sync.is_day(p_body ->> 'to') AND sync.are_ids(p_body -> 'parents')
    AND (coalesce(p_body -> 'faces', '[]') = '[]') = (p_body ? 'frozen')
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_body -> 'faces', '[]')) f WHERE NOT sync.is_face(f))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_body -> 'frozen', '[]')) f WHERE NOT sync.is_frozen(f))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_body -> 'landUse', '[]') || coalesce(p_body -> 'legalLandUse', '[]')) u
      WHERE NOT sync.is_use(u));
END
$$;

CREATE OR REPLACE FUNCTION sync.is_kind(p_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(p_text ~ '^[A-Za-z][A-Za-z0-9._-]{0,98}$', false);
END
$$;

-- Whether a corner, side, parcel or record, if there is one, has what it cannot do without.
CREATE OR REPLACE FUNCTION sync.is_body(p_kind text, p_body jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_body IS NULL OR p_body = 'null' OR jsonb_typeof(p_body) = 'object' AND CASE p_kind
    WHEN 'corner' THEN sync.is_place(p_body -> 'e') AND sync.is_place(p_body -> 'n')
      AND sync.are(p_body, 'string', '{monument,method,date,surveyor,instrument}') AND sync.are(p_body, 'number', '{sigma}')
      AND sync.is_day(p_body ->> 'date')
    WHEN 'side' THEN sync.is_whole(p_body -> 'line', 9, false) AND coalesce(jsonb_typeof(p_body -> 'agreement') = 'string', false)
      AND sync.are(p_body, 'string', '{along}')
    WHEN 'parcel' THEN sync.is_parcel(p_body)
    WHEN 'record' THEN coalesce(jsonb_typeof(p_body -> 't') = 'string', false) AND sync.is_kind(p_body ->> 't')
    ELSE true END;
END
$$;

-- Whether the persons, if there are any, belong to changes there are, and those of the fabric can be read.
CREATE OR REPLACE FUNCTION sync.is_person(p_changes jsonb, p_person jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_person IS NULL OR jsonb_typeof(p_person) = 'object' AND sync.are(p_person, 'array', '{changes,reasons}')
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_person -> 'changes', '[]')) c
      WHERE jsonb_typeof(c) <> 'object' OR NOT sync.is_whole(c -> 'i', 9, false)
        OR p_changes -> (c ->> 'i')::int IS NULL
        OR EXISTS (SELECT FROM (VALUES (c -> 'b'), (c -> 'a')) v(body) WHERE body <> 'null' AND (jsonb_typeof(body) <> 'object'
          OR p_changes -> (c ->> 'i')::int ->> 'k' IN ('corner', 'side', 'parcel')
            AND NOT (sync.are(body, 'string', '{address,wallOf}') AND sync.are(body, 'array', '{extras}')))));
END
$$;

-- Whether nothing lies deeper in it, or is a longer number, than a workstation reads.
CREATE OR REPLACE FUNCTION sync.is_json(p_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN CASE WHEN p_text = '' THEN true ELSE p_text !~ '[0-9.eE+-]{250}[0-9.eE+-]{151}'
    AND NOT jsonb_path_exists(p_text::jsonb, 'strict $.**{50} ? (@.type() == "object" || @.type() == "array")') END;
END
$$;

-- Whether it is the change set of an id.
CREATE OR REPLACE FUNCTION sync.is_change_set(p_id uuid, p_land jsonb, p_person jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(jsonb_typeof(p_land) = 'object' AND p_land ->> 'id' = p_id::text AND p_land -> 'v' = '1'
      AND jsonb_typeof(p_land -> 'label') = 'string' AND jsonb_typeof(p_land -> 'author') = 'string'
      AND jsonb_typeof(p_land -> 'origin') = 'string' AND p_land ->> 'origin' ~ '^[A-Z_]{1,40}$'
      AND p_land ->> 'time' ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$'
      AND (p_land ->> 'time')::timestamptz IS NOT NULL
      AND (NOT p_land ? 'case' OR sync.is_id(p_land ->> 'case')) AND (NOT p_land ? 'reverts' OR sync.is_id(p_land ->> 'reverts'))
      AND jsonb_typeof(p_land -> 'changes') = 'array' AND sync.are(p_land, 'array', '{waivers}'), false)
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_land -> 'waivers', '[]')) w
      WHERE jsonb_typeof(w -> 'rule') IS DISTINCT FROM 'string' OR NOT sync.are(w, 'array', '{subjects}')
        OR NOT sync.are_ids(w -> 'subjects'))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_land -> 'changes') c
      WHERE jsonb_typeof(c) <> 'object' OR NOT sync.is_kind(c ->> 'k') OR NOT sync.is_id(c ->> 'id')
        OR c ->> 'k' = 'side' AND (NOT sync.is_id(c ->> 'to') OR c ->> 'to' = c ->> 'id')
        OR NOT sync.is_body(c ->> 'k', c -> 'b') OR NOT sync.is_body(c ->> 'k', c -> 'a'))
    AND sync.is_person(p_land -> 'changes', p_person);
END
$$;
