package vn.diaba.exchange.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.diaba.exchange.points.PointOptions.Axes;
import vn.diaba.exchange.table.ImportException;

/** Finds out what each column of a list of points is: by its heading, else by its numbers. Confined to one thread. */
final class PointColumns {
    private final String file;
    private final PointOptions options;
    private final PointSniffer sniffer;

    PointColumns(String file, PointOptions options, PointSniffer sniffer) {
        this.file = file;
        this.options = options;
        this.sniffer = sniffer;
    }

    /**
     * What each column is.
     *
     * @param names of the heading; empty without one
     * @param rows some, at least one
     */
    List<String> of(String[] names, List<String[]> rows) throws ImportException {
        int width = Math.max(
                names.length, rows.stream().mapToInt(row -> row.length).max().orElse(0));
        String[] columns = new String[width];
        Arrays.fill(columns, "");
        for (int i = 0; i < names.length; i++) {
            String meaning = ColumnNames.meaning(names[i]);
            boolean taken = Arrays.asList(columns).contains(meaning);
            columns[i] = taken ? "" : meaning;
        }
        List<String> all = Arrays.asList(columns);
        if (all.contains("east") && all.contains("north")) {
            check(rows, all.indexOf("east"), all.indexOf("north"), true);
        } else {
            int[] pair = all.contains("x") && all.contains("y")
                    ? new int[] {
                        Math.min(all.indexOf("x"), all.indexOf("y")), Math.max(all.indexOf("x"), all.indexOf("y"))
                    }
                    : pair(columns, rows);
            boolean northFirst = northFirst(rows, pair[0], pair[1]);
            columns[pair[0]] = northFirst ? "north" : "east";
            columns[pair[1]] = northFirst ? "east" : "north";
            if (names.length == 0) {
                around(columns, pair, rows);
            }
        }
        return new ArrayList<>(all);
    }

    /** The first two columns side by side that can be coordinates. */
    private int[] pair(String[] columns, List<String[]> rows) throws ImportException {
        List<int[]> candidates = new ArrayList<>();
        for (int i = 0; i + 1 < columns.length; i++) {
            if (columns[i].isEmpty() && columns[i + 1].isEmpty() && (fit(rows, i, i + 1) || fit(rows, i + 1, i))) {
                candidates.add(new int[] {i, i + 1});
            }
        }
        if (candidates.size() > 1) {
            // Coordinates have decimals; running numbers beside them have none.
            candidates.removeIf(each -> isWhole(rows, each[0]) || isWhole(rows, each[1]));
        }
        if (candidates.size() == 1 || (candidates.size() > 1 && candidates.get(0)[0] == 1)) {
            return candidates.get(0);
        }
        boolean millimetres = options.metresPerUnit() == 1 && options.range().isKnown() && fitsInMillimetres(rows);
        throw new ImportException(millimetres ? "points-unit-in-doubt" : "points-columns-in-doubt", file);
    }

    private static boolean isWhole(List<String[]> rows, int column) {
        return rows.stream()
                .allMatch(row -> row.length <= column || row[column].chars().noneMatch(c -> c == '.' || c == ','));
    }

    private boolean fitsInMillimetres(List<String[]> rows) {
        PointOptions other = new PointOptions(options.axes(), options.encoding(), 0.001, options.range());
        PointColumns scaled = new PointColumns(file, other, sniffer);
        int width = rows.get(0).length;
        for (int i = 0; i + 1 < width; i++) {
            if (scaled.fit(rows, i, i + 1) || scaled.fit(rows, i + 1, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nearly all rows lie in the range with these columns as east and north. */
    private boolean fit(List<String[]> rows, int east, int north) {
        int good = 0;
        for (String[] row : rows) {
            if (Math.max(east, north) < row.length) {
                double e = sniffer.number(row[east]) * options.metresPerUnit();
                double n = sniffer.number(row[north]) * options.metresPerUnit();
                good += options.range().contains(e, n) ? 1 : 0;
            }
        }
        return good >= 0.9 * rows.size();
    }

    private boolean northFirst(List<String[]> rows, int first, int second) throws ImportException {
        boolean eastFits = fit(rows, first, second);
        boolean northFits = fit(rows, second, first);
        if (options.axes() != Axes.AUTO) {
            boolean north = options.axes() == Axes.NORTH_EAST;
            check(rows, north ? second : first, north ? first : second, false);
            return north;
        }
        if (eastFits == northFits) {
            throw new ImportException("axes-in-doubt", file);
        }
        return northFits;
    }

    /** Refuses an order that is told, by the heading or by a person, when only the other one fits. */
    private void check(List<String[]> rows, int east, int north, boolean byHeading) throws ImportException {
        boolean told = options.axes() == Axes.NORTH_EAST;
        boolean against = byHeading && options.axes() != Axes.AUTO && told != north < east;
        if (against || !fit(rows, east, north) && fit(rows, north, east)) {
            throw new ImportException("axes-contradict", file);
        }
    }

    /** Without a heading: the name stands before the coordinates, height and code behind. */
    private void around(String[] columns, int[] pair, List<String[]> rows) {
        if (pair[0] > 0) {
            columns[0] = "name";
        }
        int height = pair[1] + 1;
        if (height < columns.length && numbersOrNothing(rows, height)) {
            columns[height] = "height";
        }
        for (int i = columns.length - 1; i > pair[1]; i--) {
            if (columns[i].isEmpty() && hasText(rows, i)) {
                columns[i] = "code";
                return;
            }
        }
    }

    private boolean numbersOrNothing(List<String[]> rows, int column) {
        return rows.stream()
                .allMatch(row ->
                        row.length <= column || row[column].isEmpty() || !Double.isNaN(sniffer.number(row[column])));
    }

    private boolean hasText(List<String[]> rows, int column) {
        return rows.stream().anyMatch(row -> row.length > column && !row[column].isEmpty());
    }
}
