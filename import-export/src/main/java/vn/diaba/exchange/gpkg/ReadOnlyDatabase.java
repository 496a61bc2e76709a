package vn.diaba.exchange.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.ShapeKind;

/**
 * A GeoPackage opened so that nothing can change: read-only, immutable (no lock, no journal, no shared memory beside it),
 * schema not trusted. Confined to one thread.
 */
final class ReadOnlyDatabase implements AutoCloseable {
    private static final int LARGEST_VALUE = 1 << 28;

    private final String name;
    private final Connection connection;

    ReadOnlyDatabase(Path file) throws ImportException {
        name = String.valueOf(file.getFileName());
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LARGEST_VALUE));
        try {
            connection = config.createConnection("jdbc:sqlite:" + uri(file) + "?immutable=1");
        } catch (SQLException cause) {
            throw broken(cause);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
        } catch (SQLException cause) {
            close();
            throw broken(cause);
        }
    }

    private static String uri(Path file) {
        // Path.toUri leaves letters beyond ASCII and asks the file system; SQLite wants them percent-encoded.
        return file.toAbsolutePath().toUri().toASCIIString();
    }

    /** The file beside it that holds changes not yet in the file itself; empty when there is none. */
    static String pending(Path file) {
        for (String end : List.of("-wal", "-journal")) {
            Path beside = file.resolveSibling(file.getFileName() + end);
            try {
                if (Files.size(beside) > 0) {
                    return String.valueOf(beside.getFileName());
                }
            } catch (IOException expected) {
                // Not there: nothing is pending.
            }
        }
        return "";
    }

    String name() {
        return name;
    }

    Connection connection() {
        return connection;
    }

    /** What SQLite could not do with the file. */
    ImportException broken(SQLException cause) {
        return new ImportException("gpkg-broken", List.of(name, String.valueOf(cause.getMessage())), cause);
    }

    /**
     * A layer as the file describes it.
     *
     * @param entry what others may know of it
     * @param features whether it is meant to have shapes
     * @param geometry its geometry column; empty when it has none
     * @param srsId the key of its CRS in the file
     */
    record Layer(LayerEntry entry, boolean features, String geometry, int srsId) {}

    /**
     * The layers: tables, not views and not tiles, that the contents table lists.
     *
     * @throws ImportException {@code not-a-geopackage}, {@code no-layers}, {@code gpkg-broken}
     */
    List<Layer> layers() throws ImportException {
        try {
            if (!exists("gpkg_contents")) {
                throw new ImportException("not-a-geopackage", name);
            }
            boolean shapes = exists("gpkg_geometry_columns");
            List<Layer> layers = new ArrayList<>();
            String sql = "SELECT c.table_name, c.data_type, "
                    + (shapes
                            ? "g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_contents c "
                                    + "LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) "
                            : "NULL, NULL, NULL FROM gpkg_contents c ")
                    + "WHERE c.data_type IN ('features', 'attributes', 'aspatial') ORDER BY c.rowid";
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    String table = found.getString(1);
                    if (table != null && exists(table)) {
                        layers.add(layer(table, found));
                    }
                }
            }
            if (layers.isEmpty()) {
                throw new ImportException("no-layers", name);
            }
            return layers;
        } catch (SQLException cause) {
            throw broken(cause);
        }
    }

    private Layer layer(String table, ResultSet found) throws SQLException {
        boolean features = "features".equals(found.getString(2));
        String geometry = found.getString(3);
        String type = found.getString(4);
        return new Layer(
                new LayerEntry(table, kind(type == null ? "" : type), -1),
                features,
                geometry == null ? "" : geometry,
                found.getInt(5));
    }

    private static @Nullable ShapeKind kind(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.endsWith("POINT")
                ? ShapeKind.POINTS
                : upper.endsWith("LINESTRING") || upper.endsWith("CURVE") || upper.equals("CIRCULARSTRING")
                        ? ShapeKind.LINES
                        : upper.endsWith("POLYGON") || upper.endsWith("SURFACE") ? ShapeKind.POLYGONS : null;
    }

    private boolean exists(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** An identifier inside SQL text. */
    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException expected) {
            // Only read from: nothing can be lost.
        }
    }
}
