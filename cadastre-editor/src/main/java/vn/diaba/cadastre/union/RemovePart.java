package vn.diaba.cadastre.union;

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
 * Takes one face from a parcel of several: it becomes a parcel of its own, or land that nobody has. Immutable.
 *
 * @param parcel which parcel
 * @param inside a place in the face
 * @param begins whether the face becomes a parcel; if not, the reason is needed
 * @param terms whether the rest begins anew or goes on
 * @param ids fresh ids for the act
 */
public record RemovePart(ParcelId parcel, EastNorth inside, boolean begins, Terms terms, IdBlock ids)
        implements EditCommand {
    private static final String LABEL = "remove-part";

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     reason-needed}, {@code place-not-in-parcel}, {@code only-part} with the label, {@code outline-unclear}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel whole = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        if (!begins && terms.reason().isBlank()) {
            throw new ImpossibleEditException("reason-needed", whole.label());
        }
        Reshaping land = new Reshaping(fabric, List.of(whole), List.of(), terms, ids);
        Reshaping.Part part = Places.part(land, 0, whole.label(), inside);
        if (land.partsOf(0).size() == 1) {
            throw new ImpossibleEditException("only-part", whole.label());
        }
        part.to = begins ? land.newOwner() : Reshaping.NOBODY;
        ChangeSet act = land.act(LABEL, Consents.kept(fabric, List.of(whole), terms.reason(), LABEL));
        return begins ? act : Gaps.accepted(fabric, whole, act, terms.reason());
    }
}
