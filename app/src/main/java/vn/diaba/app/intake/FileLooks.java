package vn.diaba.app.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.object.ObjectImport;
import vn.diaba.exchange.parcel.FieldMapping;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.points.FilePoint;
import vn.diaba.exchange.points.PlaneRange;
import vn.diaba.exchange.points.PointFile;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;

/** Looks at the beginning of files. Safe; a call is confined to its thread. */
public final class FileLooks {
    private static final int ROWS = 200;
    private static final int SHOWN = 12;
    private static final int LONGEST = 60;

    private final IntakePlace place;

    /** Looks for this place. */
    public FileLooks(IntakePlace place) {
        this.place = place;
    }

    /**
     * Looks at a file.
     *
     * @param reading layer and encoding as far as a person said; without a layer the first one of areas is looked at
     * @throws ImportException when it cannot be read as anything known; {@code intake-field-book} for a book of angles
     *     and distances
     */
    public FileLook of(Path file, ReadOptions reading) throws ImportException, CrsException {
        TableReader reader;
        try {
            reader = Formats.standard(place.clock()).reader(file);
        } catch (ImportException e) {
            if (e.code().equals("format-not-recognised")) {
                return ofPoints(file, reading, e);
            }
            throw e;
        }
        List<LayerEntry> layers = reader.layers(file);
        @Nullable String layer = reading.layer();
        if (layer == null && layers.size() > 1) {
            layer = layers.stream()
                    .filter(each -> each.kind() == ShapeKind.POLYGONS)
                    .findFirst()
                    .orElse(layers.get(0))
                    .name();
        }
        try (FeatureTable table = reader.open(file, new ReadOptions(layer, reading.encoding()), new IssueLog())) {
            return ofTable(reader.id(), layers, layer, table);
        }
    }

    private FileLook ofTable(String format, List<LayerEntry> layers, @Nullable String layer, FeatureTable table)
            throws ImportException, CrsException {
        List<Row> rows = new ArrayList<>();
        for (Row row = table.next(); row != null && rows.size() < ROWS; row = table.next()) {
            rows.add(row);
        }
        FileLook.CrsLook crs = crs(table.crs(), rows);
        List<String> columns = table.columns().stream().map(Column::name).toList();
        List<List<String>> sample = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                values.add(shortened(row.text(i)));
            }
            sample.add(values);
        }
        IntakeKind kind = kind(table, rows);
        Map<String, String> mapped = kind == IntakeKind.PARCELS
                ? FieldMapping.of(table.columns(), Map.of()).named()
                : Map.of();
        return new FileLook(
                format,
                kind,
                layers.size() > 1 ? layers.stream().map(LayerEntry::name).toList() : List.of(),
                layer == null ? "" : layer,
                crs,
                axes(rows, crs.epsg()),
                columns,
                mapped,
                sample,
                "");
    }

    private static String shortened(@Nullable String text) {
        String whole = text == null ? "" : text;
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
    }

    private static IntakeKind kind(FeatureTable table, List<Row> rows) throws ImportException {
        ShapeKind kind = table.schema().kind();
        if (kind == ShapeKind.POLYGONS) {
            return IntakeKind.PARCELS;
        }
        boolean areas = rows.stream().anyMatch(row -> {
            RawShape shape = row.shape();
            return shape != null && shape.kind() == ShapeKind.POLYGONS;
        });
        boolean drawn = ObjectImport.hasLevels(table, ImportOptions.DEFAULT) || kind != null;
        return areas || !drawn ? IntakeKind.PARCELS : IntakeKind.OBJECTS;
    }

    private FileLook.CrsLook crs(CrsHint hint, List<Row> rows) throws CrsException {
        if (hint.epsg() != 0) {
            return new FileLook.CrsLook(
                    hint.epsg(), place.catalog().byCode(hint.epsg()).name(), true);
        }
        if (!hint.wkt().isEmpty()) {
            Crs own = place.catalog().fromWkt(hint.wkt());
            return new FileLook.CrsLook(own.code(), own.name(), true);
        }
        boolean degrees = !rows.isEmpty();
        for (Row row : rows) {
            RawShape shape = row.shape();
            for (int i = 0; shape != null && i < shape.pointCount(); i++) {
                degrees &= Math.abs(shape.x(i)) <= 180 && Math.abs(shape.y(i)) <= 180;
            }
        }
        return new FileLook.CrsLook(degrees ? 4326 : place.project().code(), "", false);
    }

    /** North first only when no position fits the other way round. */
    private ImportOptions.Axes axes(List<Row> rows, int epsg) throws CrsException {
        Crs crs = epsg == 0 ? place.project() : place.catalog().byCode(epsg);
        PlaneRange range = PlaneRange.of(crs, place.catalog());
        long eastFirst = 0;
        long northFirst = 0;
        for (Row row : rows) {
            RawShape shape = row.shape();
            for (int i = 0; shape != null && i < shape.pointCount(); i++) {
                eastFirst += fits(crs, range, shape.x(i), shape.y(i)) ? 1 : 0;
                northFirst += fits(crs, range, shape.y(i), shape.x(i)) ? 1 : 0;
            }
        }
        return eastFirst == 0 && northFirst > 0 ? ImportOptions.Axes.NORTH_EAST : ImportOptions.Axes.EAST_NORTH;
    }

    private static boolean fits(Crs crs, PlaneRange range, double east, double north) {
        return crs.isProjected() ? range.contains(east, north) : Math.abs(east) <= 180 && Math.abs(north) <= 90;
    }

    private FileLook ofPoints(Path file, ReadOptions reading, ImportException unknown)
            throws ImportException, CrsException {
        String format = PointIntake.format(file);
        if (format.equals("traverse")) {
            throw new ImportException("intake-field-book", String.valueOf(file.getFileName()));
        }
        ImportOptions options =
                new ImportOptions(0, Map.of(), ImportOptions.Axes.AUTO, 0, vn.diaba.cadastre.model.ParcelSet.SURVEYED);
        PointIntake intake = new PointIntake(place, IntakeOrder.of(IntakeKind.POINTS, reading, options));
        PointFile points;
        try {
            points = intake.points(file, format, new IssueLog());
        } catch (ImportException e) {
            // A file without any points is of no format we know.
            throw e.code().equals("points-none") ? unknown : e;
        }
        List<List<String>> sample =
                points.points().stream().limit(SHOWN).map(FileLooks::values).toList();
        String notation = Optional.of(points.layout())
                .filter(layout -> !layout.separator().isEmpty())
                .map(layout -> layout.separator() + " " + layout.decimalMark())
                .orElse("");
        return new FileLook(
                format,
                IntakeKind.POINTS,
                List.of(),
                "",
                new FileLook.CrsLook(place.project().code(), "", false),
                points.layout().northFirst() ? ImportOptions.Axes.NORTH_EAST : ImportOptions.Axes.EAST_NORTH,
                List.of("name", "north", "east", "height", "code"),
                Map.of(),
                sample,
                notation);
    }

    private static List<String> values(FilePoint point) {
        String height = Double.isNaN(point.heightMetres())
                ? ""
                : java.math.BigDecimal.valueOf(point.heightMetres()).toPlainString();
        return List.of(
                point.name(),
                java.math.BigDecimal.valueOf(point.place().north()).toPlainString(),
                java.math.BigDecimal.valueOf(point.place().east()).toPlainString(),
                height,
                shortened(point.code()));
    }
}
