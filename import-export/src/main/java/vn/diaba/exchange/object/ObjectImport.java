package vn.diaba.exchange.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.TableIntake;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.map.crs.CrsException;

/**
 * Turns a table of points, lines and areas into an import act of map objects and survey points. The layer column says the
 * level; where no column does, the table's name. Points on the levels of control become survey points. Immutable; a call is
 * confined to its thread.
 */
public final class ObjectImport {
    private static final int HOUSE_LABEL = 15;

    private final TableIntake.Target target;
    private final LevelNames levels;
    private final IdBlock ids;

    /**
     * Prepares to import.
     *
     * @param target the workspace's CRS and where CRSs are found
     * @param levels which layer is which level
     * @param ids fresh ids
     */
    public ObjectImport(TableIntake.Target target, LevelNames levels, IdBlock ids) {
        this.target = target;
        this.levels = levels;
        this.ids = ids;
    }

    /** Whether a table has a column that says the layer or level of each row. */
    public static boolean hasLevels(FeatureTable table, ImportOptions options) throws ImportException {
        return ObjectFields.of(table.columns(), options.columns()).has("level");
    }

    /**
     * Reads a table to its end; the caller closes it.
     *
     * @param options of these the CRS, the axes and the columns
     * @param issues the log the table's reader writes to; what is met here is added
     * @throws ImportException as {@link TableIntake} says; {@code column-missing}, {@code attribute-unknown}
     * @throws CrsException if its coordinates cannot be brought into the workspace's CRS
     */
    public ObjectReport read(FeatureTable table, ImportOptions options, IssueLog issues, Progress progress)
            throws ImportException, CrsException {
        TableIntake intake = new TableIntake(table, options, target, issues);
        ObjectFields fields = ObjectFields.of(table.columns(), options.columns());
        List<PlacedRecord> objects = new ArrayList<>();
        Map<Integer, Long> counts = new HashMap<>();
        Map<String, Long> unknown = new TreeMap<>();
        Map<Integer, Long> ofParcels = new TreeMap<>();
        long imported = 0;
        for (Row row = intake.next(); row != null; row = intake.next()) {
            if ((intake.read() & 0xFF) == 0) {
                progress.checkCancelled();
                progress.done(intake.read(), Math.max(0, table.expected()));
            }
            OptionalInt level = level(fields, row, table.name());
            if (level.isEmpty()) {
                unknown.merge(layer(fields, row, table.name()), 1L, Long::sum);
            } else if (LevelNames.OF_PARCELS.contains(level.getAsInt())) {
                ofParcels.merge(level.getAsInt(), 1L, Long::sum);
            } else if (level.getAsInt() != LevelNames.NONE || isDetail(fields, row)) {
                int before = objects.size();
                for (ObjectShape shape : shapes(intake, table, row, issues)) {
                    PlacedRecord object = object(fields, row, level.getAsInt(), shape, ids.uuid(objects.size() + 1L));
                    counts.merge(object.level(), 1L, Long::sum);
                    objects.add(object);
                }
                imported += objects.size() > before ? 1 : 0;
            }
        }
        unknown.forEach((layer, count) ->
                issues.add(Issue.ofFile("level-unknown", Issue.Severity.ERROR, table.name(), layer, count)));
        ofParcels.forEach((level, count) ->
                issues.add(Issue.ofFile("level-of-parcels", Issue.Severity.WARNING, table.name(), level, count)));
        return new ObjectReport(
                intake.read(),
                imported,
                intake.read() - imported,
                counts,
                fields.named(),
                issues,
                new AddObjects(objects, Origin.IMPORT, ids.uuid(0)));
    }

    private static String layer(ObjectFields fields, Row row, String table) {
        String layer = fields.text(row, "level");
        return layer.isEmpty() && !fields.has("level") ? table : layer;
    }

    private OptionalInt level(ObjectFields fields, Row row, String table) {
        return isDetail(fields, row) ? OptionalInt.of(LevelNames.NONE) : levels.of(layer(fields, row, table));
    }

    /** A point that says it is a detail of the survey needs no level: the map does not show it. */
    private static boolean isDetail(ObjectFields fields, Row row) {
        return fields.text(row, "role").equalsIgnoreCase(SurveyPoint.Role.DETAIL.name());
    }

    private static List<ObjectShape> shapes(TableIntake intake, FeatureTable table, Row row, IssueLog issues)
            throws CrsException {
        RawShape raw = row.shape();
        List<ObjectShape> shapes = List.of();
        String code = "shape-missing";
        if (raw != null) {
            try {
                shapes = ShapeDraft.shapes(intake.moved(raw));
                code = "shape-collapsed";
            } catch (IllegalArgumentException e) {
                code = "coordinate-not-finite";
            }
        }
        if (shapes.isEmpty()) {
            issues.add(Issue.ofFile(code, Issue.Severity.ERROR, table.name()).atRecord(row.record()));
        }
        return shapes;
    }

    private static PlacedRecord object(ObjectFields fields, Row row, int level, ObjectShape shape, UUID id) {
        SurveyPoint.Role role = SurveyPoint.Role.ofLevel(level);
        if (shape.kind() == ObjectShape.Kind.POINT && (level == LevelNames.NONE || role != SurveyPoint.Role.DETAIL)) {
            return point(fields, row, role, shape, id);
        }
        String text = fields.text(row, "text");
        ObjectFacts house = level == HOUSE_LABEL ? ObjectFacts.house(text).orElse(ObjectFacts.NONE) : ObjectFacts.NONE;
        String structure = fields.text(row, "structure");
        double floors = fields.number(row, "floors");
        double turn = fields.number(row, "turn");
        ObjectFacts facts = new ObjectFacts(
                fields.text(row, "kind"),
                fields.text(row, "name"),
                structure.isEmpty() ? house.structure() : structure,
                floors >= 0 && floors < 1000 ? (int) floors : house.floors(),
                Double.isNaN(turn) ? 0 : turn,
                fields.text(row, "remark"),
                fields.extras(row));
        boolean said = facts.houseLabel().equalsIgnoreCase(text);
        return new MapObject(
                id,
                Math.max(1, level),
                shape,
                said ? "" : text,
                facts.equals(ObjectFacts.NONE) ? ObjectFacts.NONE : facts);
    }

    private static SurveyPoint point(ObjectFields fields, Row row, SurveyPoint.Role role, ObjectShape shape, UUID id) {
        String number = fields.text(row, "number");
        number = number.isEmpty() ? fields.text(row, "name") : number;
        number = number.isEmpty() ? fields.text(row, "text") : number;
        Observation seen = new Observation(
                fields.text(row, "method"),
                fields.number(row, "sigma"),
                ObjectFields.day(fields.text(row, "date")),
                fields.text(row, "surveyor"),
                fields.text(row, "instrument"));
        return new SurveyPoint(
                id,
                role,
                number,
                shape.first(),
                fields.number(row, "height"),
                fields.text(row, "code"),
                seen.equals(Observation.UNKNOWN) ? Observation.UNKNOWN : seen,
                fields.text(row, "raw"),
                null);
    }
}
