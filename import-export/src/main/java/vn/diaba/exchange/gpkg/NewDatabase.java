package vn.diaba.exchange.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.CrsHint;

/**
 * A GeoPackage in the making: one features table, its entries in the tables the standard demands, its spatial index.
 * Confined to one thread.
 */
final class NewDatabase implements AutoCloseable {
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

    private final Connection connection;
    private final String table;
    private final String key;
    private final String geometry;
    private final List<String> names;
    private final CrsHint crs;

    NewDatabase(Path file, String table, List<Column> columns, CrsHint crs) throws SQLException {
        this.table = table;
        this.crs = crs;
        Set<String> taken = new HashSet<>();
        names = new ArrayList<>();
        for (Column column : columns) {
            names.add(free(column.name(), taken));
        }
        key = free("fid", taken);
        geometry = free("geom", taken);
        SQLiteConfig config = new SQLiteConfig();
        config.setPragma(SQLiteConfig.Pragma.PAGE_SIZE, "4096");
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_MODE, "OFF");
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, "OFF");
        config.setPragma(SQLiteConfig.Pragma.LOCKING_MODE, "EXCLUSIVE");
        connection = config.createConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString());
        execute("PRAGMA application_id = " + 0x47504B47, "PRAGMA user_version = 10301");
        connection.setAutoCommit(false);
        createTables(columns);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int k = 1; !taken.add(name.toLowerCase(Locale.ROOT)); k++) {
            name = wanted + "_" + k;
        }
        return name;
    }

    /** The names the columns got, in order: SQLite does not tell capitals from small letters. */
    List<String> names() {
        return names;
    }

    /** The key of the table's CRS in the file: its EPSG code, 100000 for one known by text only, -1 for none. */
    int srsId() {
        return crs.epsg() > 0 ? crs.epsg() : crs.isNone() ? -1 : 100000;
    }

    private void createTables(List<Column> columns) throws SQLException {
        execute(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT "
                        + "NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT "
                        + "UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT "
                        + "(strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, "
                        + "srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES "
                        + "gpkg_spatial_ref_sys(srs_id))",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
                        + "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, "
                        + "CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE "
                        + "(table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), "
                        + "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
                "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition "
                        + "TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, "
                        + "extension_name))");
        String srs = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
        insert(srs, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinates");
        insert(srs, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinates");
        insert(srs, "WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude and latitude in degrees, WGS 84");
        if (srsId() > 0 && srsId() != 4326) {
            String wkt = crs.wkt().isEmpty() ? "undefined" : crs.wkt();
            insert(srs, crs.name(), srsId(), crs.epsg() > 0 ? "EPSG" : "NONE", srsId(), wkt, null);
        }
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(ReadOnlyDatabase.quoted(table));
        sql.append(" (").append(ReadOnlyDatabase.quoted(key)).append(" INTEGER PRIMARY KEY NOT NULL, ");
        sql.append(ReadOnlyDatabase.quoted(geometry)).append(" BLOB");
        for (int i = 0; i < names.size(); i++) {
            sql.append(", ")
                    .append(ReadOnlyDatabase.quoted(names.get(i)))
                    .append(' ')
                    .append(declared(columns.get(i)));
        }
        execute(sql.append(")").toString());
    }

    private static String declared(Column column) {
        return switch (column.type()) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case DECIMAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case DATETIME -> "DATETIME";
            case BINARY -> "BLOB";
        };
    }

    /** A statement that takes key, geometry, values. */
    PreparedStatement insertion() throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO " + ReadOnlyDatabase.quoted(table) + " VALUES (?, ?" + ", ?".repeat(names.size()) + ")");
    }

    /**
     * The index over the rows inserted; keys and extents as they were.
     *
     * @param extents four a row: east, east, north, north; NaN when the row has no place
     */
    void index(List<double[]> extents) throws SQLException {
        String index = ReadOnlyDatabase.quoted(indexName());
        execute("CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)");
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + index + " VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < extents.size(); i++) {
                double[] extent = extents.get(i);
                if (extent[0] <= extent[1]) {
                    statement.setLong(1, i + 1L);
                    for (int k = 0; k < 4; k++) {
                        statement.setDouble(k + 2, extent[k]);
                    }
                    statement.executeUpdate();
                }
            }
        }
    }

    private String indexName() {
        return "rtree_" + table + "_" + geometry;
    }

    /** Writes the entries that need all rows known, then the triggers that keep the index, and commits. */
    void finish(String geometryType, double[] extent, String lastChange) throws SQLException {
        @Nullable
        Object[] box =
                extent[0] <= extent[1] ? new Object[] {extent[0], extent[2], extent[1], extent[3]} : new Object[4];
        insert(
                "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)",
                table,
                table,
                lastChange,
                box[0],
                box[1],
                box[2],
                box[3],
                srsId());
        insert("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", table, geometry, geometryType, srsId());
        insert(
                "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', "
                        + "'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                table,
                geometry);
        execute(IndexTriggers.of(indexName(), table, geometry, key));
        connection.commit();
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
