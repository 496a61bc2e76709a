package vn.diaba.cadastre.union;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.plane.ParcelGraph;

/**
 * Tells which pieces lie on which hand of a drawn line and gives those on the wrong one to the neighbour there. Pieces
 * joined across stretches of the line make a group; in each the two hands follow from any one piece. Confined to one
 * thread, used once.
 */
final class LineHands {
    private final Reshaping land;
    private final List<Parcel> parcels;
    private final EastNorth start;
    private final List<Reshaping.Part> parts;
    private final Map<Long, Integer> pieceAt = new HashMap<>();
    private final Set<Long> drawn = new HashSet<>();
    private final List<Set<Long>> sides = new ArrayList<>();
    private final int[] hand;

    LineHands(Reshaping land, List<Parcel> parcels, List<EastNorth> line) {
        this.land = land;
        this.parcels = parcels;
        start = line.get(0);
        parts = land.parts();
        hand = new int[parts.size()];
        for (int p = 0; p < hand.length; p++) {
            sides.add(PieceSides.of(parts.get(p).piece));
            for (long side : sides(p)) {
                pieceAt.put(side, p);
            }
        }
        int[] stretches = land.graph().graph().stretches();
        for (int i = 0; i < stretches.length; i += 3) {
            drawn.add(PieceSides.side(stretches[i], stretches[i + 1]));
            drawn.add(PieceSides.side(stretches[i + 1], stretches[i]));
        }
    }

    private Set<Long> sides(int part) {
        return sides.get(part);
    }

    void assign() throws ImpossibleEditException {
        checkCut();
        for (int p = 0; p < hand.length; p++) {
            if (hand[p] == 0) {
                List<Integer> group = group(p);
                if (group.size() > 1) {
                    divide(group);
                }
            }
        }
        if (parts.stream().allMatch(part -> part.to == part.from)) {
            throw new ImpossibleEditException("line-parts-nothing", start);
        }
    }

    private void checkCut() throws ImpossibleEditException {
        EastNorth loose = null;
        boolean isCut = false;
        for (int p = 0; p < parcels.size(); p++) {
            ParcelGraph.Cut cut = land.cutOf(p);
            isCut |= cut.isCut();
            loose = loose == null ? cut.looseEnd() : loose;
        }
        if (!isCut) {
            throw new ImpossibleEditException(
                    "line-does-not-cut", parcels.get(0).label(), loose == null ? start : loose);
        }
    }

    /** All pieces that stretches of the line join to one, with their hands, 1 or −1. */
    private List<Integer> group(int first) throws ImpossibleEditException {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        hand[first] = 1;
        while (!open.isEmpty()) {
            int p = open.remove();
            group.add(p);
            for (long side : sides(p)) {
                Integer other = pieceAt.get(PieceSides.back(side));
                boolean isAcross = drawn.contains(side);
                if (other == null || !(isAcross || isPassed(side, p, other))) {
                    continue;
                }
                int expected = isAcross ? -hand[p] : hand[p];
                if (hand[other] == 0) {
                    hand[other] = expected;
                    open.add(other);
                } else if (hand[other] != expected) {
                    throw new ImpossibleEditException(
                            "line-parts-nothing", land.graph().place(PieceSides.to(side)));
                }
            }
        }
        return group;
    }

    /** Whether the line goes across an end of an old side and on along both pieces beside it. */
    private boolean isPassed(long side, int one, int other) {
        for (int end : new int[] {PieceSides.from(side), PieceSides.to(side)}) {
            if (drawnAt(one, end) && drawnAt(other, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean drawnAt(int piece, int node) {
        return sides(piece).stream()
                .anyMatch(
                        side -> drawn.contains(side) && (PieceSides.from(side) == node || PieceSides.to(side) == node));
    }

    private void divide(List<Integer> group) throws ImpossibleEditException {
        if (parcels.size() == 2) {
            int better = moved(group, 1) <= moved(group, -1) ? 1 : -1;
            try {
                give(group, new int[] {better, -better});
            } catch (ImpossibleEditException firstWay) {
                try {
                    give(group, new int[] {-better, better});
                } catch (ImpossibleEditException otherWay) {
                    throw firstWay;
                }
            }
            return;
        }
        double[] most = new double[parcels.size()];
        group.forEach(p -> most[parts.get(p).from] += hand[p] * area(p));
        int[] home = new int[parcels.size()];
        for (int i = 0; i < home.length; i++) {
            home[i] = (int) Math.signum(most[i]);
        }
        give(group, home);
    }

    /** Gives the pieces of a group that are not on their parcel's hand away; all stay if that cannot be. */
    private void give(List<Integer> group, int[] home) throws ImpossibleEditException {
        Map<Integer, Integer> takers = new HashMap<>();
        for (int p : group) {
            if (home[parts.get(p).from] == -hand[p]) {
                takers.put(p, taker(p, home));
            }
        }
        takers.forEach((p, owner) -> parts.get(p).to = owner);
        for (int owner = 0; owner < parcels.size(); owner++) {
            int components = components(owner);
            if (components == 0 || components > parcels.get(owner).faces().size()) {
                takers.keySet().forEach(p -> parts.get(p).to = parts.get(p).from);
                throw new ImpossibleEditException(
                        components == 0 ? "nothing-left" : "parcel-falls-apart",
                        parcels.get(owner).label());
            }
        }
    }

    /** Of how many separate pieces of land an owner's would be. */
    private int components(int owner) {
        Set<Integer> left = new HashSet<>();
        for (int p = 0; p < parts.size(); p++) {
            if (parts.get(p).to == owner) {
                left.add(p);
            }
        }
        int components = 0;
        while (!left.isEmpty()) {
            components++;
            Deque<Integer> open = new ArrayDeque<>(List.of(left.iterator().next()));
            left.removeAll(open);
            while (!open.isEmpty()) {
                for (long side : sides(open.remove())) {
                    Integer other = pieceAt.get(PieceSides.back(side));
                    if (other != null && left.remove(other)) {
                        open.add(other);
                    }
                }
            }
        }
        return components;
    }

    /** How much would pass over between two if the first had this hand. */
    private double moved(List<Integer> group, int firstHand) {
        return group.stream()
                .filter(p -> hand[p] != (parts.get(p).from == 0 ? firstHand : -firstHand))
                .mapToDouble(this::area)
                .sum();
    }

    private double area(int part) {
        return parts.get(part).piece.squareMetres();
    }

    /** The one parcel of a piece's hand that the piece meets along an old side. */
    private int taker(int p, int[] home) throws ImpossibleEditException {
        Set<Integer> takers = new HashSet<>();
        long any = 0;
        for (long side : sides(p)) {
            any = side;
            Integer other = drawn.contains(side) ? null : pieceAt.get(PieceSides.back(side));
            int owner = other == null ? parts.get(p).from : parts.get(other).from;
            if (owner != parts.get(p).from && home[owner] != -hand[p]) {
                takers.add(owner);
            }
        }
        EastNorth place = land.graph().place(PieceSides.from(any));
        if (takers.isEmpty()) {
            throw new ImpossibleEditException("line-parts-nothing", place);
        }
        if (takers.size() > 1) {
            throw new ImpossibleEditException(
                    "piece-between-several", parcels.get(parts.get(p).from).label(), place);
        }
        return takers.iterator().next();
    }
}
