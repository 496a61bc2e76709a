package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * Cuts a ring out of the inside of a parcel: as a parcel of its own, an island, or as a hole that nobody has. Immutable.
 *
 * @param parcel which parcel
 * @param ring at least three positions in order, the first not repeated; inside the parcel, touching no side
 * @param filled whether the land within becomes a parcel; if not, the reason is needed, since the set has a gap then
 * @param terms whether the parcel around begins anew or goes on
 * @param ids fresh ids for the act
 */
public record CutHole(ParcelId parcel, List<EastNorth> ring, boolean filled, Terms terms, IdBlock ids)
        implements EditCommand {
    private static final String LABEL = "cut-hole";

    /** Copies the ring. */
    public CutHole {
        ring = List.copyOf(ring);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     reason-needed}, {@code ring-too-short} with the number of positions, {@code hole-not-inside} with the label and
     *     the place where the ring leaves or touches the boundary, {@code ring-crosses-itself} with its first place,
     *     {@code outline-unclear}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel around = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        int corners = new HashSet<>(ring).size();
        if (corners < 3) {
            throw new ImpossibleEditException("ring-too-short", corners);
        }
        if (!filled && terms.reason().isBlank()) {
            throw new ImpossibleEditException("reason-needed", around.label());
        }
        List<EastNorth> closed = new ArrayList<>(ring);
        closed.add(ring.get(0));
        Reshaping land = new Reshaping(fabric, List.of(around), closed, terms, ids);
        checkInside(land, around);
        Reshaping.Part hole = hole(land);
        hole.to = filled ? land.newOwner() : Reshaping.NOBODY;
        ChangeSet act = land.act(LABEL, Consents.kept(fabric, List.of(around), terms.reason(), LABEL));
        return filled ? act : Gaps.accepted(act, terms.reason());
    }

    private void checkInside(Reshaping land, Parcel around) throws ImpossibleEditException {
        for (EastNorth place : ring) {
            boolean inside = land.partsOf(0).stream()
                    .anyMatch(part -> !Places.isOutside(land.graph().graph(), part.piece, place));
            if (!inside) {
                throw new ImpossibleEditException("hole-not-inside", around.label(), place);
            }
        }
        int[] stretches = land.graph().graph().stretches();
        Set<Integer> onSides = new HashSet<>();
        land.graph().outlines(parcel).forEach(outline -> {
            for (int node : outline) {
                onSides.add(node);
            }
        });
        for (int i = 0; i < stretches.length; i += 3) {
            if (onSides.contains(stretches[i])) {
                throw new ImpossibleEditException(
                        "hole-not-inside", around.label(), land.graph().place(stretches[i]));
            }
        }
    }

    /** The piece all of whose outer sides were drawn. */
    private Reshaping.Part hole(Reshaping land) throws ImpossibleEditException {
        Set<Integer> drawn = new HashSet<>();
        int[] stretches = land.graph().graph().stretches();
        for (int i = 0; i < stretches.length; i += 3) {
            drawn.add(stretches[i]);
            drawn.add(stretches[i + 1]);
        }
        List<Reshaping.Part> found = new ArrayList<>();
        for (Reshaping.Part part : land.partsOf(0)) {
            boolean all = true;
            for (int node : part.piece.shell()) {
                all &= drawn.contains(node);
            }
            if (all) {
                found.add(part);
            }
        }
        if (found.size() != 1 || found.get(0).piece.shell().length != stretches.length / 3) {
            throw new ImpossibleEditException("ring-crosses-itself", ring.get(0));
        }
        return found.get(0);
    }
}
