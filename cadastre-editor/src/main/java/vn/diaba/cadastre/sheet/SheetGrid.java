package vn.diaba.cadastre.sheet;

import java.util.Optional;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

/**
 * The partition of a zone into map sheets. A place on the upper or left edge of a sheet belongs to it, one on the lower or
 * right edge to the next. Immutable.
 *
 * @param originEastKm kilometres east of a corner of the partition
 * @param originNorthKm kilometres north of that corner
 */
public record SheetGrid(int originEastKm, int originNorthKm) {
    /** From the crossing of equator and central meridian, whose false easting is 500 km. */
    public static final SheetGrid STANDARD = new SheetGrid(500, 0);

    private static final long STEPS_PER_METRE = (long) EastNorth.STEPS_PER_METRE;
    private static final int KM = 1000;

    /** Number of the sheet counted from the origin: columns to the east, rows to the north by their upper edge. */
    record Cell(long column, long row) {}

    /** The name of the sheet that holds a place. */
    public SheetName name(SheetScale scale, EastNorth place) {
        return name(scale, cell(scale, place.gridEast(), place.gridNorth()));
    }

    /** The ground of the sheet that holds a place. */
    public Extent extent(SheetScale scale, EastNorth place) {
        return extent(scale, cell(scale, place.gridEast(), place.gridNorth()));
    }

    /**
     * The ground of a named sheet. The name lacks the thousands of kilometres; of the sheets that carry it, three thousand
     * kilometres apart from south to north, it is the one nearest to a place.
     *
     * @param near any place of the zone, less than 500 km to its east or west
     * @return none when no sheet of this partition carries the name
     */
    public Optional<Extent> find(SheetName name, EastNorth near) {
        SheetScale base = name.scale() == SheetScale.S10000 ? SheetScale.S10000 : SheetScale.S5000;
        int step = base.sideMetres() / KM;
        Integer top = nearest(name.northKm(), originNorthKm, step, near.north() / KM);
        int left = name.eastKm() + KM * (int) Math.round((near.east() / KM - name.eastKm()) / KM);
        if (top == null || Math.floorMod(left - originEastKm, step) != 0) {
            return Optional.empty();
        }
        double north = (double) top * KM;
        double west = (double) left * KM;
        if (name.block() > 0) {
            north -= KM * ((name.block() - 1) / 3);
            west += KM * ((name.block() - 1) % 3);
        }
        int side = name.scale().sideMetres();
        if (name.part() > 0) {
            north -= (double) side * ((name.part() - 1) / name.scale().parts());
            west += (double) side * ((name.part() - 1) % name.scale().parts());
        }
        return Optional.of(new Extent(west, north - side, west + side, north));
    }

    /** The kilometre with these last three digits that is an upper edge of the partition, nearest to a kilometre. */
    private static @org.jspecify.annotations.Nullable Integer nearest(int digits, int origin, int step, double near) {
        Integer best = null;
        int about = (int) Math.round((near - digits) / KM);
        for (int thousands = about - step; thousands <= about + step; thousands++) {
            int km = digits + KM * thousands;
            boolean isEdge = Math.floorMod(km - origin, step) == 0;
            if (isEdge && (best == null || Math.abs(km - near) < Math.abs(best - near))) {
                best = km;
            }
        }
        return best;
    }

    Cell cell(SheetScale scale, long gridEast, long gridNorth) {
        long side = scale.sideMetres() * STEPS_PER_METRE;
        long east = gridEast - originEastKm * KM * STEPS_PER_METRE;
        long north = gridNorth - originNorthKm * KM * STEPS_PER_METRE;
        return new Cell(Math.floorDiv(east, side), -Math.floorDiv(-north, side));
    }

    Extent extent(SheetScale scale, Cell cell) {
        double side = scale.sideMetres();
        double west = (double) originEastKm * KM + cell.column * side;
        double north = (double) originNorthKm * KM + cell.row * side;
        return new Extent(west, north - side, west + side, north);
    }

    SheetName name(SheetScale scale, Cell cell) {
        SheetScale base = scale == SheetScale.S10000 ? SheetScale.S10000 : SheetScale.S5000;
        int inBase = base.sideMetres() / scale.sideMetres();
        long baseColumn = Math.floorDiv(cell.column, inBase);
        long baseRow = -Math.floorDiv(-cell.row, inBase);
        int step = base.sideMetres() / KM;
        int northKm = (int) Math.floorMod(originNorthKm + baseRow * step, (long) KM);
        int eastKm = (int) Math.floorMod(originEastKm + baseColumn * step, (long) KM);
        int right = (int) (cell.column - baseColumn * inBase);
        int down = (int) (baseRow * inBase - cell.row);
        if (scale.compareTo(SheetScale.S2000) < 0) {
            return new SheetName(scale, northKm, eastKm, 0, 0);
        }
        int inBlock = SheetScale.S2000.sideMetres() / scale.sideMetres();
        int block = 3 * (down / inBlock) + right / inBlock + 1;
        int part = inBlock == 1 ? 0 : inBlock * (down % inBlock) + right % inBlock + 1;
        return new SheetName(scale, northKm, eastKm, block, part);
    }
}
