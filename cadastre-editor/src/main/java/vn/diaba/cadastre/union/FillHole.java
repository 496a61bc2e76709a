package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.Piece;

/**
 * Fills ground that nobody has and land encloses, a hole in one parcel or a gap between several: it is given to a parcel
 * beside it, or becomes a parcel. Immutable.
 *
 * @param inside a place in the hole
 * @param to who gets it; null for a parcel of its own, which gets the next number of the sheet around it and nothing else
 * @param set the coverage that has the hole
 * @param terms whether the parcel that gets it begins anew or goes on; per the papers its legal area stays
 * @param ids fresh ids for the act
 */
public record FillHole(EastNorth inside, @Nullable ParcelId to, ParcelSet set, Terms terms, IdBlock ids)
        implements EditCommand {
    /** A parcel with a hole filled has the size of both, but for the last digits of sums. */
    private static final double SAME_SQUARE_METRES = 0.001;

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code place-taken} with the place and the label of a parcel there, {@code
     *     no-hole-there} with the place, {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     not-beside-hole} with label and place, {@code outline-unclear} with label and place where the parcel's
     *     outline and the hole's cannot be put together
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        for (ParcelId id : fabric.index().parcelsAt(inside)) {
            if (fabric.parcel(id).set() == set) {
                throw new ImpossibleEditException(
                        "place-taken", inside, fabric.parcel(id).label());
            }
        }
        OpenGround ground = new OpenGround(fabric, set);
        Piece hole = ground.at(inside).orElseThrow(() -> new ImpossibleEditException("no-hole-there", inside));
        Lineage lineage = new Lineage(fabric, ids);
        ParcelId taker = to;
        if (taker == null) {
            begin(fabric, ground, hole, lineage);
        } else {
            give(fabric, Guards.live(fabric, taker), ground, hole, lineage);
        }
        return ChangeSet.planned(ids.uuid(0), "fill-hole", lineage.changes());
    }

    private void begin(Fabric fabric, OpenGround ground, Piece hole, Lineage lineage) {
        Parcel model = fabric.parcel(ground.around(hole).iterator().next());
        Parcel begun = new Succession(lineage, new SheetNumbering(fabric), terms.day())
                .begin(model, Outlines.faces(List.of(hole), ground::corner), List.of());
        lineage.add(new Change.ParcelChange(begun.id(), null, begun));
    }

    private void give(Fabric fabric, Parcel taker, OpenGround ground, Piece hole, Lineage lineage)
            throws ImpossibleEditException {
        Guards.refuseFrozen(fabric, List.of(taker.id()));
        if (!ground.around(hole).contains(taker.id())) {
            throw new ImpossibleEditException("not-beside-hole", taker.label(), inside);
        }
        List<Face> faces = joined(fabric, taker, ground, hole);
        LegalArea legal = terms.legal() == Terms.Legal.SURVEY
                ? LegalArea.of(Outlines.area(fabric, faces))
                : taker.facts().legalArea();
        if (terms.identity() == Terms.Identity.KEPT) {
            ParcelFacts facts = Succession.revised(taker.facts(), legal);
            lineage.add(new Change.ParcelChange(
                    taker.id(), taker, taker.withFaces(faces).withFacts(facts)));
        } else {
            lineage.retire(taker, terms.day());
            Parcel begun = new Succession(lineage, new SheetNumbering(fabric), terms.day())
                    .begin(taker, faces, List.of(taker.id()))
                    .withFacts(Succession.begun(taker.facts(), legal));
            lineage.add(new Change.ParcelChange(begun.id(), null, begun));
            lineage.copyRights(taker.id(), begun.id());
        }
        new SideWork(fabric, Set.of(taker.id()), lineage).settleFacts(List.of(taker), List.of(faces));
        Set<CornerId> kept = new HashSet<>();
        faces.forEach(face -> face.rings().forEach(ring -> kept.addAll(ring.corners())));
        lineage.removeOrphans(List.of(taker), kept);
    }

    private List<Face> joined(Fabric fabric, Parcel taker, OpenGround ground, Piece hole)
            throws ImpossibleEditException {
        Set<Long> open = new HashSet<>(PieceSides.of(hole));
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(taker.id()));
        for (int r = 0; r < cursor.rings(); r++) {
            boolean forward = cursor.signedArea(r) > 0 == cursor.isShell(r);
            int size = cursor.size(r);
            for (int i = 0; i < size; i++) {
                int a = ground.node(cursor.corner(r, i));
                int b = ground.node(cursor.corner(r, i + 1 == size ? 0 : i + 1));
                long side = forward ? PieceSides.side(a, b) : PieceSides.side(b, a);
                if (a != b && !open.remove(PieceSides.back(side)) && !open.add(side)) {
                    throw new ImpossibleEditException("outline-unclear", taker.label(), inside);
                }
            }
        }
        FaceFinder finder = new FaceFinder(ground.graph());
        new ArrayList<>(open)
                .stream().sorted().forEach(side -> finder.side(PieceSides.from(side), PieceSides.to(side)));
        List<Piece> pieces = finder.pieces();
        double off = pieces.stream().mapToDouble(Piece::squareMetres).sum() - hole.squareMetres();
        if (pieces.isEmpty() || Math.abs(off - fabric.areaOf(taker.id()).squareMetres()) > SAME_SQUARE_METRES) {
            throw new ImpossibleEditException("outline-unclear", taker.label(), inside);
        }
        return Outlines.faces(pieces, ground::corner);
    }
}
