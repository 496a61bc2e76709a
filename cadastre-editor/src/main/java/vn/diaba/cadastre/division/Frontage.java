package vn.diaba.cadastre.division;

import java.util.HashMap;
import java.util.Map;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * How a parcel lies to the road. A side is on a road when its facts say it is a road limit (line kind 23) or the parcel
 * across has the land use of traffic (DGT). Immutable.
 *
 * @param metres summed length of the sides on roads; 0 when there is none
 * @param depthMetres how far the parcel reaches from its longest side on a road, square to it; 0 when there is none
 * @param longestSide number of that side, from 1 through all rings; 0 when there is none
 */
record Frontage(double metres, double depthMetres, int longestSide) {
    private static final int ROAD_LIMIT = 23;
    private static final String TRAFFIC = "DGT";

    /** Whether any side of a live parcel is on a road. */
    static boolean isBeside(Fabric fabric, ParcelId parcel) {
        return of(fabric, parcel).metres > 0;
    }

    /** The number of the longest side on a road; 0 when none is known. */
    static int longest(Fabric fabric, ParcelId parcel) {
        return of(fabric, parcel).longestSide;
    }

    /** Summed length of all sides of a live parcel, metres. */
    static double perimeter(Fabric fabric, ParcelId parcel) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(parcel));
        double sum = 0;
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                sum += cursor.position(r, i).distanceTo(cursor.position(r, (i + 1) % cursor.size(r)));
            }
        }
        return sum;
    }

    /** The frontage of a live parcel. */
    static Frontage of(Fabric fabric, ParcelId parcel) {
        ParcelCursor cursor = fabric.cursor();
        ParcelCursor other = fabric.cursor();
        cursor.at(fabric.slotOf(parcel));
        Map<Integer, Boolean> roads = new HashMap<>();
        double sum = 0;
        double longest = 0;
        int longestSide = 0;
        int number = 0;
        double[] base = new double[4];
        for (int r = 0; r < cursor.rings(); r++) {
            int n = cursor.size(r);
            for (int i = 0; i < n; i++) {
                int next = i + 1 == n ? 0 : i + 1;
                number++;
                if (isRoad(fabric, cursor, other, roads, r, i)) {
                    double e = cursor.east(r, next) - cursor.east(r, i);
                    double north = cursor.north(r, next) - cursor.north(r, i);
                    double length = Math.hypot(e, north);
                    sum += length;
                    if (length > longest) {
                        longest = length;
                        longestSide = number;
                        base = new double[] {cursor.east(r, i), cursor.north(r, i), e / length, north / length};
                    }
                }
            }
        }
        double depth = 0;
        for (int r = 0; longest > 0 && r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                double away = (cursor.north(r, i) - base[1]) * base[2] - (cursor.east(r, i) - base[0]) * base[3];
                depth = Math.max(depth, Math.abs(away));
            }
        }
        return new Frontage(sum, depth, longestSide);
    }

    /** Whether a live parcel is land of traffic. */
    static boolean isTraffic(Fabric fabric, ParcelId parcel) {
        ParcelCursor cursor = fabric.cursor();
        return cursor.at(fabric.slotOf(parcel)) && isTraffic(cursor);
    }

    private static boolean isTraffic(ParcelCursor cursor) {
        return LandUse.parse(cursor.landUse()).stream()
                .anyMatch(use -> use.code().equals(TRAFFIC));
    }

    /** Whether a side of the parcel a cursor is at is on a road. */
    static boolean isRoad(Fabric fabric, ParcelCursor cursor, int ring, int i) {
        return isRoad(fabric, cursor, fabric.cursor(), new HashMap<>(), ring, i);
    }

    private static boolean isRoad(
            Fabric fabric, ParcelCursor cursor, ParcelCursor other, Map<Integer, Boolean> roads, int... side) {
        int n = cursor.size(side[0]);
        int next = side[1] + 1 == n ? 0 : side[1] + 1;
        SideKey key = new SideKey(cursor.cornerId(side[0], side[1]), cursor.cornerId(side[0], next));
        SideFacts facts = fabric.findSide(key).orElse(SideFacts.PLAIN);
        int across = cursor.across(side[0], side[1]);
        return facts.lineKind() == ROAD_LIMIT
                || (across >= 0 && roads.computeIfAbsent(across, slot -> other.at(slot) && isTraffic(other)));
    }
}
