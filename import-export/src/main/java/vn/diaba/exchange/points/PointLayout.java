package vn.diaba.exchange.points;

import java.util.List;

/**
 * How a file of points was understood. Immutable.
 *
 * @param format {@code csv}, {@code gsi} or {@code sdr}
 * @param encoding of its texts
 * @param separator between columns: {@code comma}, {@code semicolon}, {@code tab}, {@code blank}; "" when columns are fixed
 * @param decimalMark {@code .} or {@code ,}
 * @param heading whether the first line names the columns
 * @param northFirst whether north stands before east
 * @param columns what each column is: {@code name}, {@code east}, {@code north}, {@code height}, {@code code}, or "" for
 *     one that was not read
 */
public record PointLayout(
        String format,
        String encoding,
        String separator,
        String decimalMark,
        boolean heading,
        boolean northFirst,
        List<String> columns) {
    /** Copies the list. */
    public PointLayout {
        columns = List.copyOf(columns);
    }
}
