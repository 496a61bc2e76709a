package vn.diaba.cadastre.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Right;

/** What a split and a merge do alike to parcels that end and parcels that begin. Confined to one thread. */
public final class Lineage {
    private final Fabric fabric;
    private final IdBlock ids;
    private final List<Change> changes = new ArrayList<>();
    private long nextId = 1;

    /** Starts an act on a fabric; id 0 of the block is the act's own. */
    public Lineage(Fabric fabric, IdBlock ids) {
        this.fabric = fabric;
        this.ids = ids;
    }

    /** The number of the next fresh id of the block. */
    public long nextId() {
        return nextId++;
    }

    /** The block the act takes its ids from. */
    public IdBlock ids() {
        return ids;
    }

    /** Adds a change to the act. */
    public void add(Change change) {
        changes.add(change);
    }

    /** The changes so far, in the order they were added. */
    public List<Change> changes() {
        return changes;
    }

    /** Ends a parcel: its outline is kept by value, its rights go. */
    public void retire(Parcel parcel, java.time.@Nullable LocalDate day) {
        List<long[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        parcel.faces().forEach(face -> {
            rings.add(grid(face.shell()));
            shells.add(true);
            face.holes().forEach(hole -> {
                rings.add(grid(hole));
                shells.add(false);
            });
        });
        Parcel after = parcel.retired(
                new FrozenShape(rings, shells),
                parcel.lifespan().endedOn(day == null ? java.time.LocalDate.EPOCH : day));
        changes.add(new Change.ParcelChange(parcel.id(), parcel, after));
        for (Right right : fabric.rightsOf(parcel.id())) {
            changes.add(new Change.RecordChange(right.id(), right, null));
        }
    }

    /** Gives a new parcel the rights of an old one, as a draft for the register. */
    public void copyRights(ParcelId from, ParcelId to) {
        for (Right right : fabric.rightsOf(from)) {
            Right copy = new Right(ids.uuid(nextId()), right.party(), to, right.numerator(), right.denominator());
            changes.add(new Change.RecordChange(copy.id(), null, copy));
        }
    }

    /** Removes the corners of ended parcels that nobody uses any more, and what is known of sides that end there. */
    public void removeOrphans(List<Parcel> ended, Set<CornerId> stillUsed) {
        Set<ParcelId> gone = new HashSet<>();
        ended.forEach(parcel -> gone.add(parcel.id()));
        Set<CornerId> seen = new HashSet<>(stillUsed);
        Set<CornerId> removed = new HashSet<>();
        for (Parcel parcel : ended) {
            parcel.rings().flatMap(ring -> ring.corners().stream()).forEach(corner -> {
                if (seen.add(corner) && gone.containsAll(fabric.parcelsAt(corner))) {
                    changes.add(new Change.CornerChange(corner, fabric.corner(corner), null));
                    removed.add(corner);
                }
            });
        }
        changes.removeIf(change ->
                change instanceof Change.SideChange side && side.before() == null && endsAt(side.id(), removed));
        ended.forEach(parcel -> parcel.rings().forEach(ring -> forgetSides(ring, removed)));
    }

    private static boolean endsAt(SideKey side, Set<CornerId> removed) {
        return removed.contains(side.first()) || removed.contains(side.second());
    }

    /** Forgets what is known of sides that end at corners that are no more. */
    private void forgetSides(Ring ring, Set<CornerId> removed) {
        for (int i = 0; i < ring.size(); i++) {
            SideKey side = new SideKey(ring.at(i), ring.at(i + 1));
            if (endsAt(side, removed)) {
                boolean isTold = changes.stream().anyMatch(change -> change.id().equals(side));
                fabric.findSide(side)
                        .filter(facts -> !isTold)
                        .ifPresent(facts -> changes.add(new Change.SideChange(side, facts, null)));
            }
        }
    }

    /**
     * Forgets what is known, or was about to be, of sides of ended parcels that after the changes so far no live parcel
     * has; to be called when all of them are there.
     */
    public void settleSides(List<Parcel> ended) {
        Set<SideKey> known = new LinkedHashSet<>();
        ended.forEach(parcel -> parcel.rings().forEach(ring -> sides(ring).stream()
                .filter(side -> fabric.findSide(side).isPresent())
                .forEach(known::add)));
        Set<SideKey> now = new HashSet<>();
        Set<ParcelId> changed = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.SideChange side && side.after() != null) {
                known.add(side.id());
            }
        }
        if (known.isEmpty()) {
            return;
        }
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel) {
                changed.add(parcel.id());
                if (parcel.after() != null) {
                    parcel.after().rings().forEach(ring -> now.addAll(sides(ring)));
                }
            }
        }
        for (SideKey side : known) {
            if (!now.contains(side) && !isOfOthers(side, changed)) {
                changes.removeIf(change -> change.id().equals(side));
                fabric.findSide(side).ifPresent(facts -> changes.add(new Change.SideChange(side, facts, null)));
            }
        }
    }

    private boolean isOfOthers(SideKey side, Set<ParcelId> changed) {
        return fabric.parcelsAt(side.first()).stream()
                .filter(id -> !changed.contains(id))
                .anyMatch(id ->
                        fabric.parcel(id).rings().anyMatch(ring -> sides(ring).contains(side)));
    }

    private static List<SideKey> sides(Ring ring) {
        List<SideKey> sides = new ArrayList<>(ring.size());
        for (int i = 0; i < ring.size(); i++) {
            sides.add(new SideKey(ring.at(i), ring.at(i + 1)));
        }
        return sides;
    }

    private long[] grid(Ring ring) {
        long[] grid = new long[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            EastNorth place = fabric.corner(ring.at(i)).position();
            grid[2 * i] = place.gridEast();
            grid[2 * i + 1] = place.gridNorth();
        }
        return grid;
    }
}
