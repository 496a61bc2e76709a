package vn.diaba.exchange.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.exchange.text.TextIntake;

/**
 * Reads a layer of a GeoPackage without changing the file or leaving anything beside it. Safe.
 *
 * <p>Every column is handed on, the primary key too. Changes that another program still keeps beside the file
 * ({@code -wal}, {@code -journal}) are not seen, and reported ({@code changes-not-in-file}). A single features layer is
 * taken unnamed; of several one must be named.
 */
public final class GeoPackageReader implements TableReader {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SAMPLE = 5000;

    @Override
    public String id() {
        return "gpkg";
    }

    @Override
    public boolean recognises(Path path) throws ImportException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(String.valueOf(path.getFileName())), cause);
        }
    }

    @Override
    public List<LayerEntry> layers(Path path) throws ImportException {
        try (ReadOnlyDatabase database = new ReadOnlyDatabase(path)) {
            return database.layers().stream().map(ReadOnlyDatabase.Layer::entry).toList();
        }
    }

    @Override
    public FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException {
        ReadOnlyDatabase database = new ReadOnlyDatabase(path);
        try {
            String pending = ReadOnlyDatabase.pending(path);
            if (!pending.isEmpty()) {
                issues.add(Issue.ofFile("changes-not-in-file", Severity.WARNING, database.name(), pending));
            }
            ReadOnlyDatabase.Layer layer = chosen(database, options);
            String table = layer.entry().name();
            List<Column> columns = columns(database, layer);
            TextIntake texts = new TextIntake(database.name(), options, issues);
            look(database, table, columns, texts);
            TableSchema schema = new TableSchema(table, columns, layer.entry().kind(), crs(database, layer));
            return new FeatureTable(
                    schema,
                    new GeoPackageRows(
                            database, layer, columns, new ValueReader(database.name(), texts, issues), issues));
        } catch (SQLException cause) {
            database.close();
            throw database.broken(cause);
        } catch (ImportException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private static ReadOnlyDatabase.Layer chosen(ReadOnlyDatabase database, ReadOptions options)
            throws ImportException {
        List<ReadOnlyDatabase.Layer> all = database.layers();
        String names =
                String.join(", ", all.stream().map(each -> each.entry().name()).toList());
        String wanted = options.layer();
        if (wanted != null) {
            Optional<ReadOnlyDatabase.Layer> named = all.stream()
                    .filter(each -> each.entry().name().equals(wanted))
                    .findFirst()
                    .or(() -> all.stream()
                            .filter(each -> each.entry().name().equalsIgnoreCase(wanted))
                            .findFirst());
            return named.orElseThrow(() -> new ImportException("layer-missing", database.name(), wanted, names));
        }
        List<ReadOnlyDatabase.Layer> features =
                all.stream().filter(ReadOnlyDatabase.Layer::features).toList();
        if (features.size() == 1) {
            return features.get(0);
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        throw new ImportException("layer-not-named", database.name(), names);
    }

    private static List<Column> columns(ReadOnlyDatabase database, ReadOnlyDatabase.Layer layer) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String sql = "SELECT name, type FROM pragma_table_info(?)";
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            statement.setString(1, layer.entry().name());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String name = found.getString(1);
                    String type = String.valueOf(found.getString(2));
                    if (!name.equalsIgnoreCase(layer.geometry()) && !name.isEmpty()) {
                        String width = type.replaceFirst("^[^(]*\\(([0-9]{1,6})\\).*$", "$1");
                        int limit = width.equals(type) ? 0 : Integer.parseInt(width);
                        columns.add(new Column(name, ValueReader.type(type), limit, 0));
                    }
                }
            }
        }
        return columns;
    }

    /** Texts in TCVN3 or VNI, letter for letter, are found by the first rows. */
    private static void look(ReadOnlyDatabase database, String table, List<Column> columns, TextIntake texts)
            throws SQLException {
        for (Column column : columns) {
            if (column.type() == ColumnType.TEXT) {
                String sql = "SELECT " + ReadOnlyDatabase.quoted(column.name()) + " FROM "
                        + ReadOnlyDatabase.quoted(table) + " LIMIT " + SAMPLE;
                try (PreparedStatement statement = database.connection().prepareStatement(sql);
                        ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        if (found.getObject(1) instanceof String text) {
                            texts.look(column.name(), text);
                        }
                    }
                }
            }
        }
        texts.reportDoubtful();
    }

    private static CrsHint crs(ReadOnlyDatabase database, ReadOnlyDatabase.Layer layer) throws SQLException {
        String sql = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
                + " WHERE srs_id = ?";
        if (layer.srsId() <= 0) {
            return CrsHint.NONE;
        }
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            statement.setInt(1, layer.srsId());
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    return CrsHint.NONE;
                }
                boolean epsg = "EPSG".equalsIgnoreCase(found.getString(1));
                String definition = found.getString(3);
                String wkt = definition == null || definition.strip().equalsIgnoreCase("undefined") ? "" : definition;
                return new CrsHint(epsg ? Math.max(0, found.getInt(2)) : 0, wkt.strip());
            }
        }
    }
}
