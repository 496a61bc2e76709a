package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Replaces the common boundary of neighbours, or a stretch of it, by a drawn line: what lies on the other hand of the
 * line passes to the neighbour there. All parcels together keep their outline. The side of the line that a parcel has
 * most of is its own; of two neighbours the less land passes over, the better. Immutable.
 *
 * @param parcels at least two neighbours
 * @param line the new boundary, at least two positions, from old boundary to old boundary
 * @param terms as a rule all go on; the reason is needed where land users or states differ
 * @param ids fresh ids for the act
 */
public record AdjustBoundary(List<ParcelId> parcels, List<EastNorth> line, Terms terms, IdBlock ids)
        implements EditCommand {
    /** Copies the lists, each parcel once. */
    public AdjustBoundary {
        parcels = List.copyOf(new LinkedHashSet<>(parcels));
        line = List.copyOf(line);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     sets-differ}, {@code land-users-differ}, {@code states-differ}, {@code too-few-parcels}, {@code
     *     line-too-short}, {@code line-does-not-cut} with the first label and the place of a loose end, {@code
     *     line-parts-nothing} with a place where it does not tell both hands apart, {@code piece-between-several} with a
     *     label and a place where land would pass to more than one, {@code nothing-left} and {@code parcel-falls-apart}
     *     with the label of a parcel that would end or be in more pieces than before, {@code outline-unclear}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> all = new ArrayList<>();
        for (ParcelId id : parcels) {
            all.add(Guards.live(fabric, id));
        }
        if (all.size() < 2) {
            throw new ImpossibleEditException("too-few-parcels", all.size());
        }
        if (line.size() < 2) {
            throw new ImpossibleEditException("line-too-short", line.size());
        }
        Consents.check(fabric, all, terms.reason());
        Reshaping land = new Reshaping(fabric, all, line, terms, ids);
        new LineHands(land, all, line).assign();
        return land.act("adjust-boundary", Consents.kept(fabric, all, terms.reason(), "adjust-boundary"));
    }
}
