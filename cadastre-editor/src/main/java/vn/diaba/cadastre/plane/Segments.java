package vn.diaba.cadastre.plane;

import java.util.Arrays;

/**
 * Straight connections between nodes, at most one for each two nodes. One that is split keeps its number and has two
 * others instead of itself; only those that are not split are parts of the graph. Confined to one thread.
 */
final class Segments {
    private static final int WHOLE = -1;

    final Nodes nodes;
    private int[] from;
    private int[] to;
    private int[] middle;
    private int[] table;
    private int size;

    Segments(Nodes nodes, int expected) {
        this.nodes = nodes;
        int capacity = Math.max(16, expected);
        from = new int[capacity];
        to = new int[capacity];
        middle = new int[capacity];
        table = new int[Integer.highestOneBit(capacity * 3)];
    }

    int size() {
        return size;
    }

    int from(int segment) {
        return from[segment];
    }

    int to(int segment) {
        return to[segment];
    }

    boolean isSplit(int segment) {
        return middle[segment] != WHOLE;
    }

    int middle(int segment) {
        return middle[segment];
    }

    /** The connection of two nodes, split or not; −1 when there is none. */
    int find(int a, int b) {
        return table[slot(a, b)] - 1;
    }

    /** The connection of two different nodes, a new one if there was none. */
    int at(int a, int b) {
        int i = slot(a, b);
        if (table[i] != 0) {
            return table[i] - 1;
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            middle = Arrays.copyOf(middle, 2 * size);
        }
        from[size] = a;
        to[size] = b;
        middle[size] = WHOLE;
        table[i] = ++size;
        if (size * 3 > table.length * 2) {
            table = new int[table.length * 2];
            for (int segment = 0; segment < size; segment++) {
                table[slot(from[segment], to[segment])] = segment + 1;
            }
        }
        return size - 1;
    }

    /** Puts a node that {@link #parts} it into a connection that is not split. */
    void split(int segment, int node) {
        at(from[segment], node);
        at(node, to[segment]);
        middle[segment] = node;
    }

    /** Adds the nodes from one end to the other of a connection, the first left out, the last put in. */
    void chain(int segment, int start, IntList into) {
        int at = start;
        IntList ends = new IntList(8);
        ends.add(otherEnd(segment, start));
        while (ends.size > 0) {
            int end = ends.items[ends.size - 1];
            int between = middle[find(at, end)];
            if (between == WHOLE) {
                into.add(end);
                at = end;
                ends.size--;
            } else {
                ends.add(between);
            }
        }
    }

    private int otherEnd(int segment, int end) {
        return from[segment] == end ? to[segment] : from[segment];
    }

    /** The square of a connection's length, were it between two nodes; grid steps, 0 for one node. */
    double squared(int a, int b) {
        double e = nodes.east(b) - nodes.east(a);
        double n = nodes.north(b) - nodes.north(a);
        return e * e + n * n;
    }

    /** Whether a node parts the way between two others in two stretches that are both shorter than it. */
    boolean parts(int a, int b, int node) {
        double whole = squared(a, b);
        return node != a && node != b && squared(a, node) < whole && squared(node, b) < whole;
    }

    private int slot(int a, int b) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        int i = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 35) & table.length - 1;
        while (table[i] != 0 && !joins(table[i] - 1, a, b)) {
            i = i + 1 & table.length - 1;
        }
        return i;
    }

    private boolean joins(int segment, int a, int b) {
        return (from[segment] == a && to[segment] == b) || (from[segment] == b && to[segment] == a);
    }
}
