package vn.diaba.cadastre.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * The geometry of a map object by value, packed: positions on the 0.1 mm grid in one array, parts one behind the other.
 * Immutable. Lines may cross themselves and areas may be tangled; dirty drawings are drawings.
 */
public final class ObjectShape {
    /** What the parts are. */
    public enum Kind {
        /** One position. */
        POINT(1),
        /** One or more lines of at least two positions. */
        LINE(2),
        /** Rings of at least three positions, the first not repeated; a shell, then its holes, then the next shell. */
        AREA(3);

        private final int least;

        Kind(int least) {
            this.least = least;
        }

        /** The fewest positions a part may have. */
        public int leastPositions() {
            return least;
        }
    }

    private final Kind kind;
    private final long[] grid;
    private final int[] ends;
    private final boolean[] shells;

    private ObjectShape(Kind kind, long[] grid, int[] ends, boolean[] shells) {
        this.kind = kind;
        this.grid = grid;
        this.ends = ends;
        this.shells = shells;
    }

    /**
     * A shape of its parts.
     *
     * @param parts each as east, north pairs in 0.1 mm grid steps
     * @param shells of an area, for each ring whether it begins a new face; one true for each part of a line or point
     * @throws IllegalArgumentException if there is no part, one is too short, a coordinate is beyond {@link
     *     EastNorth#LIMIT_METRES}, or the first ring is a hole
     */
    public static ObjectShape of(Kind kind, List<long[]> parts, List<Boolean> shells) {
        if (parts.isEmpty() || parts.size() != shells.size() || !shells.get(0)) {
            throw new IllegalArgumentException("a shape has parts, the first a shell, and a flag for each");
        }
        int[] ends = new int[parts.size()];
        boolean[] flags = new boolean[ends.length];
        int points = 0;
        for (int part = 0; part < ends.length; part++) {
            int length = parts.get(part).length;
            if (length % 2 != 0 || length / 2 < kind.least || (kind == Kind.POINT && points + length != 2)) {
                throw new IllegalArgumentException("a part of " + length + " numbers");
            }
            points += length / 2;
            ends[part] = points;
            flags[part] = shells.get(part);
        }
        long[] grid = new long[2 * points];
        int at = 0;
        for (long[] part : parts) {
            for (long value : part) {
                grid[at++] = EastNorth.toGrid(EastNorth.toMetres(value));
            }
        }
        return new ObjectShape(kind, grid, ends, flags);
    }

    /** One position. */
    public static ObjectShape point(EastNorth place) {
        return of(Kind.POINT, List.of(new long[] {place.gridEast(), place.gridNorth()}), List.of(true));
    }

    /** One line. */
    public static ObjectShape line(List<EastNorth> positions) {
        return of(Kind.LINE, List.of(packed(positions)), List.of(true));
    }

    /** One ring, its first position not repeated. */
    public static ObjectShape area(List<EastNorth> ring) {
        return of(Kind.AREA, List.of(packed(ring)), List.of(true));
    }

    /** Positions as the pairs of grid steps that {@link #of} takes. */
    public static long[] packed(List<EastNorth> positions) {
        long[] grid = new long[2 * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            grid[2 * i] = positions.get(i).gridEast();
            grid[2 * i + 1] = positions.get(i).gridNorth();
        }
        return grid;
    }

    /** What the parts are. */
    public Kind kind() {
        return kind;
    }

    /** How many parts there are, at least one. */
    public int parts() {
        return ends.length;
    }

    /** How many positions all parts have. */
    public int positions() {
        return grid.length / 2;
    }

    /** How many positions a part has. */
    public int size(int part) {
        return ends[part] - start(part);
    }

    /** Whether a ring begins a new face; true for parts that are no rings. */
    public boolean isShell(int part) {
        return shells[part];
    }

    private int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** A position of a part; 0 is its first. */
    public EastNorth at(int part, int i) {
        int at = 2 * (start(part) + java.util.Objects.checkIndex(i, size(part)));
        return EastNorth.ofGrid(grid[at], grid[at + 1]);
    }

    /** The positions of a part in order. */
    public List<EastNorth> part(int part) {
        List<EastNorth> positions = new ArrayList<>(size(part));
        for (int i = 0; i < size(part); i++) {
            positions.add(at(part, i));
        }
        return positions;
    }

    /** A part as east, north pairs in 0.1 mm grid steps. */
    public long[] grid(int part) {
        return Arrays.copyOfRange(grid, 2 * start(part), 2 * ends[part]);
    }

    /** The first position: where a point is, and where the text of a line or area is if nothing better is known. */
    public EastNorth first() {
        return at(0, 0);
    }

    /** The same shape, shifted. */
    public ObjectShape shifted(long gridEast, long gridNorth) {
        long[] moved = grid.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] = EastNorth.toGrid(EastNorth.toMetres(moved[i] + gridEast));
            moved[i + 1] = EastNorth.toGrid(EastNorth.toMetres(moved[i + 1] + gridNorth));
        }
        return new ObjectShape(kind, moved, ends, shells);
    }

    /** The same shape with every position at one place moved to another. */
    public ObjectShape withMoved(EastNorth from, EastNorth to) {
        long[] moved = grid.clone();
        for (int i = 0; i < moved.length; i += 2) {
            if (moved[i] == from.gridEast() && moved[i + 1] == from.gridNorth()) {
                moved[i] = to.gridEast();
                moved[i + 1] = to.gridNorth();
            }
        }
        return new ObjectShape(kind, moved, ends, shells);
    }

    /** The smallest extent that holds it. */
    public Extent extent() {
        long west = Long.MAX_VALUE;
        long south = Long.MAX_VALUE;
        long east = Long.MIN_VALUE;
        long north = Long.MIN_VALUE;
        for (int i = 0; i < grid.length; i += 2) {
            west = Math.min(west, grid[i]);
            east = Math.max(east, grid[i]);
            south = Math.min(south, grid[i + 1]);
            north = Math.max(north, grid[i + 1]);
        }
        return new Extent(
                EastNorth.toMetres(west),
                EastNorth.toMetres(south),
                EastNorth.toMetres(east),
                EastNorth.toMetres(north));
    }

    /** The position of the shape nearest to a place. */
    public EastNorth nearestPosition(EastNorth place) {
        EastNorth nearest = first();
        for (int i = 0; i < grid.length; i += 2) {
            EastNorth here = EastNorth.ofGrid(grid[i], grid[i + 1]);
            nearest = here.distanceTo(place) < nearest.distanceTo(place) ? here : nearest;
        }
        return nearest;
    }

    /** How far a place is from the nearest position or line of the shape; inside an area the distance to its border. */
    public double distanceMetres(EastNorth place) {
        double least = first().distanceTo(place);
        for (int part = 0; part < ends.length; part++) {
            int n = size(part);
            for (int i = kind == Kind.AREA ? 0 : 1; i < n; i++) {
                EastNorth a = at(part, i == 0 ? n - 1 : i - 1);
                least = Math.min(least, PlaneMath.distanceToSegment(a, at(part, i), place));
            }
        }
        return least;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectShape shape
                && kind == shape.kind
                && Arrays.equals(grid, shape.grid)
                && Arrays.equals(ends, shape.ends)
                && Arrays.equals(shells, shape.shells);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(grid) + kind.ordinal();
    }

    @Override
    public String toString() {
        return kind + " of " + positions() + " from " + first().east() + " " + first().north();
    }
}
