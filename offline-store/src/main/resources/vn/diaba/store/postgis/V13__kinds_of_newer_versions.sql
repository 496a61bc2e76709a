-- Workstations may be newer than the land database: what kinds of records they write is theirs to say. One that is no record to
-- them has a stroke before it.
SET LOCAL ROLE diaba_owner;

ALTER TABLE land.record DROP CONSTRAINT record_kind_check;
ALTER TABLE land.record ADD CONSTRAINT record_kind_check CHECK (kind ~ '^/?[A-Za-z][A-Za-z0-9._-]{0,99}$');
