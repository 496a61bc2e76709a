package vn.diaba.app.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;

/** Finds the lines between parts that follow each other. Stateless. */
final class CutLines {
    private CutLines() {}

    static List<SplitPlan.CutLine> of(Fabric after, SplitReport report) {
        if (!report.losses().isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> shares = new HashMap<>();
        report.parts().forEach(part -> shares.put(after.slotOf(part.parcel()), part.share()));
        Map<Integer, SplitPlan.CutLine> longest = new HashMap<>();
        ParcelCursor cursor = after.cursor();
        for (SplitReport.Part part : report.parts()) {
            if (part.share() > 0 && cursor.at(after.slotOf(part.parcel()))) {
                addAll(cursor, part.share(), shares, longest);
            }
        }
        List<SplitPlan.CutLine> lines = new ArrayList<>();
        for (int part = 1; part <= shares.size(); part++) {
            SplitPlan.CutLine line = longest.get(part);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void addAll(
            ParcelCursor cursor, int share, Map<Integer, Integer> shares, Map<Integer, SplitPlan.CutLine> longest) {
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                if (shares.getOrDefault(cursor.across(r, i), 0) == share + 1) {
                    EastNorth a = cursor.position(r, i);
                    EastNorth b = cursor.position(r, (i + 1) % cursor.size(r));
                    SplitPlan.CutLine old = longest.get(share);
                    if (old == null || old.from().distanceTo(old.to()) < a.distanceTo(b)) {
                        longest.put(share, new SplitPlan.CutLine(share, a, b));
                    }
                }
            }
        }
    }
}
