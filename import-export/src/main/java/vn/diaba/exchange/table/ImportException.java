package vn.diaba.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** A file as a whole cannot be read (on). Rows handed out before stay good; nothing outside the reader has changed. */
public final class ImportException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong by code; the sentence is in {@code app.text}.
     *
     * @param code kebab-case, permanent
     * @param arguments of the sentence; the first is the file's name
     * @param cause what the machine said; null when we found it ourselves
     */
    public ImportException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }

    /** Without a cause. */
    public ImportException(String code, Object... arguments) {
        this(code, List.of(arguments), null);
    }
}
