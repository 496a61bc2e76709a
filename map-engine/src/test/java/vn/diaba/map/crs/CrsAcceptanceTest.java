package vn.diaba.map.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** VN-2000 against 126 points computed with PROJ 9.1, two in each old province's zone. */
@Tag("acceptance")
class CrsAcceptanceTest {
    /** The plane columns were computed at height 0, the others at heights up to 1 km, where the shift of 225 m is 4 cm longer. */
    @Test
    void controlPointsByProjHold() throws IOException, CrsException {
        List<String> lines = Files.readAllLines(data().resolve("vn2000-control/control-points-proj.csv"));
        CrsCatalog catalog = CrsCatalog.standard();
        int other = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] v = line.split(",");
            double[] point = {Double.parseDouble(v[4]), Double.parseDouble(v[3])};
            catalog.transform(catalog.byCode(Integer.parseInt(v[2])), catalog.byCode(4326))
                    .apply(point, 0, 1);
            assertEquals(Double.parseDouble(v[6]), point[1], 4e-7, line);
            assertEquals(Double.parseDouble(v[7]), point[0], 4e-7, line);
            if (Math.abs(Double.parseDouble(v[10]) - Double.parseDouble(v[7])) > 1e-6) {
                other++;
            } else {
                assertEquals(Double.parseDouble(v[9]), point[1], 1.8e-8, line);
                assertEquals(Double.parseDouble(v[10]), point[0], 1.8e-8, line);
            }
        }
        assertEquals(127, lines.size());
        assertEquals(11, other, "points of the Mekong delta for which PROJ chose EPSG:5194");
    }

    private static Path data() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("../shared/data"))) {
            folder = folder.getParent();
        }
        assertTrue(folder != null, "no ../shared/data beside the checkout");
        return folder.resolve("../shared/data");
    }
}
