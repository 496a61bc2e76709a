-- Proposals of the land database as of the last sync: others' that are open, and own ones that were declined with the reason.
CREATE TABLE PROPOSAL(
    ID UUID PRIMARY KEY,
    AUTHOR VARCHAR NOT NULL,
    OFFERED_AT TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    STATE VARCHAR(10) NOT NULL,
    DECIDED_BY VARCHAR NOT NULL,
    REASON VARBINARY NOT NULL,
    LAND VARBINARY NOT NULL,
    PERSON VARBINARY NOT NULL
);
