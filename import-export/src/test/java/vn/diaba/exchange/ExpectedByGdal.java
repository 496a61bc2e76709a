package vn.diaba.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One line of an expected-ogr.csv: what GDAL 3.6 reads from a layer. */
public record ExpectedByGdal(
        Path file, String layer, String features, String withoutShape, String kinds, String fields, String extent) {
    /** All lines of a shared folder whose file has one of the endings. */
    public static List<ExpectedByGdal> all(String folder, String... endings) throws IOException {
        Path top = SharedData.path(folder);
        return Files.readString(top.resolve("expected-ogr.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> List.of(endings).stream().anyMatch(cells[0]::endsWith))
                .map(c -> new ExpectedByGdal(top.resolve(c[0]), c[1], c[2], c[3], c[4], c[5], c[6]))
                .toList();
    }

    /** Whether GDAL could open the file at all. */
    public boolean isReadable() {
        return !features.isEmpty();
    }

    /** Whether two extents agree in the six digits GDAL prints. */
    public boolean agreesWithExtent(double[] found) {
        String[] stated = extent.split(" ");
        for (int i = 0; i < 4; i++) {
            double value = Double.parseDouble(stated[i]);
            if (Math.abs(value - found[i]) > Math.abs(value) * 6e-6 + 1e-6) {
                return false;
            }
        }
        return true;
    }
}
