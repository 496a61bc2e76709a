package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/** Gives parcels other corners and lets the facts of their sides follow. Confined to one thread, used once. */
final class OutlineEdit {
    private final Fabric fabric;
    private final Map<ParcelId, Parcel> changed = new TreeMap<>();
    private final Map<SideKey, SideFacts> inherited = new LinkedHashMap<>();

    OutlineEdit(Fabric fabric) {
        this.fabric = fabric;
    }

    /**
     * Rewrites every ring of a parcel. Corners that come twice in a row are then one.
     *
     * @param rewrite from the ring's corners in order to the new ones; may give the same list
     * @throws ImpossibleEditException {@code ring-too-small} with the parcel's label when a ring keeps fewer than three
     *     different corners
     */
    void rewrite(ParcelId id, UnaryOperator<List<CornerId>> rewrite) throws ImpossibleEditException {
        Parcel parcel = parcel(id);
        List<Face> faces = new ArrayList<>();
        for (Face face : parcel.faces()) {
            List<Ring> holes = new ArrayList<>();
            for (Ring hole : face.holes()) {
                holes.add(ring(hole, rewrite, parcel));
            }
            faces.add(new Face(ring(face.shell(), rewrite, parcel), holes));
        }
        if (!faces.equals(parcel.faces())) {
            changed.put(id, parcel.withFaces(faces));
        }
    }

    /** The parcel as it is after the rewrites so far. */
    Parcel parcel(ParcelId id) {
        Parcel known = changed.get(id);
        return known != null ? known : fabric.parcel(id);
    }

    private static Ring ring(Ring ring, UnaryOperator<List<CornerId>> rewrite, Parcel parcel)
            throws ImpossibleEditException {
        List<CornerId> corners = new ArrayList<>();
        for (CornerId corner : rewrite.apply(ring.corners())) {
            if (corners.isEmpty() || !corners.get(corners.size() - 1).equals(corner)) {
                corners.add(corner);
            }
        }
        while (corners.size() > 1 && corners.get(0).equals(corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        if (corners.equals(ring.corners())) {
            return ring;
        }
        if (new HashSet<>(corners).size() < 3) {
            throw new ImpossibleEditException("ring-too-small", parcel.label());
        }
        return new Ring(corners);
    }

    /**
     * Puts corners in the place of others in one parcel; the sides keep their facts under their new names.
     *
     * @throws ImpossibleEditException {@code corners-of-one-ring} with the parcel's label and the place, when two corners
     *     of one ring would become one
     */
    void rename(ParcelId id, Map<CornerId, CornerId> names) throws ImpossibleEditException {
        Parcel parcel = parcel(id);
        for (Ring ring : parcel.rings().toList()) {
            Map<CornerId, CornerId> taken = new LinkedHashMap<>();
            for (CornerId corner : ring.corners()) {
                CornerId name = names.getOrDefault(corner, corner);
                CornerId other = taken.putIfAbsent(name, corner);
                if (other != null && !other.equals(corner)) {
                    throw new ImpossibleEditException(
                            "corners-of-one-ring",
                            parcel.label(),
                            fabric.corner(corner).position());
                }
            }
        }
        for (SideKey side : sides(parcel)) {
            SideKey renamed = new SideKey(
                    names.getOrDefault(side.first(), side.first()), names.getOrDefault(side.second(), side.second()));
            if (!renamed.equals(side)) {
                fabric.findSide(side).ifPresent(facts -> inherit(renamed, facts));
            }
        }
        rewrite(id, corners -> corners.stream()
                .map(corner -> names.getOrDefault(corner, corner))
                .toList());
    }

    /** Gives a side facts, unless it has some. */
    void inherit(SideKey side, SideFacts facts) {
        inherited.putIfAbsent(side, facts);
    }

    /** Whether a parcel has one of some corners after the rewrites. */
    boolean uses(ParcelId id, Set<CornerId> corners) {
        return parcel(id).rings().flatMap(ring -> ring.corners().stream()).anyMatch(corners::contains);
    }

    /** The changes of parcels and of what is known of their sides. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Set<SideKey> old = new HashSet<>();
        Set<SideKey> now = new HashSet<>();
        changed.forEach((id, after) -> {
            Parcel before = fabric.parcel(id);
            changes.add(new Change.ParcelChange(id, before, after));
            old.addAll(sides(before));
            now.addAll(sides(after));
        });
        for (SideKey side : old) {
            if (!now.contains(side) && !isUsedByOthers(side)) {
                fabric.findSide(side).ifPresent(facts -> changes.add(new Change.SideChange(side, facts, null)));
            }
        }
        inherited.forEach((side, facts) -> {
            if (now.contains(side) && fabric.findSide(side).isEmpty()) {
                changes.add(new Change.SideChange(side, null, facts));
            }
        });
        return changes;
    }

    private boolean isUsedByOthers(SideKey side) {
        for (ParcelId id : fabric.parcelsAt(side.first())) {
            if (!changed.containsKey(id) && sides(fabric.parcel(id)).contains(side)) {
                return true;
            }
        }
        return false;
    }

    /** All sides of a parcel. */
    static Set<SideKey> sides(Parcel parcel) {
        Set<SideKey> sides = new HashSet<>();
        parcel.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                sides.add(new SideKey(ring.at(i), ring.at(i + 1)));
            }
        });
        return sides;
    }
}
