package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/** The pieces of a division that go to somebody instead of becoming parcels. Confined to one thread. */
final class GivenPieces {
    private final Map<Taker, List<Given>> given = new LinkedHashMap<>();
    private final Set<Piece> away = new HashSet<>();

    /**
     * Who gets a piece.
     *
     * @param parcel a parcel that lives on, or the parent of the piece that takes it
     * @param piece the piece that takes it; null for the parcel that lives on
     */
    record Taker(ParcelId parcel, @Nullable Piece piece) {}

    /**
     * A piece given away.
     *
     * @param from the parcel it is of
     * @param piece its land
     * @param legal its legal area; null when not known
     */
    record Given(ParcelId from, Piece piece, @Nullable LegalArea legal) {}

    /** Tells two ends of a side. */
    interface SideVisitor {
        /** A side with land on its left. */
        void side(int a, int b);
    }

    void add(Taker taker, Given one) {
        given.computeIfAbsent(taker, t -> new ArrayList<>()).add(one);
        away.add(one.piece);
    }

    boolean isAway(Piece piece) {
        return away.contains(piece);
    }

    List<Given> to(Taker taker) {
        return given.getOrDefault(taker, List.of());
    }

    /** The parcels that get something and do not end. */
    List<ParcelId> livingOn() {
        return given.keySet().stream()
                .filter(taker -> taker.piece == null)
                .map(Taker::parcel)
                .toList();
    }

    /** A legal area with those given; null as soon as one is not known. */
    static @Nullable LegalArea sum(@Nullable LegalArea own, List<Given> gifts) {
        LegalArea sum = own;
        for (Given gift : gifts) {
            sum = sum == null || gift.legal == null ? null : sum.plus(gift.legal);
        }
        return sum;
    }

    static List<int[]> rings(Piece piece) {
        List<int[]> rings = new ArrayList<>(piece.holes());
        rings.add(0, piece.shell());
        return rings;
    }

    static void forSides(List<int[]> rings, SideVisitor visitor) {
        for (int[] ring : rings) {
            for (int i = 0; ring.length > 1 && i < ring.length; i++) {
                visitor.side(ring[i], ring[i + 1 == ring.length ? 0 : i + 1]);
            }
        }
    }

    /**
     * Land with pieces beside it, as whole pieces; the sides left out between them are told.
     *
     * @return nothing when a side is there twice, because they lie on each other
     */
    static List<Piece> join(PlaneGraph graph, List<int[]> own, List<Given> gifts, SideVisitor leftOut) {
        List<int[]> all = new ArrayList<>(own);
        gifts.forEach(gift -> all.addAll(rings(gift.piece)));
        Set<Long> sides = new LinkedHashSet<>();
        boolean[] isTwice = {false};
        forSides(all, (a, b) -> {
            if (sides.remove((long) b << 32 | a)) {
                leftOut.side(a, b);
            } else {
                isTwice[0] |= !sides.add((long) a << 32 | b);
            }
        });
        if (isTwice[0]) {
            return List.of();
        }
        FaceFinder finder = new FaceFinder(graph);
        sides.forEach(side -> finder.side((int) (side >> 32), side.intValue()));
        return finder.pieces();
    }
}
