package vn.diaba.cadastre.plane;

import java.util.Arrays;

/** Places of a plane graph, one node for each grid point. Confined to one thread. */
final class Nodes {
    private long[] east;
    private long[] north;
    private int[] table;
    private int size;

    Nodes(int expected) {
        int capacity = Math.max(16, expected);
        east = new long[capacity];
        north = new long[capacity];
        table = new int[Integer.highestOneBit(capacity * 3)];
    }

    int size() {
        return size;
    }

    long east(int node) {
        return east[node];
    }

    long north(int node) {
        return north[node];
    }

    /** The node at a grid point, a new one if there was none. */
    int at(long gridEast, long gridNorth) {
        int i = slot(gridEast, gridNorth);
        if (table[i] != 0) {
            return table[i] - 1;
        }
        if (size == east.length) {
            east = Arrays.copyOf(east, 2 * size);
            north = Arrays.copyOf(north, 2 * size);
        }
        east[size] = gridEast;
        north[size] = gridNorth;
        table[i] = ++size;
        if (size * 3 > table.length * 2) {
            table = new int[table.length * 2];
            for (int node = 0; node < size; node++) {
                table[slot(east[node], north[node])] = node + 1;
            }
        }
        return size - 1;
    }

    private int slot(long gridEast, long gridNorth) {
        long hash = (gridEast * 0x9E37_79B9_7F4A_7C15L ^ gridNorth) * 0xC2B2_AE3D_27D4_EB4FL;
        int i = (int) (hash >>> 35) & table.length - 1;
        while (table[i] != 0 && (east[table[i] - 1] != gridEast || north[table[i] - 1] != gridNorth)) {
            i = i + 1 & table.length - 1;
        }
        return i;
    }
}
