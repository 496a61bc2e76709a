package vn.diaba.exchange.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;

/**
 * Reads lists of points as text, one a line, whatever the separator, decimal mark, heading and order of columns. Confined to
 * one thread.
 */
public final class PointTextReader {
    private static final int LONGEST = 40;

    private final PointOptions options;
    private final IssueLog issues;

    /** Reads by what a person says; what is found and skipped goes to the log. */
    public PointTextReader(PointOptions options, IssueLog issues) {
        this.options = options;
        this.issues = issues;
    }

    /**
     * Reads a file.
     *
     * @throws ImportException {@code file-unreadable}; {@code encoding-unknown}; {@code points-none} when it holds no
     *     lines; {@code points-separator-in-doubt}; {@code points-decimal-in-doubt}; {@code points-columns-in-doubt};
     *     {@code axes-in-doubt} when both orders or none fit; {@code axes-contradict} when what was said does not fit and
     *     the other order does; {@code points-unit-in-doubt} when they would fit in millimetres
     */
    public PointFile read(Path path) throws ImportException {
        String file = String.valueOf(path.getFileName());
        FileText text = FileText.read(path, options.encoding());
        PointSniffer sniffer = new PointSniffer(file, text, options);
        PointLayout layout = sniffer.layout();
        List<FilePoint> points = new ArrayList<>();
        long read = 0;
        for (int i = sniffer.firstRow(); i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            if (PointSniffer.isRow(line)) {
                read++;
                add(file, raw(i + 1, line, sniffer, layout), points);
            }
        }
        report(file, layout);
        return new PointFile(file, layout, read, points);
    }

    /** What a line says, numbers that are none as NaN. */
    private record Raw(String name, double east, double north, double height, String code, long record, String line) {}

    private Raw raw(int record, String line, PointSniffer sniffer, PointLayout layout) {
        String[] fields = sniffer.split(line);
        double east = Double.NaN;
        double north = Double.NaN;
        double height = Double.NaN;
        String name = "";
        String code = "";
        for (int i = 0; i < fields.length && i < layout.columns().size(); i++) {
            switch (layout.columns().get(i)) {
                case "east":
                    east = sniffer.number(fields[i]) * options.metresPerUnit();
                    break;
                case "north":
                    north = sniffer.number(fields[i]) * options.metresPerUnit();
                    break;
                case "height":
                    height = sniffer.number(fields[i]) * options.metresPerUnit();
                    break;
                case "name":
                    name = fields[i];
                    break;
                case "code":
                    code = fields[i];
                    break;
                default:
                    break;
            }
        }
        return new Raw(name, east, north, height, code, record, line);
    }

    private void add(String file, Raw raw, List<FilePoint> points) {
        boolean placed = Math.abs(raw.east) <= EastNorth.LIMIT_METRES && Math.abs(raw.north) <= EastNorth.LIMIT_METRES;
        if (!placed) {
            issues.add(Issue.ofFile("point-unreadable", Severity.ERROR, file, raw.line.strip())
                    .atRecord(raw.record));
            return;
        }
        if (!options.range().contains(raw.east, raw.north)) {
            issues.add(Issue.ofFile("point-outside-area", Severity.WARNING, file, raw.name)
                    .atRecord(raw.record)
                    .at(raw.east, raw.north));
        }
        String own = raw.name.isEmpty() ? String.valueOf(points.size() + 1) : raw.name;
        EastNorth place = new EastNorth(raw.east, raw.north);
        points.add(new FilePoint(own, place, raw.height, raw.code, raw.record, raw.line));
    }

    private void report(String file, PointLayout layout) {
        issues.add(Issue.ofFile(layout.northFirst() ? "axes-north-first" : "axes-east-first", Severity.INFO, file));
        if (!layout.columns().contains("name")) {
            issues.add(Issue.ofFile("points-without-names", Severity.WARNING, file));
        }
        for (int i = 0; i < layout.columns().size(); i++) {
            if (layout.columns().get(i).isEmpty()) {
                issues.add(Issue.ofFile("points-column-not-read", Severity.INFO, file, i + 1));
            }
        }
    }

    /** A number with this decimal mark; NaN when it is none. */
    static double number(String field, String decimalMark) {
        char mark = decimalMark.charAt(0);
        int digits = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean sign = i == 0 && (c == '-' || c == '+');
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != mark && !sign) {
                return Double.NaN;
            }
        }
        if (digits == 0 || digits > LONGEST || field.indexOf(mark) != field.lastIndexOf(mark)) {
            return Double.NaN;
        }
        return Double.parseDouble(mark == ',' ? field.replace(',', '.') : field);
    }
}
