package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * Moves corners at right angles onto the straight line through two others, beyond these too. Immutable.
 *
 * @param corners which corners
 * @param from a corner on the line, which stays
 * @param to another corner on the line, which stays
 * @param ids fresh ids for the act
 */
public record AlignCorners(List<CornerId> corners, CornerId from, CornerId to, IdBlock ids) implements EditCommand {
    /** Copies the list. */
    public AlignCorners {
        corners = List.copyOf(corners);
    }

    /**
     * How each corner moves, in the order given; the line's own corners are left out.
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code line-without-direction} with the place when both
     *     corners of the line lie on it
     */
    public List<Shift> shifts(Fabric fabric) throws ImpossibleEditException {
        EastNorth start = CornerLook.corner(fabric, from).position();
        EastNorth end = CornerLook.corner(fabric, to).position();
        double de = end.east() - start.east();
        double dn = end.north() - start.north();
        if (de == 0 && dn == 0) {
            throw new ImpossibleEditException("line-without-direction", start);
        }
        List<Shift> shifts = new ArrayList<>();
        for (CornerId id : corners) {
            EastNorth place = CornerLook.corner(fabric, id).position();
            if (!id.equals(from) && !id.equals(to)) {
                double e = place.east() - start.east();
                double n = place.north() - start.north();
                double share = (e * de + n * dn) / (de * de + dn * dn);
                EastNorth foot = new EastNorth(start.east() + share * de, start.north() + share * dn);
                shifts.add(new Shift(id, place, foot));
            }
        }
        return shifts;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code line-without-direction}, {@code nothing-to-do},
     *     {@code parcel-frozen}, {@code corners-of-one-ring}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CornerMoves moves = new CornerMoves(fabric, Resurvey.NOTHING);
        for (Shift shift : shifts(fabric)) {
            moves.move(shift.corner(), shift.to());
        }
        return ChangeSet.planned(ids.uuid(0), "align-corners", moves.changes(false));
    }
}
