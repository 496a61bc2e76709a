-- The change sets of the land database that were taken over, so that a land database that lost some gets them again. A row
-- without bytes marks where the workspace began. WHOLE: the person part was seen.
CREATE TABLE TAKEN(
    SEQ BIGINT PRIMARY KEY,
    ID UUID NOT NULL,
    CHAIN VARBINARY(32) NOT NULL,
    WHOLE BOOLEAN NOT NULL,
    LAND VARBINARY NOT NULL,
    PERSON VARBINARY NOT NULL,
    HASH VARBINARY(32) NOT NULL
);
