-- Workspaces and land databases count their versions together; a land database gains only words for who looks into it.
COMMENT ON TABLE PUSHED IS 'Change sets that were accepted, each with the answer it was given';
COMMENT ON TABLE ENTRY IS 'Change sets of a zone in their order, each with the hash of all before it';
