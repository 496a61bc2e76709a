package vn.diaba.app.take;

import java.nio.file.Path;
import java.util.List;

/**
 * What was taken. Immutable.
 *
 * @param folder the workspace it is in
 * @param isOther whether that is another one than was open
 * @param lines how much it was and which numbers are reserved, a sentence each
 */
public record Taken(Path folder, boolean isOther, List<String> lines) {
    /** Copies the list. */
    public Taken {
        lines = List.copyOf(lines);
    }
}
