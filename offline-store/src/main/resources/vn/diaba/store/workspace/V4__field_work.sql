-- Parcel numbers that the land database was asked to reserve for this workspace; without numbers while there is no answer.
CREATE TABLE RESERVATION(
    ID UUID PRIMARY KEY,
    COMMUNE VARCHAR NOT NULL,
    SHEET VARCHAR NOT NULL,
    WANTED INTEGER NOT NULL,
    FIRST_NUMBER BIGINT,
    LAST_NUMBER BIGINT
);
