package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Map sheets at 1:500: squares of 250 m counted from the central meridian and the equator, numbered 1 to n from left to
 * right, top to bottom; parcels numbered on each sheet in zig-zag bands from the north.
 */
final class SheetGrid {
    /** Ground side of a sheet at 1:500. */
    static final double SIDE_METRES = 250;

    /** Height of a numbering band: 2.5 cm on the map at 1:500. */
    private static final double BAND_METRES = 12.5;

    private SheetGrid() {}

    /**
     * A sheet's place.
     *
     * @param row from the north: larger is farther south
     * @param column from the west
     */
    record Cell(long row, long column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingLong(Cell::row)
                    .thenComparingLong(Cell::column)
                    .compare(this, other);
        }
    }

    /** The sheet a position falls on. */
    static Cell cell(EastNorth p) {
        return cell(p, SIDE_METRES);
    }

    private static Cell cell(EastNorth p, double side) {
        return new Cell(-(long) Math.ceil(p.north() / side), (long) Math.floor(p.east() / side));
    }

    /** Gives each plot its sheet and number by its label point, and its key by the order of both. */
    static void number(List<Plot> plots) {
        long key = 0;
        int sheet = 0;
        for (List<Plot> onSheet : sheets(plots, SIDE_METRES)) {
            sheet++;
            for (int i = 0; i < onSheet.size(); i++) {
                Plot plot = onSheet.get(i);
                plot.sheet = "" + sheet;
                plot.number = "" + (i + 1);
                plot.sourceId = "ATD-%06d".formatted(++key);
            }
        }
    }

    /** Gives the plots of the former commune the sheet and number they had on its maps at 1:1000. */
    static void numberFormer(List<Plot> plots) {
        int sheet = 0;
        for (List<Plot> onSheet :
                sheets(plots.stream().filter(plot -> plot.former).toList(), 2 * SIDE_METRES)) {
            sheet++;
            for (int i = 0; i < onSheet.size(); i++) {
                onSheet.get(i).oldSheet = "" + sheet;
                onSheet.get(i).oldNumber = "" + (i + 1);
            }
        }
    }

    /** Gives each plot the number of its part of the ward: squares of 500 m. */
    static void quarters(List<Plot> plots) {
        int quarter = 0;
        for (List<Plot> inQuarter : sheets(plots, 2 * SIDE_METRES)) {
            quarter++;
            for (Plot plot : inQuarter) {
                plot.quarter = quarter;
            }
        }
    }

    private static List<List<Plot>> sheets(List<Plot> plots, double side) {
        TreeMap<Cell, List<Plot>> sheets = new TreeMap<>();
        for (Plot plot : plots) {
            sheets.computeIfAbsent(cell(plot.label, side), c -> new ArrayList<>())
                    .add(plot);
        }
        sheets.forEach((cell, onSheet) -> onSheet.sort((a, b) -> zigZag(a, b, -cell.row() * side)));
        return List.copyOf(sheets.values());
    }

    /** The largest number in use on each sheet. */
    static Map<String, Integer> lastNumbers(List<Plot> plots) {
        Map<String, Integer> last = new HashMap<>();
        for (Plot plot : plots) {
            last.merge(plot.sheet, Integer.parseInt(plot.number), Math::max);
        }
        return last;
    }

    /** In bands counted from the sheet's top: the northernmost runs eastward, the next westward, and so on. */
    private static int zigZag(Plot a, Plot b, double top) {
        long bandA = (long) ((top - a.label.north()) / BAND_METRES);
        long bandB = (long) ((top - b.label.north()) / BAND_METRES);
        if (bandA != bandB) {
            return Long.compare(bandA, bandB);
        }
        int eastward = Double.compare(a.label.east(), b.label.east());
        return bandA % 2 == 0 ? eastward : -eastward;
    }
}
