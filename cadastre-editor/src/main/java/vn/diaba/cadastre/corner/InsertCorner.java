package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * Puts a corner into a side; both neighbours get it, both parts keep what is known of the side. Where a corner of the set
 * lies on the place already, that one is put in: so a neighbour's corner on a side becomes shared. Immutable.
 *
 * @param side which side
 * @param place where; off the side it bends it
 * @param told how the place was found, what marks it
 * @param ids fresh ids for the act
 */
public record InsertCorner(SideKey side, EastNorth place, Resurvey told, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code side-unknown} with both ends' ids when no parcel has the side, {@code
     *     corner-lies-there} with the place when it is an end of the side, {@code corners-of-one-ring} with a parcel's label
     *     and the place when the corner on it belongs to the same ring, {@code parcel-frozen}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Set<ParcelId> users = users(fabric);
        if (users.isEmpty()) {
            throw new ImpossibleEditException(
                    "side-unknown", side.first().toString(), side.second().toString());
        }
        Guards.refuseFrozen(fabric, new ArrayList<>(users));
        List<Change> changes = new ArrayList<>();
        Corner corner = corner(fabric, fabric.parcel(users.iterator().next()).set(), changes);
        OutlineEdit outlines = new OutlineEdit(fabric);
        for (ParcelId id : users) {
            refuseTwice(fabric, id, corner);
            outlines.rewrite(id, ring -> with(ring, corner.id()));
        }
        SideFacts facts = fabric.findSide(side).orElse(null);
        if (facts != null) {
            outlines.inherit(new SideKey(side.first(), corner.id()), facts);
            outlines.inherit(new SideKey(corner.id(), side.second()), facts);
        }
        changes.addAll(outlines.changes());
        return ChangeSet.planned(ids.uuid(0), "insert-corner", changes);
    }

    private Set<ParcelId> users(Fabric fabric) {
        Set<ParcelId> users = new TreeSet<>();
        for (ParcelId id : fabric.parcelsAt(side.first())) {
            if (OutlineEdit.sides(fabric.parcel(id)).contains(side)) {
                users.add(id);
            }
        }
        return users;
    }

    /** The corner that lies there, or a new one. */
    private Corner corner(Fabric fabric, ParcelSet set, List<Change> changes) throws ImpossibleEditException {
        for (CornerId end : List.of(side.first(), side.second())) {
            if (fabric.corner(end).position().equals(place)) {
                throw new ImpossibleEditException("corner-lies-there", place);
            }
        }
        Corner best = CornerLook.at(fabric, place, set).stream()
                .map(fabric::corner)
                .min(CornerLook.BETTER)
                .orElse(null);
        Corner corner = told.of(best == null ? Corner.at(ids.corner(1), place) : best);
        if (!corner.equals(best)) {
            changes.add(new Change.CornerChange(corner.id(), best, corner));
        }
        return corner;
    }

    private static void refuseTwice(Fabric fabric, ParcelId id, Corner corner) throws ImpossibleEditException {
        if (fabric.parcelsAt(corner.id()).contains(id)) {
            throw new ImpossibleEditException(
                    "corners-of-one-ring", fabric.parcel(id).label(), corner.position());
        }
    }

    private List<CornerId> with(List<CornerId> ring, CornerId corner) {
        Map<CornerId, CornerId> next = Map.of(side.first(), side.second(), side.second(), side.first());
        List<CornerId> corners = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            corners.add(ring.get(i));
            if (ring.get((i + 1) % ring.size()).equals(next.get(ring.get(i)))) {
                corners.add(corner);
            }
        }
        return corners;
    }
}
