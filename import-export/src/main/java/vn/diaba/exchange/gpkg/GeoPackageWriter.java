package vn.diaba.exchange.gpkg;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableWriter;

/**
 * Writes a GeoPackage 1.3 of one layer, named as the table, with a spatial index. Lines and polygons are of the multi
 * type. The same table at the same time by the clock gives the same bytes. Safe.
 */
public final class GeoPackageWriter implements TableWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    /** A writer that dates the layer's last change by this clock. */
    public GeoPackageWriter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "gpkg";
    }

    @Override
    public long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target)) {
            long rows;
            try (NewDatabase database = new NewDatabase(file.stage(name), table.name(), table.columns(), table.crs())) {
                report(table, database, name, issues);
                rows = new Copy(database, table).run(progress, TIME.format(clock.instant()));
            }
            file.commit();
            return rows;
        } catch (SQLException cause) {
            throw AtomicFile.failure(target, new IOException(cause.getMessage(), cause));
        } catch (ImportException source) {
            throw new ExportException(source.code(), source.arguments(), source);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private static void report(FeatureTable table, NewDatabase database, String file, IssueLog issues) {
        if (table.crs().isNone()) {
            issues.add(Issue.ofFile("crs-not-stated", Severity.WARNING, file));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            String old = table.columns().get(i).name();
            if (!old.equals(database.names().get(i))) {
                issues.add(Issue.ofFile(
                        "column-renamed",
                        Severity.WARNING,
                        file,
                        old,
                        database.names().get(i)));
            }
        }
    }

    private static final class Copy {
        private final NewDatabase database;
        private final FeatureTable table;
        private final BlobWriter blobs;
        private final List<double[]> extents = new ArrayList<>();
        private final double[] all = nowhere();
        private @Nullable ShapeKind kind;
        private boolean severalKinds;
        private boolean severalPoints;

        Copy(NewDatabase database, FeatureTable table) {
            this.database = database;
            this.table = table;
            this.blobs = new BlobWriter(database.srsId());
            this.kind = table.schema().kind();
        }

        long run(Progress progress, String lastChange) throws SQLException, ImportException {
            long rows = 0;
            try (PreparedStatement insertion = database.insertion()) {
                for (Row row = table.next(); row != null; row = table.next()) {
                    insertion.setLong(1, ++rows);
                    insertion.setBytes(2, blob(row.shape()));
                    for (int i = 0; i < table.columns().size(); i++) {
                        insertion.setObject(i + 3, stored(row.value(i)));
                    }
                    insertion.executeUpdate();
                    if (rows % 1000 == 0) {
                        progress.checkCancelled();
                        progress.done(rows, Math.max(0, table.expected()));
                    }
                }
            }
            database.index(extents);
            database.finish(typeName(), all, lastChange);
            return rows;
        }

        private byte @Nullable [] blob(@Nullable RawShape shape) {
            if (shape == null) {
                extents.add(nowhere());
                return null;
            }
            severalKinds |= kind != null && kind != shape.kind();
            kind = kind == null ? shape.kind() : kind;
            severalPoints |= shape.kind() == ShapeKind.POINTS && shape.pointCount() > 1;
            double[] extent = BlobWriter.extent(shape);
            extents.add(extent);
            all[0] = Math.min(all[0], extent[0]);
            all[1] = Math.max(all[1], extent[1]);
            all[2] = Math.min(all[2], extent[2]);
            all[3] = Math.max(all[3], extent[3]);
            return blobs.blob(shape, extent);
        }

        private String typeName() {
            if (kind == null || severalKinds || severalPoints) {
                return "GEOMETRY";
            }
            return kind == ShapeKind.POINTS ? "POINT" : kind == ShapeKind.LINES ? "MULTILINESTRING" : "MULTIPOLYGON";
        }

        private static double[] nowhere() {
            return new double[] {
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
        }

        private static @Nullable Object stored(@Nullable Object value) {
            if (value instanceof BigDecimal number) {
                return number.doubleValue();
            }
            if (value instanceof Boolean yes) {
                return yes ? 1 : 0;
            }
            if (value instanceof OffsetDateTime time) {
                return TIME.format(time);
            }
            return value == null || value instanceof Long || value instanceof byte[] ? value : value.toString();
        }
    }
}
