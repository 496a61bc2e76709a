package vn.diaba.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Test resources as files in a temporary folder. */
public final class TestFiles {
    private TestFiles() {}

    /** Copies resources {@code stem.ext} of {@code vn/diaba/exchange/folder} that exist; returns the first. */
    public static Path copy(Path to, String folder, String stem, String... extensions) {
        for (String extension : extensions) {
            String name = stem + "." + extension;
            try (InputStream in = TestFiles.class.getResourceAsStream("/vn/diaba/exchange/" + folder + "/" + name)) {
                if (in != null) {
                    Files.copy(in, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return to.resolve(stem + "." + extensions[0]);
    }

    /** A shapefile of the resources with all its parts. */
    public static Path shapefile(Path to, String stem) {
        return copy(to, "shp", stem, "shp", "shx", "dbf", "prj", "cpg");
    }
}
