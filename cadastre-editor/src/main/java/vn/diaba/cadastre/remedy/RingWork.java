package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.RingInsert;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * Rings of some parcels while they are being worked on; the fabric stays. A step that would leave a ring without meaning
 * makes the whole work void. Confined to one thread.
 */
final class RingWork {
    private final Fabric land;
    private final Map<ParcelId, Parcel> parcels = new LinkedHashMap<>();
    private final Map<CornerId, Corner> corners = new LinkedHashMap<>();
    private final Map<CornerId, Set<ParcelId>> uses = new HashMap<>();
    private final Map<SideKey, Optional<SideFacts>> sides = new LinkedHashMap<>();
    private boolean isVoid;

    RingWork(Fabric land) {
        this.land = land;
    }

    Parcel parcel(ParcelId id) {
        Parcel known = parcels.get(id);
        return known == null ? land.parcel(id) : known;
    }

    Corner corner(CornerId id) {
        Corner known = corners.get(id);
        return known == null ? land.corner(id) : known;
    }

    EastNorth place(CornerId id) {
        return corner(id).position();
    }

    /** The live parcels that use a corner as things stand. */
    Set<ParcelId> parcelsAt(CornerId id) {
        Set<ParcelId> found = new LinkedHashSet<>(land.parcelsAt(id));
        found.addAll(uses.getOrDefault(id, Set.of()));
        found.removeIf(parcel ->
                parcel(parcel).rings().noneMatch(ring -> ring.corners().contains(id)));
        return found;
    }

    /** A corner that is new. */
    void add(Corner fresh) {
        corners.put(fresh.id(), fresh);
    }

    void move(CornerId id, EastNorth to) {
        corners.put(id, corner(id).movedTo(to));
    }

    /** One corner takes another's place in all rings. A ring that has both, but not side by side, makes the work void. */
    void replace(CornerId gone, CornerId stays) {
        for (ParcelId parcel : parcelsAt(gone)) {
            change(parcel, ring -> replaced(ring, gone, stays));
        }
    }

    private @Nullable Ring replaced(Ring ring, CornerId gone, CornerId stays) {
        List<CornerId> left = new ArrayList<>();
        for (CornerId corner : ring.corners()) {
            CornerId wanted = corner.equals(gone) ? stays : corner;
            if (left.isEmpty() || !left.get(left.size() - 1).equals(wanted)) {
                left.add(wanted);
            }
        }
        while (left.size() > 1 && left.get(0).equals(left.get(left.size() - 1))) {
            left.remove(left.size() - 1);
        }
        boolean twice = left.stream().filter(stays::equals).count() > 1
                && ring.corners().stream().filter(stays::equals).count() < 2;
        return twice ? null : ringOf(left);
    }

    /** Puts a corner on a side of every parcel that has the side. */
    void insert(SideKey side, CornerId corner) {
        Set<ParcelId> both = new LinkedHashSet<>(parcelsAt(side.first()));
        both.retainAll(parcelsAt(side.second()));
        boolean done = false;
        for (ParcelId id : both) {
            Parcel parcel = parcel(id);
            List<Face> faces = RingInsert.into(parcel.faces(), Map.of(side, List.of(corner)));
            if (!faces.equals(parcel.faces())) {
                boolean has = parcel.rings().anyMatch(ring -> ring.corners().contains(corner));
                isVoid |= has;
                put(parcel.withFaces(faces));
                done = true;
            }
        }
        isVoid |= !done;
        factsOf(side).ifPresent(facts -> {
            sides.put(side, Optional.empty());
            sides.put(new SideKey(side.first(), corner), Optional.of(facts));
            sides.put(new SideKey(corner, side.second()), Optional.of(facts));
        });
    }

    private Optional<SideFacts> factsOf(SideKey side) {
        Optional<SideFacts> known = sides.get(side);
        return known == null ? land.findSide(side) : known;
    }

    /** Takes a corner out of one parcel's rings. */
    void remove(ParcelId parcel, CornerId corner) {
        change(parcel, ring -> {
            List<CornerId> left = new ArrayList<>(ring.corners());
            left.removeIf(corner::equals);
            return ringOf(collapsed(left));
        });
    }

    /** Corners in order, each that comes twice in a row once. */
    static List<CornerId> collapsed(List<CornerId> corners) {
        List<CornerId> left = new ArrayList<>();
        for (CornerId corner : corners) {
            if (left.isEmpty() || !left.get(left.size() - 1).equals(corner)) {
                left.add(corner);
            }
        }
        while (left.size() > 1 && left.get(0).equals(left.get(left.size() - 1))) {
            left.remove(left.size() - 1);
        }
        return left;
    }

    /** Gives a parcel other rings; null makes the work void. */
    void change(ParcelId id, UnaryOperator<@Nullable Ring> edit) {
        Parcel parcel = parcel(id);
        List<Face> faces = new ArrayList<>();
        for (Face face : parcel.faces()) {
            Ring shell = edit.apply(face.shell());
            List<Ring> holes = new ArrayList<>();
            for (Ring hole : face.holes()) {
                Ring kept = edit.apply(hole);
                isVoid |= kept == null;
                if (kept != null) {
                    holes.add(kept);
                }
            }
            isVoid |= shell == null;
            if (shell != null) {
                faces.add(new Face(shell, holes));
            }
        }
        if (!isVoid) {
            put(parcel.withFaces(faces));
        }
    }

    /** Gives a parcel other faces. */
    void put(Parcel parcel) {
        parcels.put(parcel.id(), parcel);
        parcel.rings().flatMap(ring -> ring.corners().stream()).forEach(corner -> uses.computeIfAbsent(
                        corner, c -> new LinkedHashSet<>())
                .add(parcel.id()));
    }

    void giveUp() {
        isVoid = true;
    }

    static @Nullable Ring ringOf(List<CornerId> corners) {
        return corners.size() < 3 ? null : new Ring(corners);
    }

    /** What was done, as changes of the fabric: none when nothing was, or the work is void. */
    List<Change> changes() {
        if (isVoid) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Set<CornerId> left = new LinkedHashSet<>();
        for (Parcel parcel : parcels.values()) {
            Parcel before = land.parcel(parcel.id());
            if (!before.equals(parcel)) {
                changes.add(new Change.ParcelChange(parcel.id(), before, parcel));
                before.rings().flatMap(ring -> ring.corners().stream()).forEach(left::add);
            }
        }
        for (Corner corner : corners.values()) {
            Corner before = land.findCorner(corner.id()).orElse(null);
            boolean used = !parcelsAt(corner.id()).isEmpty();
            if (used && !corner.equals(before)) {
                changes.add(new Change.CornerChange(corner.id(), before, corner));
            }
        }
        for (CornerId corner : left) {
            if (parcelsAt(corner).isEmpty()) {
                changes.add(new Change.CornerChange(corner, land.corner(corner), null));
            }
        }
        sideChanges(changes);
        return changes;
    }

    /** Facts stay with sides that are still there. */
    private void sideChanges(List<Change> changes) {
        for (Parcel parcel : parcels.values()) {
            for (SideKey side : sidesOf(land.parcel(parcel.id()))) {
                if (land.findSide(side).isPresent() && !isThere(side)) {
                    sides.put(side, Optional.empty());
                }
            }
        }
        sides.forEach((side, after) -> {
            SideFacts before = land.findSide(side).orElse(null);
            SideFacts now = isThere(side) ? after.orElse(null) : null;
            if (!java.util.Objects.equals(before, now)) {
                changes.add(new Change.SideChange(side, before, now));
            }
        });
    }

    private boolean isThere(SideKey side) {
        return parcelsAt(side.first()).stream()
                .anyMatch(id -> sidesOf(parcel(id)).contains(side));
    }

    static Set<SideKey> sidesOf(Parcel parcel) {
        Set<SideKey> found = new LinkedHashSet<>();
        parcel.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                found.add(new SideKey(ring.at(i), ring.at(i + 1)));
            }
        });
        return found;
    }
}
