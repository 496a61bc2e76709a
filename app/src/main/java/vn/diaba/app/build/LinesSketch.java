package vn.diaba.app.build;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.linework.LineworkBuild;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.progress.Progress;

/**
 * What drawn lines would come to with a tolerance. Its rows belong to the FX thread once it is there.
 *
 * @param source the lines
 * @param options the tolerance and what goes with it
 * @param over the land it would be added to
 * @param built the report and the new land
 * @param rows the parcels that would begin, those with a complaint first
 * @param findings what is to be looked at: first what would move, the farthest first
 */
record LinesSketch(
        DrawnLines source,
        LineworkOptions options,
        Fabric over,
        LineworkBuild built,
        List<BuiltRow> rows,
        List<Finding> findings) {
    /** The finding of a point that moves. */
    static final String MOVED = "line-point-moved";

    /** Builds on trial; away from the FX thread. */
    static LinesSketch of(DrawnLines source, LineworkOptions options, Fabric over, IdBlock ids, Progress progress) {
        LineworkBuild built = LineworkBuild.of(source.lines().copy(), options, over, ids, progress.part(0, 0.8));
        Fabric land = built.land().land();
        // Built here, so that the window does not wait for it when it draws.
        land.index();
        List<BuiltRow> rows = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Parcel parcel = land.parcelAt(slot);
            if ((slot & 0xFF) == 0) {
                progress.checkCancelled();
            }
            Coordinate inside = land.shapeOf(parcel.id()).getInteriorPoint().getCoordinate();
            EastNorth place = new EastNorth(inside.x, inside.y);
            rows.add(new BuiltRow(parcel, place, land.areaOf(parcel.id()).squareMetres()));
        }
        rows.sort(java.util.Comparator.comparing(
                        (BuiltRow row) -> row.complaints().isEmpty())
                .thenComparing(row -> row.words().number(), LinesSketch::byNumber));
        List<Finding> findings = new ArrayList<>(built.report().findings());
        findings.sort(
                java.util.Comparator.comparing((Finding each) -> !each.code().equals(MOVED))
                        .thenComparingDouble(each -> each.code().equals(MOVED) ? -metres(each) : 0));
        return new LinesSketch(source, options, over, built, List.copyOf(rows), List.copyOf(findings));
    }

    /** How far the point of a finding moves. */
    static double metres(Finding moved) {
        return moved.arguments().get(0) instanceof Number metres ? metres.doubleValue() : 0;
    }

    private static int byNumber(String a, String b) {
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }
}
