package vn.diaba.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** A file cannot be written. The target is as it was before: the old file, or none. */
public final class ExportException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong by code; the sentence is in {@code app.text}.
     *
     * @param code kebab-case, permanent
     * @param arguments of the sentence; the first is the file's name
     * @param cause what the machine said; null when we found it ourselves
     */
    public ExportException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }

    /** Without a cause. */
    public ExportException(String code, Object... arguments) {
        this(code, List.of(arguments), null);
    }
}
