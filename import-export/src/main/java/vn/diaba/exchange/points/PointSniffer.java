package vn.diaba.exchange.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.diaba.exchange.table.ImportException;

/**
 * Finds out how a list of points is written, from its first lines. Each finding rests on what only one reading fits; where
 * two fit, nothing is found and the file is refused. Confined to one thread.
 */
final class PointSniffer {
    private static final int LOOKED_AT = 500;
    private static final List<String> SEPARATORS = List.of("blank", "comma", "semicolon", "tab");
    private static final Map<String, Character> MARKS = Map.of("tab", '\t', "semicolon", ';', "comma", ',');
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private final String file;
    private final FileText text;
    private final PointOptions options;
    private final List<String> sample = new ArrayList<>();
    private String separator = "";
    private String decimalMark = ".";
    private int firstRow;

    PointSniffer(String file, FileText text, PointOptions options) {
        this.file = file;
        this.text = text;
        this.options = options;
    }

    /** Whether a line should hold a point: not empty, no remark. */
    static boolean isRow(String line) {
        String plain = line.strip();
        return !plain.isEmpty() && !plain.startsWith("#") && !plain.startsWith("//");
    }

    /** Index of the first line that holds a point, once the layout is known. */
    int firstRow() {
        return firstRow;
    }

    String[] split(String line) {
        String[] fields =
                separator.equals("blank") ? BLANKS.split(line.strip(), -1) : parts(line, MARKS.get(separator));
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].strip();
            boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
            fields[i] = quoted ? field.substring(1, field.length() - 1).strip() : field;
        }
        return fields;
    }

    private static String[] parts(String line, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, from)) {
            parts.add(line.substring(from, at));
            from = at + 1;
        }
        parts.add(line.substring(from));
        return parts.toArray(new String[0]);
    }

    double number(String field) {
        return PointTextReader.number(field, decimalMark);
    }

    PointLayout layout() throws ImportException {
        for (String line : text.lines()) {
            if (isRow(line) && sample.size() < LOOKED_AT) {
                sample.add(line);
            }
        }
        if (sample.isEmpty()) {
            throw new ImportException("points-none", file);
        }
        findSeparator();
        boolean heading = numbers(split(sample.get(0))) < 2;
        String[] names = heading ? split(sample.get(0)) : new String[0];
        int skipped = 0;
        for (firstRow = 0; firstRow < text.lines().size(); firstRow++) {
            if (isRow(text.lines().get(firstRow)) && skipped++ == (heading ? 1 : 0)) {
                break;
            }
        }
        List<String[]> rows = new ArrayList<>();
        for (String line : sample.subList(heading ? 1 : 0, sample.size())) {
            rows.add(split(line));
        }
        if (rows.isEmpty()) {
            throw new ImportException("points-none", file);
        }
        List<String> columns = new PointColumns(file, options, this).of(names, rows);
        boolean northFirst = columns.indexOf("north") < columns.indexOf("east");
        return new PointLayout("csv", text.encoding(), separator, decimalMark, heading, northFirst, columns);
    }

    private int numbers(String[] fields) {
        return (int) Arrays.stream(fields)
                .filter(field -> !field.isEmpty() && !Double.isNaN(number(field)))
                .count();
    }

    /** The one separator and decimal mark by which nearly every line has two numbers at least and as many columns. */
    private void findSeparator() throws ImportException {
        List<String> fitting = new ArrayList<>();
        for (String each : SEPARATORS) {
            for (String mark : each.equals("comma") ? List.of(".") : List.of(".", ",")) {
                separator = each;
                decimalMark = mark;
                if (fits()) {
                    fitting.add(each + " " + mark);
                }
            }
        }
        // A tab is a blank too; the narrower reading holds when both fit.
        for (String mark : List.of(".", ",")) {
            if (fitting.contains("tab " + mark)) {
                fitting.remove("blank " + mark);
            }
        }
        boolean whole = fitting.size() == 2
                && fitting.get(0).split(" ")[0].equals(fitting.get(1).split(" ")[0]);
        if (fitting.size() != 1 && !(whole && !sampleHas(','))) {
            throw new ImportException("points-separator-in-doubt", file, fitting.size());
        }
        separator = fitting.get(0).split(" ")[0];
        decimalMark = whole ? "." : fitting.get(0).split(" ")[1];
    }

    private boolean sampleHas(char mark) {
        return sample.stream().anyMatch(line -> line.indexOf(mark) >= 0);
    }

    private boolean fits() {
        int good = 0;
        int rows = sample.size() > 1 ? sample.size() - 1 : 1;
        for (String line : sample.subList(sample.size() - rows, sample.size())) {
            String[] fields = split(line);
            good += fields.length >= 2 && pairOfNumbers(fields) ? 1 : 0;
        }
        return good >= Math.ceil(0.9 * rows);
    }

    /** Two numbers side by side, one of them with decimals or both of coordinate size. */
    private boolean pairOfNumbers(String[] fields) {
        for (int i = 0; i + 1 < fields.length; i++) {
            double one = number(fields[i]);
            double other = number(fields[i + 1]);
            boolean decimals = fields[i].contains(decimalMark) && fields[i + 1].contains(decimalMark);
            boolean large = Math.abs(one) >= 1000 && Math.abs(other) >= 1000;
            if (!Double.isNaN(one) && !Double.isNaN(other) && (decimals || large)) {
                return true;
            }
        }
        return false;
    }
}
