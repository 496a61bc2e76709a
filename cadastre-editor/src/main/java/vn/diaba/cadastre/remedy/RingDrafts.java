package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.rule.Violation;

/** Ways to mend a ring that crosses itself: where two sides cross, the stretch between them is run the other way. Stateless. */
final class RingDrafts {
    private static final int MOST = 8;
    /** Rings of more corners are not searched for every pair of sides. */
    private static final int MOST_CORNERS = 2000;

    private RingDrafts() {}

    static List<Draft> uncross(Fabric land, Violation fault) {
        List<Draft> drafts = new ArrayList<>();
        for (ParcelId id : fault.parcels()) {
            for (Ring ring : land.parcel(id).rings().toList()) {
                for (int[] pair : ring.size() > MOST_CORNERS ? List.<int[]>of() : crossings(land, ring)) {
                    RingWork work = new RingWork(land);
                    work.change(id, other -> ring.equals(other) ? turned(ring, pair[0] + 1, pair[1]) : other);
                    drafts.add(new Draft("remedy-uncross", false, List.of(id), work.changes()));
                }
            }
        }
        return drafts;
    }

    /** The ring with the corners from one place to another in the opposite order. */
    private static Ring turned(Ring ring, int from, int to) {
        List<CornerId> corners = new ArrayList<>(ring.corners());
        Collections.reverse(corners.subList(from, to + 1));
        return new Ring(corners);
    }

    private static List<int[]> crossings(Fabric land, Ring ring) {
        Coordinate[] at = new Coordinate[ring.size()];
        for (int i = 0; i < at.length; i++) {
            EastNorth place = land.corner(ring.at(i)).position();
            at[i] = new Coordinate(place.east(), place.north());
        }
        RobustLineIntersector lines = new RobustLineIntersector();
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < at.length && found.size() < MOST; i++) {
            for (int j = i + 2; j < at.length && found.size() < MOST; j++) {
                lines.computeIntersection(at[i], at[i + 1], at[j], at[(j + 1) % at.length]);
                if (lines.isProper()) {
                    found.add(new int[] {i, j});
                }
            }
        }
        return found;
    }
}
