package vn.diaba.cadastre.union;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * Gives a part of one parcel to a neighbour, in one step: what a line cuts off, or a whole face. Immutable.
 *
 * @param from who gives land
 * @param to who gets it; shares a side with the part
 * @param part which part
 * @param terms whether both begin anew (a split joined with a merge) or go on (a revision); the reason is needed where
 *     land users or states differ
 * @param ids fresh ids for the act
 */
public record AnnexLand(ParcelId from, ParcelId to, Part part, Terms terms, IdBlock ids) implements EditCommand {
    /**
     * A part of a parcel.
     *
     * @param line cuts it off; empty for a whole face
     * @param inside a place in it; null for the only piece beside the neighbour
     */
    public record Part(List<EastNorth> line, @Nullable EastNorth inside) {
        /** Copies the line. */
        public Part {
            line = List.copyOf(line);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     sets-differ}, {@code land-users-differ}, {@code states-differ}, {@code too-few-parcels}, {@code
     *     line-does-not-cut}, {@code place-not-in-parcel}, {@code parcels-not-adjacent} when no piece meets the
     *     neighbour, {@code part-not-told} with the label and how many do, {@code nothing-left} with the label when the
     *     part is all the parcel, {@code outline-unclear}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> parcels = List.of(Guards.live(fabric, from), Guards.live(fabric, to));
        if (from.equals(to)) {
            throw new ImpossibleEditException("too-few-parcels", 1);
        }
        Consents.check(fabric, parcels, terms.reason());
        Reshaping land = new Reshaping(fabric, parcels, part.line(), terms, ids);
        Parcel giver = parcels.get(0);
        if (!part.line().isEmpty() && !land.cutOf(0).isCut()) {
            EastNorth loose = land.cutOf(0).looseEnd();
            throw new ImpossibleEditException(
                    "line-does-not-cut",
                    giver.label(),
                    loose == null ? part.line().get(0) : loose);
        }
        Reshaping.Part chosen = chosen(land, giver, parcels.get(1));
        if (land.partsOf(0).size() == 1) {
            throw new ImpossibleEditException("nothing-left", giver.label());
        }
        chosen.to = 1;
        return land.act("annex-land", Consents.kept(fabric, parcels, terms.reason(), "annex-land"));
    }

    private Reshaping.Part chosen(Reshaping land, Parcel giver, Parcel taker) throws ImpossibleEditException {
        Set<Long> open = new HashSet<>();
        land.partsOf(1).forEach(piece -> PieceSides.add(piece.piece, open));
        List<Reshaping.Part> beside = land.partsOf(0).stream()
                .filter(piece -> PieceSides.meet(piece.piece, open))
                .toList();
        EastNorth inside = part.inside();
        if (inside != null) {
            Reshaping.Part told = Places.part(land, 0, giver.label(), inside);
            if (beside.contains(told)) {
                return told;
            }
        } else if (beside.size() > 1) {
            throw new ImpossibleEditException("part-not-told", giver.label(), beside.size());
        } else if (beside.size() == 1) {
            return beside.get(0);
        }
        throw new ImpossibleEditException("parcels-not-adjacent", giver.label(), taker.label());
    }
}
