package vn.diaba.app.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads rows of a traverse from any text: point, angle or bearing, distance and perhaps a radius, parted by tabs or
 * semicolons, else by blanks, where the first word is the point and the last one the distance ({@code 12 45 30 15 100,25}).
 * Rows that name both ends ({@code 11 12 45-30-15 100,25}, each beginning where the one before ends) lose the first. A first
 * row without any digit in its distance is a heading. Angles and distances stay text. Stateless.
 */
final class PastedLegs {
    private static final int WITH_BOTH_ENDS = 4;

    private PastedLegs() {}

    /**
     * The rows of a text.
     *
     * @param isBearing what angles without letters are
     */
    static List<LegText> parse(String text, boolean isBearing) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                rows.add(cells(line));
            }
        }
        if (!rows.isEmpty() && !hasDigit(rows.get(0).get(Math.min(2, rows.get(0).size() - 1)))) {
            rows.remove(0);
        }
        boolean bothEnds = bothEnds(rows);
        List<LegText> legs = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = bothEnds ? row.subList(1, row.size()) : row;
            String angle = cell(cells, 1);
            boolean quadrant = angle.matches("(?i)[NS].*[EW]");
            legs.add(new LegText(cell(cells, 0), isBearing || quadrant, angle, cell(cells, 2), cell(cells, 3)));
        }
        return legs;
    }

    private static List<String> cells(String line) {
        if (line.contains("\t") || line.contains(";")) {
            return Arrays.stream(line.split("[\t;]", -1)).map(String::strip).toList();
        }
        List<String> words = List.of(line.strip().split("\\s+"));
        int last = words.size() - 1;
        if (last < 1) {
            return words;
        }
        if (last == 1) {
            return List.of("", words.get(0), words.get(1));
        }
        if (last == 3 && words.get(2).matches("\\D*\\d+\\D+\\d.*")) {
            // Both ends, an angle of one word, a distance.
            return words;
        }
        return List.of(words.get(0), String.join(" ", words.subList(1, last)), words.get(last));
    }

    private static boolean bothEnds(List<List<String>> rows) {
        if (rows.size() < 2 || rows.get(0).size() < WITH_BOTH_ENDS) {
            return false;
        }
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() < WITH_BOTH_ENDS
                    || rows.get(i - 1).size() < WITH_BOTH_ENDS
                    || !rows.get(i).get(0).equals(rows.get(i - 1).get(1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static String cell(List<String> cells, int i) {
        return i < cells.size() ? cells.get(i) : "";
    }
}
