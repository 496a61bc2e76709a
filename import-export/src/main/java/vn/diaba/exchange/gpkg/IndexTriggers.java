package vn.diaba.exchange.gpkg;

/** The triggers by which other programs keep the spatial index true (12-128r17, F.3, "RTree Triggers"). */
final class IndexTriggers {
    private IndexTriggers() {}

    static String[] of(String indexName, String tableName, String geometryName, String keyName) {
        String i = ReadOnlyDatabase.quoted(indexName);
        String t = ReadOnlyDatabase.quoted(tableName);
        String c = ReadOnlyDatabase.quoted(geometryName);
        String k = ReadOnlyDatabase.quoted(keyName);
        String put = "INSERT OR REPLACE INTO " + i + " VALUES (NEW." + k + ", ST_MinX(NEW." + c + "), ST_MaxX(NEW." + c
                + "), ST_MinY(NEW." + c + "), ST_MaxY(NEW." + c + "));";
        String full = "(NEW." + c + " NOTNULL AND NOT ST_IsEmpty(NEW." + c + "))";
        String empty = "(NEW." + c + " ISNULL OR ST_IsEmpty(NEW." + c + "))";
        String sameKey = "OLD." + k + " = NEW." + k;
        String otherKey = "OLD." + k + " != NEW." + k;
        String drop = "DELETE FROM " + i + " WHERE id = OLD." + k + ";";
        return new String[] {
            head(indexName, "insert") + " AFTER INSERT ON " + t + " WHEN " + full + " BEGIN " + put + " END",
            head(indexName, "update1") + " AFTER UPDATE OF " + c + " ON " + t + " WHEN " + sameKey + " AND " + full
                    + " BEGIN " + put + " END",
            head(indexName, "update2") + " AFTER UPDATE OF " + c + " ON " + t + " WHEN " + sameKey + " AND " + empty
                    + " BEGIN " + drop + " END",
            head(indexName, "update3") + " AFTER UPDATE ON " + t + " WHEN " + otherKey + " AND " + full + " BEGIN "
                    + drop + " " + put + " END",
            head(indexName, "update4") + " AFTER UPDATE ON " + t + " WHEN " + otherKey + " AND " + empty
                    + " BEGIN DELETE FROM " + i + " WHERE id IN (OLD." + k + ", NEW." + k + "); END",
            head(indexName, "delete") + " AFTER DELETE ON " + t + " WHEN OLD." + c + " NOT NULL BEGIN " + drop + " END"
        };
    }

    private static String head(String indexName, String what) {
        return "CREATE TRIGGER " + ReadOnlyDatabase.quoted(indexName + "_" + what);
    }
}
