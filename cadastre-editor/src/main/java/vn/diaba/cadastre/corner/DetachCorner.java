package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Gives one parcel a corner of its own in the place of one it shares. That makes a fault on purpose; the reason stays in
 * the act as a waiver of the rules that will speak of it. Immutable.
 *
 * @param corner the shared corner
 * @param parcel which of its parcels leaves it
 * @param to where the parcel's own corner goes; null: it stays on the place
 * @param reason why, not blank
 * @param ids fresh ids for the act
 */
public record DetachCorner(
        CornerId corner, ParcelId parcel, @Nullable EastNorth to, String reason, IdBlock ids) implements EditCommand {
    private static final List<String> WHEN_MOVED = List.of("edges-match", "no-gap", "no-overlap");

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code reason-missing}, {@code corner-unknown}, {@code parcel-unknown}, {@code
     *     parcel-retired}, {@code parcel-frozen} (the parcel that leaves), {@code corner-not-shared} with the parcel's label
     *     and the place, {@code corner-lies-there} with the place where it was to go
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        if (reason.isBlank()) {
            throw new ImpossibleEditException("reason-missing");
        }
        Corner shared = CornerLook.corner(fabric, corner);
        Parcel leaving = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        List<ParcelId> users = fabric.parcelsAt(corner);
        if (!users.contains(parcel) || users.size() < 2) {
            throw new ImpossibleEditException("corner-not-shared", leaving.label(), shared.position());
        }
        boolean moves = to != null && !to.equals(shared.position());
        if (moves && !CornerLook.at(fabric, to, leaving.set()).isEmpty()) {
            throw new ImpossibleEditException("corner-lies-there", to);
        }
        CornerId own = ids.corner(1);
        Corner fresh = new Corner(own, to == null ? shared.position() : to, shared.monument(), shared.observation());
        OutlineEdit outlines = new OutlineEdit(fabric);
        outlines.rename(parcel, Map.of(corner, own));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.CornerChange(own, null, fresh));
        changes.addAll(outlines.changes());
        return ChangeSet.planned(ids.uuid(0), "detach-corner", changes).withWaivers(waivers(moves));
    }

    private List<Waiver> waivers(boolean moves) {
        List<String> rules = moves ? WHEN_MOVED : List.of("corners-apart");
        return rules.stream()
                .map(rule -> new Waiver(rule, List.of(parcel.uuid()), reason.strip()))
                .toList();
    }
}
