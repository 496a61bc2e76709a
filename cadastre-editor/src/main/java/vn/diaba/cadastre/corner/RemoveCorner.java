package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * Takes a corner out of a boundary; the two sides that met there become one, for all neighbours. Of what is known of both
 * the one side keeps what they agree on, or else what is known of the longer. Immutable.
 *
 * @param corner which corner
 * @param ids fresh ids for the act
 */
public record RemoveCorner(CornerId corner, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code side-ends-there} with the place when a third side meets
     *     there or a ring turns back there where another passes, {@code ring-too-small} with the parcel's label when a ring
     *     would keep fewer than three corners, {@code parcel-frozen}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Corner gone = CornerLook.corner(fabric, corner);
        CornerLook.refuseFrozen(fabric, List.of(corner));
        Set<CornerId> ends = ends(fabric, gone);
        OutlineEdit outlines = new OutlineEdit(fabric);
        for (ParcelId id : CornerLook.users(fabric, List.of(corner))) {
            outlines.rewrite(
                    id,
                    ring -> ring.stream().filter(other -> !other.equals(corner)).toList());
        }
        inherit(fabric, new ArrayList<>(ends), outlines);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.CornerChange(corner, gone, null));
        changes.addAll(outlines.changes());
        return ChangeSet.planned(ids.uuid(0), "remove-corner", changes);
    }

    /** The other ends of the sides that meet at the corner; every ring there must run between the same. */
    private Set<CornerId> ends(Fabric fabric, Corner gone) throws ImpossibleEditException {
        Set<CornerId> ends = new TreeSet<>();
        for (ParcelId id : fabric.parcelsAt(corner)) {
            for (Ring ring : fabric.parcel(id).rings().toList()) {
                for (int i = 0; i < ring.size(); i++) {
                    if (ring.at(i).equals(corner)) {
                        Set<CornerId> here = new TreeSet<>(List.of(ring.at(i - 1), ring.at(i + 1)));
                        if (!ends.isEmpty() && !ends.equals(here)) {
                            throw new ImpossibleEditException("side-ends-there", gone.position());
                        }
                        ends = here;
                    }
                }
            }
        }
        return ends;
    }

    private void inherit(Fabric fabric, List<CornerId> ends, OutlineEdit outlines) {
        if (ends.size() == 2) {
            boolean firstIsLonger = length(fabric, ends.get(0)) >= length(fabric, ends.get(1));
            SideKey longer = new SideKey(corner, ends.get(firstIsLonger ? 0 : 1));
            SideKey shorter = new SideKey(corner, ends.get(firstIsLonger ? 1 : 0));
            SideFacts facts =
                    fabric.findSide(longer).or(() -> fabric.findSide(shorter)).orElse(null);
            if (facts != null) {
                outlines.inherit(new SideKey(ends.get(0), ends.get(1)), facts);
            }
        }
    }

    private double length(Fabric fabric, CornerId end) {
        return fabric.corner(corner).position().distanceTo(fabric.corner(end).position());
    }
}
