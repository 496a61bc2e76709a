package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Splits a parcel along a line of any shape. The line is first attached to the sides it meets, as corners that the
 * neighbours get too; then the faces are found by walking the sides. The parcel is retired; each piece becomes a parcel of
 * its own with the next number of the sheet, the largest first. Immutable.
 *
 * @param parcel which parcel
 * @param line at least two positions; what lies outside the parcel, and what parts nothing, is ignored
 * @param legal where the legal areas of the pieces come from
 * @param day the day the parcel ends and the pieces begin
 * @param ids fresh ids for the act
 */
public record SplitParcel(ParcelId parcel, List<EastNorth> line, LegalShare legal, LocalDate day, IdBlock ids)
        implements Division {
    /** Copies the line. */
    public SplitParcel {
        line = List.copyOf(line);
    }

    /** A split that shares the legal area in proportion. */
    public SplitParcel(ParcelId parcel, List<EastNorth> line, LocalDate day, IdBlock ids) {
        this(parcel, line, LegalShare.PRORATED, day, ids);
    }

    /**
     * {@inheritDoc} Remarks: {@code cut-gives-pieces} with the number of pieces, when there are more than two; {@code
     * line-end-ignored} with the place of an end that hangs loose.
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     line-too-short}, {@code outline-crosses-itself}; {@code line-does-not-cut} with the parcel's label and the place
     *     of a loose end or the line's first position
     */
    @Override
    public PlannedDivision divide(Fabric fabric) throws ImpossibleEditException {
        Parcel parent = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        if (line.size() < 2) {
            throw new ImpossibleEditException("line-too-short", line.size());
        }
        ParcelGraph graph = new ParcelGraph(fabric, List.of(parcel));
        graph.draw(line);
        ParcelGraph.Cut cut = graph.cut().get(0);
        EastNorth looseEnd = cut.looseEnd();
        if (!cut.isCut() || cut.pieces().size() < 2) {
            throw new ImpossibleEditException(
                    "line-does-not-cut", parent.label(), looseEnd == null ? line.get(0) : looseEnd);
        }
        Subdivision.checkWhole(fabric, graph, cut);
        List<Piece> pieces = new ArrayList<>(cut.pieces());
        pieces.sort(Comparator.comparingDouble(piece -> -piece.squareMetres()));
        List<PlannedDivision.Remark> remarks = new ArrayList<>();
        if (pieces.size() > 2) {
            remarks.add(PlannedDivision.Remark.of("cut-gives-pieces", parent.label(), pieces.size()));
        }
        if (looseEnd != null) {
            remarks.add(PlannedDivision.Remark.of("line-end-ignored", looseEnd));
        }
        Subdivision parts = new Subdivision(fabric, graph, new Subdivision.Terms(legal, day, ids));
        parts.splitSides(Set.of(parcel));
        parts.divide(
                parent,
                pieces.stream().map(piece -> new Subdivision.Part(piece, 0)).toList());
        return parts.done("split-parcel", remarks);
    }
}
