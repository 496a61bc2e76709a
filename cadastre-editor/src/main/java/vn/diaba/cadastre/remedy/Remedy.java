package vn.diaba.cadastre.remedy;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A proven way to mend a fault of the land it was asked for. Immutable.
 *
 * @param kind what it does, kebab-case and permanent
 * @param parcels for the sentence: the parcels that stay as they are or that get something, in the kind's order
 * @param plan what would change, not stamped
 * @param isSafe whether it is of a kind that moves no boundary by more than the rules measure, and did not here
 * @param shifts corners that move or give way to another, and where to
 * @param areas parcels whose area changes, those that end left out
 * @param errorsLeft errors in the neighbourhood after it, all of which were there before
 */
public record Remedy(
        String kind,
        List<ParcelId> parcels,
        ChangeSet plan,
        boolean isSafe,
        List<Shift> shifts,
        List<AreaChange> areas,
        int errorsLeft)
        implements EditCommand {
    /** Copies the lists. */
    public Remedy {
        parcels = List.copyOf(parcels);
        shifts = List.copyOf(shifts);
        areas = List.copyOf(areas);
    }

    /**
     * A corner on its way.
     *
     * @param corner which
     * @param from where it was
     * @param to where it, or the corner that takes its place, is now
     */
    public record Shift(CornerId corner, EastNorth from, EastNorth to) {
        /** How far. */
        public double metres() {
            return from.distanceTo(to);
        }
    }

    /**
     * A parcel's area, of the outline, square metres.
     *
     * @param parcel which
     * @param before before
     * @param after after
     */
    public record AreaChange(ParcelId parcel, double before, double after) {}

    /** The largest change of an area, square metres. */
    public double largestAreaChange() {
        return areas.stream()
                .mapToDouble(area -> Math.abs(area.after - area.before))
                .max()
                .orElse(0);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code remedy-outdated}: the land has changed since it was proven
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        if (!fabric.isStartOf(plan)) {
            throw new ImpossibleEditException("remedy-outdated");
        }
        return plan;
    }
}
