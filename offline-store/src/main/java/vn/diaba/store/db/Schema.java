package vn.diaba.store.db;

/** What version of the schema this program writes, and where a file says which it has. */
final class Schema {
    /** The number of the newest migration, the same for workspaces and land databases. */
    static final int VERSION = 5;

    static final String HISTORY = "SCHEMA_HISTORY";
    static final String NEWEST =
            "SELECT MAX(CAST(\"version\" AS INT)) FROM SCHEMA_HISTORY WHERE \"success\" AND \"version\" IS NOT NULL";

    private Schema() {}
}
