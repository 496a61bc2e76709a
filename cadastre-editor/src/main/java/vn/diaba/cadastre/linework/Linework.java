package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.plane.PlaneGraph;

/** Lines and texts as they are drawn, collected to become parcels. Confined to one thread, used once. */
public final class Linework {
    /** Longer pieces of a line are no boundary. */
    private static final long LONGEST_STEPS = 1_000_000_000L;

    final ParcelSet set;
    final PlaneGraph points = new PlaneGraph();
    final Ints from = new Ints();
    final Ints to = new Ints();
    final Ints bits = new Ints();
    final Ints records = new Ints();
    final List<Label> labels = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Long> linesByLevel = new TreeMap<>();
    private final Map<Integer, Long> textsByLevel = new TreeMap<>();

    /** A text or label point at its place. */
    record Label(LabelRole role, String text, EastNorth place, long record) {}

    /** Collects for a coverage. */
    public Linework(ParcelSet set) {
        this.set = set;
    }

    /** The coverage the parcels go to. */
    public ParcelSet set() {
        return set;
    }

    /**
     * Takes a line; it is only counted when its level bounds no parcels.
     *
     * @param level its map level
     * @param xy east, north pairs in metres of the project CRS, read and not kept
     * @param record number of the record it comes from
     */
    public void line(int level, double[] xy, long record) {
        linesByLevel.merge(level, 1L, Long::sum);
        if (!BoundaryLevels.bounds(level, set)) {
            return;
        }
        int before = -1;
        for (int i = 0; i + 1 < xy.length; i += 2) {
            if (!(Math.abs(xy[i]) <= EastNorth.LIMIT_METRES && Math.abs(xy[i + 1]) <= EastNorth.LIMIT_METRES)) {
                findings.add(new Finding("coordinate-not-finite", record, new EastNorth(0, 0), List.of()));
                before = -1;
                continue;
            }
            int point = points.node(EastNorth.toGrid(xy[i]), EastNorth.toGrid(xy[i + 1]));
            if (before >= 0 && before != point) {
                segment(before, point, level, record);
            }
            before = point;
        }
    }

    private void segment(int a, int b, int level, long record) {
        if (Math.abs(points.east(a) - points.east(b)) > LONGEST_STEPS
                || Math.abs(points.north(a) - points.north(b)) > LONGEST_STEPS) {
            EastNorth place = EastNorth.ofGrid(points.east(a), points.north(a));
            findings.add(new Finding("line-too-long", record, place, List.of()));
            return;
        }
        from.add(a);
        to.add(b);
        bits.add(BoundaryLevels.bit(level));
        records.add((int) Math.min(record, Integer.MAX_VALUE));
    }

    /**
     * Takes a text, or a point without text; it is only counted when its level says nothing of parcels.
     *
     * @param text lines separated by line feeds; "" for a point
     */
    public void text(int level, String text, double east, double north, long record) {
        textsByLevel.merge(level, 1L, Long::sum);
        LabelRole role = LabelRole.ofLevel(level).orElse(null);
        boolean says = role == LabelRole.POINT || !text.isBlank();
        if (role != null
                && says
                && Math.abs(east) <= EastNorth.LIMIT_METRES
                && Math.abs(north) <= EastNorth.LIMIT_METRES) {
            labels.add(new Label(role, text.strip(), new EastNorth(east, north), record));
        }
    }

    /** The same lines and texts once more: what is built is used up. */
    public Linework copy() {
        Linework copy = new Linework(set);
        for (int i = 0; i < points.nodes(); i++) {
            copy.points.node(points.east(i), points.north(i));
        }
        copy.from.addAll(from);
        copy.to.addAll(to);
        copy.bits.addAll(bits);
        copy.records.addAll(records);
        copy.labels.addAll(labels);
        copy.findings.addAll(findings);
        copy.linesByLevel.putAll(linesByLevel);
        copy.textsByLevel.putAll(textsByLevel);
        return copy;
    }

    /** Lines taken, by level, those that bound nothing too. */
    public Map<Integer, Long> linesByLevel() {
        return new TreeMap<>(linesByLevel);
    }

    /** Texts and points taken, by level. */
    public Map<Integer, Long> textsByLevel() {
        return new TreeMap<>(textsByLevel);
    }
}
