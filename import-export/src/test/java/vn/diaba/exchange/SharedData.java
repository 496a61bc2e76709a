package vn.diaba.exchange;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder beside the checkout, for tests tagged acceptance. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of the shared data. */
    public static Path path(String relative) {
        Path top = Path.of("").toAbsolutePath();
        while (top != null && !Files.isDirectory(top.resolve("../shared/data").normalize())) {
            top = top.getParent();
        }
        if (top == null) {
            throw new IllegalStateException("no ../shared/data beside the checkout");
        }
        return top.resolve("../shared/data").normalize().resolve(relative);
    }
}
