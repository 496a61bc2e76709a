package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * Makes land from coordinates: equal points become one corner here, once, and nowhere else. Dirty rings are kept as they
 * are; only repeated points go, and a ring without three different corners. Confined to one thread, used once.
 */
public final class FabricBuilder {
    private static final FrozenShape NO_SHAPE = new FrozenShape(List.of(), List.of());

    private final Fabric existing;
    private final IdBlock ids;
    private final PointTable points = new PointTable();
    private final CornerWeld weld;
    private final List<DraftRings> drafts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<List<String>, UUID> parties = new HashMap<>();
    private final Records.Editor records = Records.EMPTY.edit();
    private final List<CornerId> known = new ArrayList<>();
    private long nextId;

    /**
     * Prepares for drafts.
     *
     * @param existing land that is there already; new parcels share its corners
     * @param ids fresh ids for corners, parcels and land users
     * @param weldMetres how far a point may move to an older corner, in metres; 0 joins only points equal on the grid
     */
    public FabricBuilder(Fabric existing, IdBlock ids, double weldMetres) {
        this.existing = existing;
        this.ids = ids;
        weld = new CornerWeld(points, weldMetres);
        for (ParcelSet set : ParcelSet.values()) {
            takeCorners(set);
        }
    }

    /** Takes a draft; one with a coordinate that is no number is left out and listed. */
    public void add(Draft draft) {
        try {
            DraftRings rings = new DraftRings(draft, points);
            rings.points.forEach(weld::ring);
            drafts.add(rings);
        } catch (IllegalArgumentException notFinite) {
            findings.add(new Finding("coordinate-not-finite", draft.record(), new EastNorth(0, 0), List.of()));
        }
    }

    /**
     * What came of the drafts.
     *
     * @param changes the new land
     * @param parcels how many parcels were made; each other draft has a finding {@code parcel-without-ring} or {@code
     *     coordinate-not-finite}
     * @param welded corners that more than one parcel came to share
     * @param largestShiftMetres how far the point moved that moved farthest, rounding to the grid included
     * @param findings what was left out or changed
     */
    public record Built(
            AddedLand changes, int parcels, int welded, double largestShiftMetres, List<Finding> findings) {}

    /** Makes the land, parcels in Hilbert order of their first points so that near things lie near in memory. */
    public Built build() {
        int[] targets = weld.targets();
        List<ParcelRow> rows = new ArrayList<>(drafts.size());
        List<Draft> kept = new ArrayList<>(drafts.size());
        double largestShift = 0;
        for (DraftRings rings : inHilbertOrder()) {
            rings.settle(targets, points, findings);
            largestShift = Math.max(largestShift, rings.largestShift);
            if (rings.kept.isEmpty()) {
                findings.add(rings.finding("parcel-without-ring"));
            } else {
                rows.add(row(rings));
                kept.add(rings.draft);
            }
        }
        FabricPacker packer = new FabricPacker();
        int[] cornerOf = packCorners(packer, rows);
        for (ParcelRow row : rows) {
            for (int[] ring : row.rings) {
                for (int i = 0; i < ring.length; i++) {
                    ring[i] = cornerOf[ring[i]];
                }
            }
            packer.parcel(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            hold(kept.get(i), new ParcelId(rows.get(i).high, rows.get(i).low));
        }
        Packed packed = packer.pack();
        AddedLand added = new AddedLand(new Fabric(packed, records.done()), existing);
        return new Built(added, rows.size(), shared(packed), largestShift, List.copyOf(findings));
    }

    private static int shared(Packed packed) {
        int shared = 0;
        for (CornerChunk chunk : packed.cornerChunks) {
            for (int i = 0; i < chunk.count(); i++) {
                shared += chunk.useCount(i) > 1 ? 1 : 0;
            }
        }
        return shared;
    }

    private void takeCorners(ParcelSet set) {
        ParcelCursor cursor = existing.cursor();
        for (int slot = 0; slot < existing.parcelSlots(); slot++) {
            if (cursor.at(slot) && cursor.set() == set) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        EastNorth place = cursor.position(r, i);
                        int point = points.at(place.gridEast(), place.gridNorth(), set.ordinal());
                        if (point == known.size()) {
                            known.add(cursor.cornerId(r, i));
                        }
                    }
                }
            }
        }
    }

    /** Packs every point that a ring uses, in the order of use; gives for each point its corner slot. */
    private int[] packCorners(FabricPacker packer, List<ParcelRow> rows) {
        int[] cornerOf = new int[points.size()];
        Arrays.fill(cornerOf, -1);
        for (ParcelRow row : rows) {
            for (int[] ring : row.rings) {
                for (int point : ring) {
                    if (cornerOf[point] < 0) {
                        CornerId id = point < known.size() ? known.get(point) : ids.corner(nextId++);
                        CornerNotes notes = point < known.size() ? CornerNotes.of(existing.corner(id)) : null;
                        cornerOf[point] =
                                packer.corner(id.high(), id.low(), points.east(point), points.north(point), notes);
                    }
                }
            }
        }
        return cornerOf;
    }

    private List<DraftRings> inHilbertOrder() {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double side = 1;
        for (DraftRings rings : drafts) {
            west = Math.min(west, rings.place.east());
            south = Math.min(south, rings.place.north());
        }
        for (DraftRings rings : drafts) {
            side = Math.max(side, Math.max(rings.place.east() - west, rings.place.north() - south));
        }
        long[] order = new long[drafts.size()];
        for (int i = 0; i < order.length; i++) {
            EastNorth place = drafts.get(i).place;
            int x = (int) ((place.east() - west) / side * 65535);
            int y = (int) ((place.north() - south) / side * 65535);
            order[i] = Hilbert.position(x, y) << 32 | i;
        }
        Arrays.sort(order);
        List<DraftRings> sorted = new ArrayList<>(order.length);
        for (long key : order) {
            sorted.add(drafts.get((int) key));
        }
        return sorted;
    }

    private ParcelRow row(DraftRings rings) {
        Draft draft = rings.draft;
        ParcelId id = ids.parcel(nextId++);
        Parcel bare = new Parcel(
                id, draft.set(), draft.number(), draft.facts(), List.of(), Lifespan.ALIVE, List.of(), NO_SHAPE);
        byte kind = draft.set() == ParcelSet.SURVEYED ? ParcelRow.LIVE_SURVEYED : ParcelRow.LIVE_LEGAL;
        ParcelRow row = new ParcelRow(id.high(), id.low(), kind, ParcelBody.whole(bare));
        boolean[] shells = new boolean[rings.shells.size()];
        for (int i = 0; i < shells.length; i++) {
            shells[i] = rings.shells.get(i);
        }
        row.outline(rings.kept.toArray(new int[0][]), shells);
        return row;
    }

    private void hold(Draft draft, ParcelId parcel) {
        Draft.Holder holder = draft.holder();
        if (holder == null) {
            return;
        }
        List<String> key = List.of(holder.name(), holder.idNumber());
        UUID party = holder.idNumber().isEmpty() ? null : parties.get(key);
        if (party == null) {
            party = ids.uuid(nextId++);
            records.put(new Party(party, holder.name(), holder.idNumber(), holder.userType(), ""));
            if (!holder.idNumber().isEmpty()) {
                parties.put(key, party);
            }
        }
        records.put(new Right(ids.uuid(nextId++), party, parcel, 1, 1));
    }
}
