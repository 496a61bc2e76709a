package vn.diaba.cadastre.fabric;

/** Numbers grid points so that equal points of one set have one number. Confined to one thread. */
final class PointTable {
    private final LongList east = new LongList(1024);
    private final LongList north = new LongList(1024);
    private final IntList sets = new IntList(1024);
    private int[] table = new int[4096];

    int size() {
        return east.size;
    }

    long east(int point) {
        return east.items[point];
    }

    long north(int point) {
        return north.items[point];
    }

    int set(int point) {
        return sets.items[point];
    }

    /** The number of a point, a new one if it was not there. */
    int at(long gridEast, long gridNorth, int set) {
        int i = slot(gridEast, gridNorth, set);
        if (table[i] != 0) {
            return table[i] - 1;
        }
        east.add(gridEast);
        north.add(gridNorth);
        sets.add(set);
        table[i] = east.size;
        if (east.size * 3L > table.length * 2L) {
            table = new int[table.length * 2];
            for (int point = 0; point < east.size; point++) {
                table[slot(east.items[point], north.items[point], sets.items[point])] = point + 1;
            }
        }
        return east.size - 1;
    }

    private int slot(long gridEast, long gridNorth, int set) {
        long hash = (gridEast * 0x9E37_79B9_7F4A_7C15L ^ gridNorth) * 0xC2B2_AE3D_27D4_EB4FL + set;
        int i = (int) (hash >>> 35) & table.length - 1;
        while (table[i] != 0) {
            int point = table[i] - 1;
            if (east.items[point] == gridEast && north.items[point] == gridNorth && sets.items[point] == set) {
                break;
            }
            i = i + 1 & table.length - 1;
        }
        return i;
    }
}
