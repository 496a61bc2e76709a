-- What an object was before a change, written by triggers, never by the functions of sync.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE FUNCTION sync.keep_parcel() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO land.history VALUES (OLD.province_id, OLD.zone_id, 'parcel', OLD.parcel_id, OLD.parcel_id, OLD.version, OLD.since,
    clock_timestamp(), OLD.seq, OLD.body || jsonb_build_object('live', OLD.live), OLD.geom);
  RETURN NULL;
END $$;
CREATE FUNCTION sync.keep_corner() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO land.history VALUES (OLD.province_id, OLD.zone_id, 'corner', OLD.point_id, OLD.point_id, OLD.version, OLD.since,
    clock_timestamp(), OLD.seq, OLD.body || jsonb_build_object('e', OLD.e, 'n', OLD.n), OLD.geom);
  RETURN NULL;
END $$;
CREATE FUNCTION sync.keep_side() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO land.history VALUES (OLD.province_id, OLD.zone_id, 'side', OLD.first_id, OLD.second_id, OLD.version, OLD.since,
    clock_timestamp(), OLD.seq, OLD.body, NULL);
  RETURN NULL;
END $$;
CREATE FUNCTION sync.keep_record() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO land.history VALUES (OLD.province_id, OLD.zone_id, OLD.kind, OLD.record_id, OLD.record_id, OLD.version, OLD.since,
    clock_timestamp(), OLD.seq, OLD.body, NULL);
  RETURN NULL;
END $$;
-- Only what changed by a version, or an outline that moved with a corner.
CREATE TRIGGER keep AFTER UPDATE ON land.parcel FOR EACH ROW
  WHEN (OLD.version <> NEW.version OR OLD.shape_seq <> NEW.shape_seq) EXECUTE FUNCTION sync.keep_parcel();
CREATE TRIGGER keep AFTER UPDATE ON land.boundary_point FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION sync.keep_corner();
CREATE TRIGGER keep AFTER UPDATE ON land.side FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION sync.keep_side();
CREATE TRIGGER keep AFTER UPDATE ON land.record FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION sync.keep_record();
