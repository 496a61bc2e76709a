package vn.diaba.store.take;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.fabric.ParcelBody;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;

/** Cuts an area and its neighbours out of land. Confined to one cut. */
public final class LandPart {
    private final Fabric land;
    private final Area area;
    private final BitSet core = new BitSet();
    private final BitSet parcels = new BitSet();
    private final BitSet corners = new BitSet();

    private LandPart(Fabric land, Area area) {
        this.land = land;
        this.area = area;
    }

    /**
     * The part of land that belongs to an area: its parcels and their neighbours, retired parcels of its sheets and those
     * its parcels were made from, the corners they cite, sides between these, rights and parties of the parcels, objects and
     * survey points on or near them, cases and papers about the parcels, files attached to any of these, and of newer kinds
     * what cites any of these.
     */
    public static Fabric of(Fabric land, Area area) {
        return new LandPart(land, area.settled(land)).cut();
    }

    /** How many live parcels belong to an area itself, without neighbours. */
    public static int count(Fabric land, Area area) {
        LandPart part = new LandPart(land, area.settled(land));
        part.findCore();
        return part.core.cardinality();
    }

    private Fabric cut() {
        findCore();
        parcels.or(core);
        core.stream().forEach(this::addNeighbours);
        addRetired();
        ParcelCursor cursor = land.cursor();
        parcels.stream().filter(cursor::at).forEach(slot -> {
            for (int r = 0; r < cursor.rings(); r++) {
                for (int i = 0; i < cursor.size(r); i++) {
                    corners.set(cursor.corner(r, i));
                }
            }
        });
        FabricLoader loader = copy(land, corners::get, parcels::get);
        land.forEachSide((key, facts) -> {
            int first = land.slotOf(key.first());
            int second = land.slotOf(key.second());
            if (first >= 0 && second >= 0 && corners.get(first) && corners.get(second)) {
                loader.side(key, facts);
            }
        });
        addRecords(loader);
        return loader.done();
    }

    private void findCore() {
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot) && area.holds(cursor.id(), cursor.sheet(), cursor.extent())) {
                core.set(slot);
            }
        }
    }

    private void addNeighbours(int slot) {
        ParcelCursor cursor = land.cursor();
        cursor.at(slot);
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                for (int user : land.usesOf(cursor.corner(r, i))) {
                    parcels.set(user);
                }
            }
        }
        Extent near = cursor.extent().grownBy(area.marginMetres());
        ParcelCursor other = land.cursor();
        land.index().parcelsIn(near, found -> {
            if (other.at(found) && other.extent().intersects(near)) {
                parcels.set(found);
            }
        });
    }

    private void addRetired() {
        Deque<ParcelId> parents = new ArrayDeque<>();
        parcels.stream().forEach(slot -> parents.addAll(land.parcelAt(slot).parents()));
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (!cursor.at(slot) && land.findParcelAt(slot).isPresent()) {
                Parcel retired = land.parcelAt(slot);
                if (area.holds(retired, extentOf(retired))) {
                    parcels.set(slot);
                    parents.addAll(retired.parents());
                }
            }
        }
        while (!parents.isEmpty()) {
            int slot = land.slotOf(parents.remove());
            if (slot >= 0 && !parcels.get(slot) && !cursor.at(slot)) {
                parcels.set(slot);
                parents.addAll(land.parcelAt(slot).parents());
            }
        }
    }

    /** The extent of a retired parcel's last shape; null when it has none. */
    public static @Nullable Extent extentOf(Parcel retired) {
        FrozenShape shape = retired.frozen();
        Extent all = null;
        if (shape != null) {
            for (long[] ring : shape.rings()) {
                for (int i = 0; i + 1 < ring.length; i += 2) {
                    Extent one = Extent.of(EastNorth.ofGrid(ring[i], ring[i + 1]));
                    all = all == null ? one : all.union(one);
                }
            }
        }
        return all;
    }

    private void addRecords(FabricLoader loader) {
        Set<UUID> parties = new HashSet<>();
        Set<UUID> owners = new HashSet<>();
        ParcelCursor cursor = land.cursor();
        land.forEachRecord(record -> {
            if (record instanceof Right right && holds(right.parcel())) {
                parties.add(right.party());
            }
        });
        Set<UUID> users = Set.copyOf(parties);
        land.forEachPlaceless(Paper.class, paper -> {
            if (!paper.parcels().isEmpty() && concerns(paper, users)) {
                parties.addAll(paper.holders());
            }
        });
        land.forEachRecord(record -> {
            boolean wanted = record instanceof Right right && holds(right.parcel())
                    || record instanceof Party party && parties.contains(party.id())
                    || record instanceof CaseFile file
                            && file.parcels().stream().anyMatch(this::holds)
                    || record instanceof Paper paper && concerns(paper, users)
                    || record instanceof PlacedRecord placed && isNear(placed.extent(), cursor)
                    || record instanceof NewerRecord newer && concerns(newer, parties);
            if (wanted) {
                owners.add(record.id());
                loader.entry(record);
            }
        });
        land.forEachPlaceless(Attachment.class, file -> {
            if (owners.contains(file.of()) || holds(ParcelId.of(file.of()))) {
                loader.entry(file);
            }
        });
    }

    /** A paper goes with its parcels; one about none, such as an identity card, with those it names. */
    private boolean concerns(Paper paper, Set<UUID> users) {
        return paper.parcels().isEmpty()
                ? paper.holders().stream().anyMatch(users::contains)
                : paper.parcels().stream().anyMatch(this::holds);
    }

    /** What is not understood stays with what it cites; what cites nothing is everybody's. */
    private boolean concerns(NewerRecord newer, Set<UUID> parties) {
        Set<UUID> cited = newer.cited();
        return cited.isEmpty()
                || cited.stream()
                        .anyMatch(id -> holds(ParcelId.of(id))
                                || parties.contains(id)
                                || land.slotOf(CornerId.of(id)) >= 0 && corners.get(land.slotOf(CornerId.of(id))));
    }

    private boolean holds(ParcelId id) {
        int slot = land.slotOf(id);
        return slot >= 0 && parcels.get(slot);
    }

    private boolean isNear(Extent place, ParcelCursor cursor) {
        if (area.extents().stream().anyMatch(place::intersects)) {
            return true;
        }
        boolean[] near = new boolean[1];
        Extent wide = place.grownBy(area.marginMetres());
        land.index()
                .parcelsIn(
                        wide,
                        slot -> near[0] |= core.get(slot)
                                && cursor.at(slot)
                                && cursor.extent().intersects(wide));
        return near[0];
    }

    /** All objects of land as changes from nothing: corners, parcels, sides, records. */
    public static List<Change> additions(Fabric land) {
        List<Change> changes = new ArrayList<>();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                Corner corner = land.cornerAt(slot);
                changes.add(new Change.CornerChange(corner.id(), null, corner));
            }
        }
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).ifPresent(one -> changes.add(new Change.ParcelChange(one.id(), null, one)));
        }
        land.forEachSide((key, facts) -> changes.add(new Change.SideChange(key, null, facts)));
        land.forEachRecord(one -> changes.add(new Change.RecordChange(one.id(), null, one)));
        return changes;
    }

    /**
     * Chosen corners and parcels of land, packed without gaps, ready for sides and records.
     *
     * @param corners by slot; all that the chosen live parcels cite
     * @param parcels by slot, live and retired
     */
    public static FabricLoader copy(Fabric land, IntPredicate corners, IntPredicate parcels) {
        FabricLoader loader = new FabricLoader();
        int[] newSlot = new int[land.cornerSlots()];
        for (int slot = 0; slot < newSlot.length; slot++) {
            newSlot[slot] = land.isCorner(slot) && corners.test(slot) ? loader.corner(land.cornerAt(slot)) : -1;
        }
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (!parcels.test(slot)) {
                continue;
            }
            if (cursor.at(slot)) {
                loader.parcel(live(cursor, newSlot));
            } else if (land.findParcelAt(slot).isPresent()) {
                Parcel retired = land.parcelAt(slot);
                loader.parcel(new FabricLoader.StoredParcel(
                        retired.id(),
                        retired.set(),
                        new int[0][],
                        new boolean[0],
                        ParcelBody.open(retired),
                        ParcelBody.secret(retired)));
            }
        }
        return loader;
    }

    private static FabricLoader.StoredParcel live(ParcelCursor cursor, int[] newSlot) {
        int[][] rings = new int[cursor.rings()][];
        boolean[] shells = new boolean[rings.length];
        for (int r = 0; r < rings.length; r++) {
            shells[r] = cursor.isShell(r);
            rings[r] = new int[cursor.size(r)];
            for (int i = 0; i < rings[r].length; i++) {
                rings[r][i] = newSlot[cursor.corner(r, i)];
            }
        }
        return new FabricLoader.StoredParcel(
                cursor.id(), cursor.set(), rings, shells, cursor.openBody(), cursor.secretBody());
    }
}
