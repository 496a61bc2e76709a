package vn.diaba.exchange.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;

/**
 * Everything on the page of one parcel, as values. Immutable.
 *
 * @param id the parcel
 * @param citation how it is cited
 * @param land areas and uses
 * @param holders its land users; empty unless they were asked for
 * @param rings its outline, at least one; points are numbered through all rings
 * @param facts what the workspace adds
 */
public record ParcelExtract(
        ParcelId id, Citation citation, Land land, List<Holder> holders, List<BoundaryRing> rings, ExtractFacts facts) {
    /** Copies the lists. */
    public ParcelExtract {
        holders = List.copyOf(holders);
        rings = List.copyOf(rings);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("an extract shows at least one ring");
        }
    }

    /**
     * How a parcel is cited; "" where unknown.
     *
     * @param number commune, sheet, number
     * @param label its short name
     * @param code the permanent code
     * @param former the sheet and number it had
     * @param address where it is, in words
     * @param state what stands against changing it
     */
    public record Citation(
            ParcelNumber number, String label, String code, ParcelNumber former, String address, ParcelState state) {}

    /**
     * Areas and uses.
     *
     * @param surveyed the plane area of the outline, as printed
     * @param legal the area per the papers, when known
     * @param uses as surveyed
     * @param legalUses per the papers
     */
    public record Land(LegalArea surveyed, @Nullable LegalArea legal, List<LandUse> uses, List<LandUse> legalUses) {
        /** Copies the lists. */
        public Land {
            uses = List.copyOf(uses);
            legalUses = List.copyOf(legalUses);
        }

        /** Surveyed less legal area, square metres with one decimal; none when no legal area is known. */
        public Optional<BigDecimal> difference() {
            return legal == null
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(surveyed.tenths() - legal.tenths(), 1));
        }
    }

    /** A land user and the share held. */
    public record Holder(String name, String address, int numerator, int denominator) {}

    /**
     * One closed line of the outline.
     *
     * @param hole whether it is cut out of the shell before it
     * @param points clockwise from the north-westernmost, the first not repeated
     */
    public record BoundaryRing(boolean hole, List<BoundaryPoint> points) {
        /** Copies the list. */
        public BoundaryRing {
            points = List.copyOf(points);
        }
    }

    /**
     * A corner and the side that begins at it.
     *
     * @param number on the drawing, from 1
     * @param position where it is
     * @param length of the side to the next point of the ring
     * @param bearing of that side
     * @param neighbours labels of the parcels across that side; a number alone is on the same sheet
     */
    public record BoundaryPoint(
            int number, EastNorth position, Length length, Bearing bearing, List<String> neighbours) {
        /** Copies the list. */
        public BoundaryPoint {
            neighbours = List.copyOf(neighbours);
        }
    }

    /** How many corners all rings have. */
    public int pointCount() {
        return rings.stream().mapToInt(ring -> ring.points().size()).sum();
    }

    /** The smallest extent that holds all corners, metres. */
    public Extent extent() {
        return rings.stream()
                .flatMap(ring -> ring.points().stream())
                .map(point -> Extent.of(point.position()))
                .reduce(Extent::union)
                .orElseThrow();
    }
}
