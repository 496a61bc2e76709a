package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * The line between a strip and what is left: which sides it has, and on which map layer it is drawn. It goes on where the
 * sides along which the strip is taken were: beside a railway limit, a bank, a canal, a dyke it is one again. Else, beside a
 * road or where no parcel lies, it is a road limit, which is a boundary of parcels (layer 23 of Phụ lục 21, Thông tư
 * 26/2024/TT-BTNMT); beside other land it is a plain boundary. Lines per the papers have one layer and get no other.
 * Stateless.
 */
final class StripLine {
    /** A plain boundary of parcels. */
    static final int PLAIN = SideFacts.PLAIN.lineKind();

    private static final int ROAD_LIMIT = 23;
    private static final Set<Integer> OWN_KINDS = Set.of(21, ROAD_LIMIT, 31, 32, 38);

    private StripLine() {}

    /** The layer of the new line: that of the greatest length of chosen sides. */
    static int kind(Fabric fabric, List<FrontSide> sides, @Nullable ParcelId road) {
        Map<Integer, Double> lengths = new HashMap<>();
        ParcelCursor cursor = fabric.cursor();
        for (FrontSide side : sides) {
            if (!cursor.at(fabric.slotOf(side.parcel())) || cursor.set() != ParcelSet.SURVEYED) {
                return PLAIN;
            }
            int[] where = NumberedSides.locate(cursor, side.side());
            if (where.length > 0) {
                int next = (where[1] + 1) % cursor.size(where[0]);
                double length = cursor.position(where[0], where[1]).distanceTo(cursor.position(where[0], next));
                lengths.merge(kind(fabric, cursor, where), length, Double::sum);
            }
        }
        boolean isRoad = road != null && Frontage.isTraffic(fabric, road);
        int best = PLAIN;
        double most = 0;
        for (Map.Entry<Integer, Double> each : lengths.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best == PLAIN && isRoad ? ROAD_LIMIT : best;
    }

    private static int kind(Fabric fabric, ParcelCursor cursor, int[] where) {
        int next = (where[1] + 1) % cursor.size(where[0]);
        SideKey key = new SideKey(cursor.cornerId(where[0], where[1]), cursor.cornerId(where[0], next));
        int kind = fabric.findSide(key).orElse(SideFacts.PLAIN).lineKind();
        if (OWN_KINDS.contains(kind)) {
            return kind;
        }
        boolean isRoad = cursor.across(where[0], where[1]) == ParcelCursor.NOBODY
                || Frontage.isRoad(fabric, cursor, where[0], where[1]);
        return isRoad ? ROAD_LIMIT : PLAIN;
    }

    /** The sides between strip and what is left of one parcel, as pairs of nodes. */
    static List<int[]> sides(List<Subdivision.Part> parts) {
        Set<Long> strip = new HashSet<>();
        List<int[]> sides = new ArrayList<>();
        for (Subdivision.Part part : parts) {
            if (part.share() == TakeStrip.STRIP) {
                GivenPieces.forSides(GivenPieces.rings(part.piece()), (a, b) -> strip.add((long) a << 32 | b));
            }
        }
        for (Subdivision.Part part : parts) {
            if (part.share() != TakeStrip.STRIP) {
                GivenPieces.forSides(GivenPieces.rings(part.piece()), (a, b) -> {
                    if (strip.contains((long) b << 32 | a)) {
                        sides.add(new int[] {a, b});
                    }
                });
            }
        }
        return sides;
    }
}
