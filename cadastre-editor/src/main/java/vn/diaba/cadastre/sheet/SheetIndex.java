package vn.diaba.cadastre.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;

/**
 * Which sheets of a scale the land of a set lies on (sơ đồ phân mảnh). Immutable.
 *
 * @param scale the scale
 * @param sheets those with land, from the upper edge down, then from left to right
 * @param crossings parcels that lie on more than one sheet, in the order of the sheets they come to first
 */
public record SheetIndex(SheetScale scale, List<Sheet> sheets, List<Crossing> crossings) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double HALF_STEP = 0.5 / EastNorth.STEPS_PER_METRE;

    /** Copies the lists. */
    public SheetIndex {
        sheets = List.copyOf(sheets);
        crossings = List.copyOf(crossings);
    }

    /**
     * A sheet with land.
     *
     * @param name its name
     * @param extent its ground
     * @param parcels how many parcels lie on it, wholly or in part
     * @param crossing how many of these lie on other sheets too
     */
    public record Sheet(SheetName name, Extent extent, int parcels, int crossing) {}

    /** A parcel on several sheets. */
    public record Crossing(ParcelId parcel, List<SheetName> sheets) {
        /** Copies the list. */
        public Crossing {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * Makes the index. A parcel lies on a sheet when some of its ground does; touching an edge is not enough.
     *
     * @param set whose land
     * @param progress told of every parcel; its cancelling is honoured
     */
    public static SheetIndex of(Fabric fabric, ParcelSet set, SheetGrid grid, SheetScale scale, Progress progress) {
        Comparator<SheetGrid.Cell> order =
                Comparator.<SheetGrid.Cell>comparingLong(cell -> -cell.row()).thenComparingLong(SheetGrid.Cell::column);
        Map<SheetGrid.Cell, int[]> counts = new TreeMap<>(order);
        Map<ParcelId, List<SheetGrid.Cell>> several = new LinkedHashMap<>();
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if ((slot & 1023) == 0) {
                progress.checkCancelled();
                progress.done(slot, fabric.parcelSlots());
            }
            if (cursor.at(slot) && cursor.set() == set) {
                List<SheetGrid.Cell> cells = cells(fabric, cursor, grid, scale);
                for (SheetGrid.Cell cell : cells) {
                    int[] count = counts.computeIfAbsent(cell, key -> new int[2]);
                    count[0]++;
                    count[1] += cells.size() > 1 ? 1 : 0;
                }
                if (cells.size() > 1) {
                    cells.sort(order);
                    several.put(cursor.id(), cells);
                }
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        counts.forEach((cell, count) ->
                sheets.add(new Sheet(grid.name(scale, cell), grid.extent(scale, cell), count[0], count[1])));
        List<Crossing> crossings = new ArrayList<>();
        several.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<ParcelId, List<SheetGrid.Cell>> entry) ->
                                        entry.getValue().get(0),
                                order)
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> crossings.add(new Crossing(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(cell -> grid.name(scale, cell))
                                .toList())));
        return new SheetIndex(scale, sheets, crossings);
    }

    private static List<SheetGrid.Cell> cells(Fabric fabric, ParcelCursor cursor, SheetGrid grid, SheetScale scale) {
        Extent extent = cursor.extent();
        long west = EastNorth.toGrid(extent.west());
        long south = EastNorth.toGrid(extent.south());
        SheetGrid.Cell first = grid.cell(scale, west, EastNorth.toGrid(extent.north()));
        SheetGrid.Cell last = grid.cell(scale, Math.max(west, EastNorth.toGrid(extent.east()) - 1), south + 1);
        List<SheetGrid.Cell> cells = new ArrayList<>();
        if (first.equals(last)) {
            cells.add(first);
            return cells;
        }
        Geometry shape = fabric.shapeOf(cursor.id());
        for (long row = Math.min(first.row(), last.row()); row <= Math.max(first.row(), last.row()); row++) {
            for (long column = first.column(); column <= last.column(); column++) {
                SheetGrid.Cell cell = new SheetGrid.Cell(column, row);
                if (holds(grid.extent(scale, cell), shape)) {
                    cells.add(cell);
                }
            }
        }
        if (cells.isEmpty()) {
            cells.add(first);
        }
        return cells;
    }

    private static boolean holds(Extent sheet, Geometry shape) {
        return GEOMETRY.toGeometry(new Envelope(
                        sheet.west() + HALF_STEP,
                        sheet.east() - HALF_STEP,
                        sheet.south() + HALF_STEP,
                        sheet.north() - HALF_STEP))
                .intersects(shape);
    }
}
