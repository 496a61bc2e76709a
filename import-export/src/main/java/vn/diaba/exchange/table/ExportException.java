package vn.diaba.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file cannot be written. The target is as it was before: the old file, or none. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what is wrong by code; the sentence is in {@code app.text}.
     *
     * @param code kebab-case, permanent
     * @param arguments of the sentence; the first is the file's name
     * @param cause what the machine said; null when we found it ourselves
     */
    public ExportException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code + " " + arguments, cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Without a cause. */
    public ExportException(String code, Object... arguments) {
        this(code, List.of(arguments), null);
    }

    /** The permanent code. */
    public String code() {
        return code;
    }

    /** Arguments of the sentence, the file's name first. */
    public List<Object> arguments() {
        return arguments;
    }
}
