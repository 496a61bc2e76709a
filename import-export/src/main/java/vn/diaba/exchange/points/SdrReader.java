package vn.diaba.exchange.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.exchange.table.Decimals;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;

/**
 * Reads coordinates from Sokkia SDR33 files, which several makers write: position records (08) with columns of 16
 * characters, in the order and unit the header (00) states. Observations (09) are counted as not taken. Stateless.
 */
public final class SdrReader {
    private static final Pattern UNITS = Pattern.compile(".*(\\d)(\\d)(\\d)(\\d)([12])(\\d)\\s*");

    private SdrReader() {}

    /** Whether a file's first line of text is an SDR header. */
    public static boolean recognises(String firstLine) {
        return firstLine.strip().replaceFirst("^\\p{Cntrl}+", "").startsWith("00NMSDR33");
    }

    /**
     * Reads a file.
     *
     * @throws ImportException {@code file-unreadable}; {@code points-none}; {@code sdr-header-not-read}
     */
    public static PointFile read(Path path, IssueLog issues) throws ImportException {
        String file = String.valueOf(path.getFileName());
        FileText text = FileText.read(path, "windows-1252");
        boolean northFirst = true;
        double metresPerUnit = 0;
        List<FilePoint> points = new ArrayList<>();
        long raw = 0;
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            if (line.startsWith("00NM")) {
                Matcher units = UNITS.matcher(line);
                if (!units.matches() || "12".indexOf(units.group(2)) < 0) {
                    throw new ImportException("sdr-header-not-read", file, line.strip());
                }
                northFirst = units.group(5).equals("1");
                metresPerUnit = units.group(2).equals("1") ? 1 : 0.3048;
            } else if (line.startsWith("09")) {
                raw++;
            } else if (line.startsWith("08")) {
                double one = field(line, 20) * metresPerUnit;
                double other = field(line, 36) * metresPerUnit;
                if (metresPerUnit == 0 || Double.isNaN(one) || Double.isNaN(other)) {
                    issues.add(Issue.ofFile("point-unreadable", Severity.ERROR, file, line.strip())
                            .atRecord(i + 1));
                    continue;
                }
                EastNorth place = northFirst ? new EastNorth(other, one) : new EastNorth(one, other);
                String name = line.substring(4, 20).strip();
                String code = line.length() > 68 ? line.substring(68).strip() : "";
                points.add(new FilePoint(name, place, field(line, 52) * metresPerUnit, code, i + 1, line));
            }
        }
        if (raw > 0) {
            issues.add(Issue.ofFile("points-raw-not-taken", Severity.WARNING, file, raw));
        }
        if (points.isEmpty()) {
            throw new ImportException("points-none", file);
        }
        issues.add(Issue.ofFile(northFirst ? "axes-north-first" : "axes-east-first", Severity.INFO, file));
        PointLayout layout = new PointLayout(
                "sdr",
                text.encoding(),
                "",
                ".",
                true,
                northFirst,
                northFirst
                        ? List.of("name", "north", "east", "height", "code")
                        : List.of("name", "east", "north", "height", "code"));
        return new PointFile(file, layout, points.size(), points);
    }

    private static double field(String line, int from) {
        if (line.length() <= from) {
            return Double.NaN;
        }
        String field = line.substring(from, Math.min(line.length(), from + 16)).strip();
        return Decimals.parse(field).map(Number::doubleValue).orElse(Double.NaN);
    }
}
