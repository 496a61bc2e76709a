package vn.diaba.exchange.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;

/**
 * Reads coordinates from Leica GSI files, with 8 or 16 characters a value: words 11 (point), 81 to 83 (target) or 84 to 86
 * (station) with their unit digit. East, north and height are named by the words, so nothing is to be found out. Blocks of
 * raw angles and distances are counted as not taken. Stateless.
 */
public final class GsiReader {
    private static final double[] METRES_PER_UNIT = {1e-3, 0.3048e-3, 0, 0, 0, 0, 1e-4, 0.3048e-4, 1e-5};

    private GsiReader() {}

    /** Whether a file's first line looks like GSI. */
    public static boolean recognises(String firstLine) {
        return firstLine.strip().matches("\\*?(11|41|21|81)[\\d.]{4}[+-].*");
    }

    /**
     * Reads a file.
     *
     * @throws ImportException {@code file-unreadable}; {@code points-none}
     */
    public static PointFile read(Path path, IssueLog issues) throws ImportException {
        String file = String.valueOf(path.getFileName());
        FileText text = FileText.read(path, "windows-1252");
        List<FilePoint> points = new ArrayList<>();
        long read = 0;
        long raw = 0;
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            Map<String, String> words = words(line);
            if (!words.containsKey("11")) {
                continue;
            }
            boolean station = words.containsKey("84") && !words.containsKey("81");
            double east = metres(words.get(station ? "84" : "81"));
            double north = metres(words.get(station ? "85" : "82"));
            if (Double.isNaN(east) || Double.isNaN(north)) {
                raw++;
                continue;
            }
            read++;
            String name = words.get("11").substring(6).replaceFirst("^[+-]0*(?=.)", "");
            String code = words.containsKey("71") ? words.get("71").substring(6).replaceFirst("^[+-]0*", "") : "";
            double height = metres(words.get(station ? "86" : "83"));
            points.add(new FilePoint(name, new EastNorth(east, north), height, code, i + 1, line));
        }
        if (raw > 0) {
            issues.add(Issue.ofFile("points-raw-not-taken", Severity.WARNING, file, raw));
        }
        if (points.isEmpty()) {
            throw new ImportException("points-none", file);
        }
        PointLayout layout = new PointLayout(
                "gsi", text.encoding(), "", ".", false, false, List.of("name", "east", "north", "height", "code"));
        return new PointFile(file, layout, read, points);
    }

    /** Words by their two digit index. */
    private static Map<String, String> words(String line) {
        Map<String, String> words = new HashMap<>();
        for (String word : line.replaceFirst("^\\*", "").split(" +")) {
            if (word.length() > 7) {
                words.putIfAbsent(word.substring(0, 2), word);
            }
        }
        return words;
    }

    private static double metres(@org.jspecify.annotations.Nullable String word) {
        if (word == null || !word.substring(6).matches("[+-]\\d+")) {
            return Double.NaN;
        }
        int unit = Character.digit(word.charAt(5), 10);
        double scale = unit >= 0 && unit < METRES_PER_UNIT.length ? METRES_PER_UNIT[unit] : 0;
        // Divided for metric units, so that 698460332 mm is the double 698460.332.
        double value = Long.parseLong(word.substring(6));
        return scale == 0 ? Double.NaN : value / (1 / scale);
    }
}
