package vn.diaba.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, changed or worth knowing in a file, said once for its place. Immutable.
 *
 * @param code kebab-case, permanent; its sentence is in {@code app.text}
 * @param severity how bad
 * @param file the file's name without folders
 * @param record the record's place in the file, first is 1; 0 when it concerns the whole file
 * @param place where, in the file's coordinates; null when it has no place
 * @param arguments of the sentence: text, numbers
 */
public record Issue(
        String code,
        Severity severity,
        String file,
        long record,
        @Nullable Place place,
        List<Object> arguments) {
    /** How bad an issue is. */
    public enum Severity {
        /** Worth knowing; nothing was lost. */
        INFO,
        /** Changed or doubtful; look at it. */
        WARNING,
        /** A record or value could not be taken as it is. */
        ERROR
    }

    /**
     * A point in the file's own coordinate reference system.
     *
     * @param x east or longitude
     * @param y north or latitude
     */
    public record Place(double x, double y) {}

    /** Copies the arguments. */
    public Issue {
        arguments = List.copyOf(arguments);
    }

    /** An issue of the whole file. */
    public static Issue ofFile(String code, Severity severity, String file, Object... arguments) {
        return new Issue(code, severity, file, 0, null, List.of(arguments));
    }

    /** The same issue said of one record. */
    public Issue atRecord(long number) {
        return new Issue(code, severity, file, number, place, arguments);
    }

    /** The same issue with its place. */
    public Issue at(double x, double y) {
        return new Issue(code, severity, file, record, new Place(x, y), arguments);
    }
}
