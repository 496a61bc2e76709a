-- Whether a change set can be read by every workstation that will pull it: one that cannot would stop them all.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

-- Whether those of some fields that are there are of a type.
CREATE OR REPLACE FUNCTION sync.are(p_body jsonb, p_type text, p_fields text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM unnest(p_fields) f WHERE p_body ? f AND jsonb_typeof(p_body -> f) <> p_type)
$$;

CREATE OR REPLACE FUNCTION sync.is_id(p_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(p_text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false)
$$;

-- Whether a text that may be missing or empty is a day; one that could not be fails.
CREATE OR REPLACE FUNCTION sync.is_day(p_text text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(p_text, '') = '' OR p_text ~ '^\d{4}-\d\d-\d\d$' AND p_text::date IS NOT NULL
$$;

-- Whether every item of a list that may be missing is a list of at least one.
CREATE OR REPLACE FUNCTION sync.is_list_of_lists(p_list jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT p_list IS NULL OR NOT EXISTS (SELECT FROM jsonb_array_elements(p_list) f
    WHERE jsonb_typeof(f) <> 'array' OR f = '[]')
$$;

-- Whether a corner, side, parcel or record, if there is one, has what it cannot do without.
CREATE OR REPLACE FUNCTION sync.is_body(p_kind text, p_body jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT p_body IS NULL OR p_body = 'null' OR jsonb_typeof(p_body) = 'object' AND CASE p_kind
    WHEN 'corner' THEN coalesce(p_body ->> 'e' ~ '^-?\d{1,15}$' AND p_body ->> 'n' ~ '^-?\d{1,15}$', false)
      AND sync.are(p_body, 'string', '{monument,method,date,surveyor,instrument}') AND sync.are(p_body, 'number', '{sigma,e,n}')
      AND sync.is_day(p_body ->> 'date')
    WHEN 'side' THEN coalesce(p_body ->> 'line' ~ '^\d{1,9}$' AND jsonb_typeof(p_body -> 'agreement') = 'string', false)
      AND sync.are(p_body, 'string', '{along}') AND sync.are(p_body, 'number', '{line}')
    WHEN 'parcel' THEN coalesce(p_body ->> 'set' IN ('SURVEYED', 'LEGAL') AND jsonb_typeof(p_body -> 'state') = 'string', false)
      AND sync.are(p_body, 'string', '{commune,sheet,number,code,sourceId,oldSheet,oldNumber,from,to}')
      AND sync.are(p_body, 'array', '{landUse,legalLandUse,faces,parents,frozen}')
      AND sync.is_list_of_lists(p_body -> 'landUse') AND sync.is_list_of_lists(p_body -> 'legalLandUse')
      AND sync.is_list_of_lists(p_body -> 'faces') AND sync.is_list_of_lists(p_body -> 'frozen')
      AND coalesce(p_body ->> 'legalTenths' ~ '^\d{1,15}$', true)
      AND sync.is_day(p_body ->> 'from') AND sync.is_day(p_body ->> 'to')
    WHEN 'record' THEN coalesce(jsonb_typeof(p_body -> 't') = 'string', false)
    ELSE true END
$$;

-- Whether it is the change set of an id.
CREATE OR REPLACE FUNCTION sync.is_change_set(p_id uuid, p_land jsonb, p_person jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_typeof(p_land) = 'object' AND p_land ->> 'id' = p_id::text AND p_land -> 'v' = '1'
      AND jsonb_typeof(p_land -> 'label') = 'string' AND jsonb_typeof(p_land -> 'author') = 'string'
      AND p_land ->> 'origin' ~ '^[A-Z_]{1,40}$'
      AND p_land ->> 'time' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$' AND (p_land ->> 'time')::timestamptz IS NOT NULL
      AND (NOT p_land ? 'case' OR sync.is_id(p_land ->> 'case')) AND (NOT p_land ? 'reverts' OR sync.is_id(p_land ->> 'reverts'))
      AND jsonb_typeof(p_land -> 'changes') = 'array' AND sync.are(p_land, 'array', '{waivers}')
      AND (p_person IS NULL OR jsonb_typeof(p_person) = 'object' AND sync.are(p_person, 'array', '{changes,reasons}')), false)
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_land -> 'waivers', '[]')) w
      WHERE jsonb_typeof(w -> 'rule') IS DISTINCT FROM 'string' OR NOT sync.are(w, 'array', '{subjects}'))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_land -> 'changes') c
      WHERE jsonb_typeof(c) <> 'object' OR jsonb_typeof(c -> 'k') IS DISTINCT FROM 'string' OR NOT sync.is_id(c ->> 'id')
        OR c ->> 'k' = 'side' AND NOT sync.is_id(c ->> 'to')
        OR NOT sync.is_body(c ->> 'k', c -> 'b') OR NOT sync.is_body(c ->> 'k', c -> 'a'))
$$;
