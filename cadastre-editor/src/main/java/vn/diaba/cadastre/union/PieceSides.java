package vn.diaba.cadastre.union;

import java.util.HashSet;
import java.util.Set;
import vn.diaba.cadastre.plane.Piece;

/** Directed sides of pieces of one graph, as numbers: from the node in the upper half to that in the lower. Stateless. */
final class PieceSides {
    private PieceSides() {}

    static Set<Long> of(Piece piece) {
        Set<Long> sides = new HashSet<>();
        add(piece, sides);
        return sides;
    }

    static void add(Piece piece, Set<Long> sides) {
        add(piece.shell(), sides);
        piece.holes().forEach(hole -> add(hole, sides));
    }

    private static void add(int[] ring, Set<Long> sides) {
        for (int i = 0; i < ring.length; i++) {
            sides.add(side(ring[i], ring[i + 1 == ring.length ? 0 : i + 1]));
        }
    }

    static long side(int from, int to) {
        return (long) from << 32 | to;
    }

    /** The side the other way. */
    static long back(long side) {
        return side << 32 | side >>> 32;
    }

    static int from(long side) {
        return (int) (side >>> 32);
    }

    static int to(long side) {
        return (int) side;
    }

    /** Whether a side of a piece runs the other way among these. */
    static boolean meet(Piece piece, Set<Long> others) {
        return of(piece).stream().anyMatch(side -> others.contains(back(side)));
    }
}
