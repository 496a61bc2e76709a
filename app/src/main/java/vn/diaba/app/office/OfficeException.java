package vn.diaba.app.office;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of office data cannot be used; nothing was changed. */
public final class OfficeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    OfficeException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code + " " + arguments, cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** The permanent code: {@code office-file-unreadable} (file), {@code office-file-wrong} (file, place in it). */
    public String code() {
        return code;
    }

    /** Arguments of the sentence. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
