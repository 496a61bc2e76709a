-- Every table of land begins with province and zone: partitions by province (34 and one for the rest), keys ready to be
-- distributed by it. A version is 1 when an object comes, one more with each change, and negative once it is removed; rows
-- stay. What SQL reads is in columns, the rest in body: the open part of the workstation's JSON.
SET LOCAL ROLE diaba_owner;

CREATE TABLE land.province(province_id smallint PRIMARY KEY, name text NOT NULL);
INSERT INTO land.province VALUES
  (1, 'Hà Nội'), (4, 'Cao Bằng'), (8, 'Tuyên Quang'), (11, 'Điện Biên'), (12, 'Lai Châu'), (14, 'Sơn La'), (15, 'Lào Cai'),
  (19, 'Thái Nguyên'), (20, 'Lạng Sơn'), (22, 'Quảng Ninh'), (24, 'Bắc Ninh'), (25, 'Phú Thọ'), (31, 'Hải Phòng'),
  (33, 'Hưng Yên'), (37, 'Ninh Bình'), (38, 'Thanh Hóa'), (40, 'Nghệ An'), (42, 'Hà Tĩnh'), (44, 'Quảng Trị'), (46, 'Huế'),
  (48, 'Đà Nẵng'), (51, 'Quảng Ngãi'), (52, 'Gia Lai'), (56, 'Khánh Hòa'), (66, 'Đắk Lắk'), (68, 'Lâm Đồng'),
  (75, 'Đồng Nai'), (79, 'TP Hồ Chí Minh'), (80, 'Tây Ninh'), (82, 'Đồng Tháp'), (86, 'Vĩnh Long'), (91, 'An Giang'),
  (92, 'Cần Thơ'), (96, 'Cà Mau');

-- One row: changes whenever the database is restored.
CREATE TABLE sync.server(
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  protocol_min int NOT NULL DEFAULT 1,
  protocol_max int NOT NULL DEFAULT 1,
  max_changes int NOT NULL DEFAULT 20000);
INSERT INTO sync.server DEFAULT VALUES;

-- A zone is ours for ever; communes merge, zones do not. One CRS each: one province may hold two meridians.
CREATE TABLE sync.zone(
  zone_id int PRIMARY KEY CHECK (zone_id > 0),
  province_id smallint NOT NULL,
  name text NOT NULL,
  admin_code text NOT NULL DEFAULT '',
  srid int NOT NULL,
  mode text NOT NULL DEFAULT 'direct' CHECK (mode IN ('direct', 'approval')),
  ready boolean NOT NULL DEFAULT false,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  valid_to date,
  moved_to int[] NOT NULL DEFAULT '{}');
CREATE TABLE sync.zone_head(
  zone_id int PRIMARY KEY REFERENCES sync.zone,
  head_seq bigint NOT NULL DEFAULT 0,
  head_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  first_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  floor_seq bigint NOT NULL DEFAULT 0,
  extent postgis.geometry) WITH (fillfactor = 50);
CREATE TABLE sync.account(
  username text PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('surveyor', 'checker', 'approver', 'export', 'admin')),
  disabled boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE sync.user_scope(
  username text NOT NULL REFERENCES sync.account,
  zone_id int NOT NULL REFERENCES sync.zone,
  can_write boolean NOT NULL,
  pii boolean NOT NULL,
  PRIMARY KEY (username, zone_id));

CREATE TABLE land.boundary_point(
  province_id smallint NOT NULL, zone_id int NOT NULL, point_id uuid NOT NULL,
  version bigint NOT NULL, e bigint NOT NULL, n bigint NOT NULL, srid int NOT NULL, body jsonb NOT NULL,
  seq bigint NOT NULL, since timestamptz NOT NULL,
  geom postgis.geometry(Point) GENERATED ALWAYS AS
    (postgis.st_setsrid(postgis.st_makepoint(e / 10000.0::float8, n / 10000.0::float8), srid)) STORED,
  PRIMARY KEY (province_id, zone_id, point_id)) PARTITION BY LIST (province_id);
COMMENT ON TABLE land.boundary_point IS 'Corners in their home zone for ever; e, n in 0.1 mm steps, the truth; geom follows';
CREATE TABLE land.parcel(
  province_id smallint NOT NULL, zone_id int NOT NULL, parcel_id uuid NOT NULL,
  version bigint NOT NULL, live boolean NOT NULL, parcel_set text NOT NULL CHECK (parcel_set IN ('SURVEYED', 'LEGAL')),
  commune text NOT NULL, sheet text NOT NULL, number text NOT NULL, number_key text NOT NULL, code text NOT NULL,
  land_use text NOT NULL, legal_tenths bigint,
  state text NOT NULL CHECK (state IN ('NORMAL', 'DISPUTED', 'FROZEN', 'MORTGAGED')),
  body jsonb NOT NULL, geom postgis.geometry(MultiPolygon), sound boolean NOT NULL DEFAULT true,
  seq bigint NOT NULL, shape_seq bigint NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY (province_id, zone_id, parcel_id)) PARTITION BY LIST (province_id);
COMMENT ON COLUMN land.parcel.number_key IS 'Zone, commune, sheet and number in one, numbers without leading zeros; empty without a number';
COMMENT ON COLUMN land.parcel.geom IS 'Derived from ring_point and boundary_point by push; the zone says the CRS';
CREATE TABLE land.ring_point(
  province_id smallint NOT NULL, zone_id int NOT NULL, parcel_id uuid NOT NULL,
  face smallint NOT NULL, ring smallint NOT NULL, ord int NOT NULL, point_zone int NOT NULL, point_id uuid NOT NULL,
  PRIMARY KEY (province_id, zone_id, parcel_id, face, ring, ord)) PARTITION BY LIST (province_id);
CREATE TABLE land.side(
  province_id smallint NOT NULL, zone_id int NOT NULL, first_id uuid NOT NULL, second_id uuid NOT NULL,
  version bigint NOT NULL, body jsonb NOT NULL, seq bigint NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY (province_id, zone_id, first_id, second_id)) PARTITION BY LIST (province_id);
CREATE TABLE land.parcel_use(
  province_id smallint NOT NULL, zone_id int NOT NULL, parcel_id uuid NOT NULL, legal boolean NOT NULL, ord int NOT NULL,
  code text NOT NULL, tenths bigint,
  PRIMARY KEY (province_id, zone_id, parcel_id, legal, ord)) PARTITION BY LIST (province_id);
CREATE TABLE land.lineage(
  province_id smallint NOT NULL, zone_id int NOT NULL, child uuid NOT NULL, parent uuid NOT NULL,
  changeset_id uuid NOT NULL,
  PRIMARY KEY (province_id, zone_id, child, parent)) PARTITION BY LIST (province_id);
-- Map objects, survey points, and the land's view of parties, rights, papers, cases and attachments.
CREATE TABLE land.record(
  province_id smallint NOT NULL, zone_id int NOT NULL, record_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('object', 'point', 'party', 'right', 'paper', 'case', 'attachment')),
  version bigint NOT NULL, body jsonb NOT NULL, seq bigint NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY (province_id, zone_id, record_id)) PARTITION BY LIST (province_id);
CREATE TABLE person.secret(
  province_id smallint NOT NULL, zone_id int NOT NULL, kind text NOT NULL, object_id uuid NOT NULL, second_id uuid NOT NULL,
  body jsonb NOT NULL, seq bigint NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY (province_id, zone_id, kind, object_id, second_id)) PARTITION BY LIST (province_id);
COMMENT ON TABLE person.secret IS 'What names or describes persons, by the object it belongs to';
CREATE TABLE land.history(
  province_id smallint NOT NULL, zone_id int NOT NULL, kind text NOT NULL, object_id uuid NOT NULL, second_id uuid NOT NULL,
  version bigint NOT NULL, since timestamptz NOT NULL, until timestamptz NOT NULL, seq bigint NOT NULL, body jsonb NOT NULL,
  geom postgis.geometry) PARTITION BY LIST (province_id);
-- Zones that use a corner whose home is another zone; a gone one keeps the version this zone last knew.
CREATE TABLE land.border_use(
  user_zone int NOT NULL, point_id uuid NOT NULL, home_zone int NOT NULL, gone_version bigint,
  PRIMARY KEY (user_zone, point_id));
CREATE INDEX ON land.border_use(home_zone, point_id);

-- The log. entry.land is the client's text to the byte: what is hashed.
CREATE TABLE sync.changeset(
  province_id smallint NOT NULL, changeset_id uuid NOT NULL, zone_id int NOT NULL, seq bigint NOT NULL, client_id uuid NOT NULL,
  username text NOT NULL, author text NOT NULL, payload_sha bytea NOT NULL, versions jsonb NOT NULL,
  server_ts timestamptz NOT NULL,
  PRIMARY KEY (province_id, changeset_id)) PARTITION BY LIST (province_id);
CREATE TABLE sync.entry(
  province_id smallint NOT NULL, zone_id int NOT NULL, seq bigint NOT NULL, changeset_id uuid NOT NULL, author text NOT NULL,
  username text NOT NULL, accepted_at timestamptz NOT NULL, land text NOT NULL, person_hash bytea NOT NULL, bytes int NOT NULL,
  prev_hash bytea NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (province_id, zone_id, seq)) PARTITION BY LIST (province_id);
CREATE TABLE person.entry(
  province_id smallint NOT NULL, zone_id int NOT NULL, seq bigint NOT NULL, person text NOT NULL,
  PRIMARY KEY (province_id, zone_id, seq)) PARTITION BY LIST (province_id);
CREATE TABLE sync.change(
  province_id smallint NOT NULL, zone_id int NOT NULL, seq bigint NOT NULL, idx int NOT NULL, kind text NOT NULL,
  object_id uuid NOT NULL, second_id uuid, op "char" NOT NULL CHECK (op IN ('I', 'U', 'D')), version bigint NOT NULL, body jsonb,
  PRIMARY KEY (province_id, zone_id, seq, idx)) PARTITION BY LIST (province_id);
CREATE TABLE sync.refusal(
  province_id smallint NOT NULL, zone_id int NOT NULL, changeset_id uuid NOT NULL, username text NOT NULL, author text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(), refusals jsonb NOT NULL);
CREATE TABLE sync.reveal(
  at timestamptz NOT NULL DEFAULT clock_timestamp(), username text NOT NULL, zone_id int NOT NULL, parcel_id uuid NOT NULL,
  reason text NOT NULL);
CREATE TABLE sync.admin_log(
  at timestamptz NOT NULL DEFAULT clock_timestamp(), username text NOT NULL, what text NOT NULL, detail jsonb NOT NULL);
CREATE TABLE sync.snapshot(
  token uuid NOT NULL, zone_id int NOT NULL, page int NOT NULL, seq bigint NOT NULL, hash bytea NOT NULL,
  made_at timestamptz NOT NULL, land text NOT NULL, person text NOT NULL, versions text NOT NULL,
  PRIMARY KEY (token, page));
CREATE INDEX ON sync.snapshot(zone_id, seq);

DO $$
DECLARE
  parent text;
  province smallint;
BEGIN
  FOREACH parent IN ARRAY ARRAY['land.boundary_point', 'land.parcel', 'land.ring_point', 'land.side', 'land.parcel_use',
      'land.lineage', 'land.record', 'person.secret', 'land.history', 'sync.changeset', 'sync.entry', 'person.entry',
      'sync.change'] LOOP
    FOR province IN SELECT province_id FROM land.province LOOP
      EXECUTE format('CREATE TABLE %s_%s PARTITION OF %s FOR VALUES IN (%s)', parent, to_char(province, 'FM00'), parent, province);
    END LOOP;
    EXECUTE format('CREATE TABLE %s_rest PARTITION OF %s DEFAULT', parent, parent);
  END LOOP;
END $$;

CREATE INDEX ON land.parcel USING gist (geom) WHERE live;
CREATE INDEX ON land.parcel (number_key) WHERE live AND number_key <> '';
CREATE INDEX ON land.parcel (code) WHERE code <> '';
CREATE INDEX ON land.boundary_point (e, n);
CREATE INDEX ON land.ring_point (point_id);
CREATE INDEX ON land.history (object_id);
CREATE INDEX ON sync.change (object_id);

-- What QGIS and reports read under the names of the trade.
CREATE VIEW land.map_object AS SELECT * FROM land.record WHERE kind = 'object' AND version > 0;
CREATE VIEW land.survey_point AS SELECT * FROM land.record WHERE kind = 'point' AND version > 0;
CREATE VIEW land.paper AS SELECT * FROM land.record WHERE kind = 'paper' AND version > 0;
CREATE VIEW land.case_file AS SELECT * FROM land.record WHERE kind = 'case' AND version > 0;
CREATE VIEW land.attachment AS SELECT * FROM land.record WHERE kind = 'attachment' AND version > 0;
CREATE VIEW person.party AS
  SELECT r.province_id, r.zone_id, r.record_id AS party_id, r.version, s.body ->> 'name' AS name,
    s.body ->> 'idNumber' AS id_number, s.body ->> 'userType' AS user_type, s.body ->> 'address' AS address
  FROM land.record r JOIN person.secret s ON s.province_id = r.province_id AND s.zone_id = r.zone_id AND s.kind = 'record'
    AND s.object_id = r.record_id
  WHERE r.kind = 'party' AND r.version > 0;
CREATE VIEW person.land_right AS
  SELECT r.province_id, r.zone_id, r.record_id AS right_id, r.version, (s.body ->> 'party')::uuid AS party_id,
    (s.body ->> 'parcel')::uuid AS parcel_id, (s.body -> 'share' ->> 0)::int AS numerator,
    (s.body -> 'share' ->> 1)::int AS denominator
  FROM land.record r JOIN person.secret s ON s.province_id = r.province_id AND s.zone_id = r.zone_id AND s.kind = 'record'
    AND s.object_id = r.record_id
  WHERE r.kind = 'right' AND r.version > 0;
