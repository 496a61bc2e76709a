package vn.diaba.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsSelfTest;
import vn.diaba.map.crs.CrsSelfTest.ZoneResult;

/** Coordinate systems: VN-2000 against control values by other hands, and GeoTools' database for all other codes. */
final class CrsCheck {
    private CrsCheck() {}

    static Check selfTest() {
        List<ZoneResult> zones = new CrsSelfTest().run(CrsCatalog.standard());
        double worst = zones.stream().mapToDouble(ZoneResult::worstMetres).max().orElse(Double.POSITIVE_INFINITY);
        List<Integer> wrong = zones.stream()
                .filter(zone -> !zone.passed())
                .map(ZoneResult::epsg)
                .toList();
        return wrong.isEmpty() && !zones.isEmpty()
                ? Check.ok("crs", "doctor-crs", zones.size(), worst * 1000)
                : Check.fault("crs", "doctor-crs-wrong", wrong, worst);
    }

    static Check epsgDatabase(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.findAny().isPresent()
                    ? Check.ok("epsg", "doctor-epsg", folder)
                    : Check.ok("epsg", "doctor-epsg-later", folder);
        } catch (IOException e) {
            return Check.warning("epsg", "doctor-epsg-unreadable", folder);
        }
    }
}
