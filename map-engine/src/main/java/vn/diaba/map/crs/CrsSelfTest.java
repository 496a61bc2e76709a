package vn.diaba.map.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Checks VN-2000 against control values by other hands: every zone, both ways. It catches swapped axes, a wrong meridian,
 * rotation signs of the other convention (0.5 m), a missing shift (225 m) and another operation (0.8 m).
 */
public final class CrsSelfTest {
    /** A zone passes if it keeps this, both ways. */
    public static final double LIMIT_METRES = 0.002;

    private static final double METRES_PER_DEGREE = 111_320;

    private final List<Control> controls = new ArrayList<>();

    /**
     * What came out for one zone.
     *
     * @param epsg the zone's code
     * @param name its name
     * @param points how many control values it was held against, at least 2
     * @param worstMetres the largest deviation, either way; infinite if a value could not be computed at all
     */
    public record ZoneResult(int epsg, String name, int points, double worstMetres) {
        /** Whether all is within {@link #LIMIT_METRES}. */
        public boolean passed() {
            return points >= 2 && worstMetres <= LIMIT_METRES;
        }
    }

    private record Control(int epsg, double east, double north, double latDegrees, double lonDegrees) {}

    /** Reads the control values that come with the program. */
    public CrsSelfTest() {
        try (InputStream in = CrsSelfTest.class.getResourceAsStream("vn2000-control-points.csv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] v = line.split(",");
                controls.add(new Control(
                        Integer.parseInt(v[0]),
                        Double.parseDouble(v[1]),
                        Double.parseDouble(v[2]),
                        Double.parseDouble(v[3]),
                        Double.parseDouble(v[4])));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One result for each of the 18 zones, in the catalogue's order; takes milliseconds. */
    public List<ZoneResult> run(CrsCatalog catalog) {
        List<ZoneResult> results = new ArrayList<>();
        for (Crs zone : catalog.vn2000Zones()) {
            double worst = 0;
            int points = 0;
            for (Control control : controls) {
                if (control.epsg == zone.code()) {
                    worst = Math.max(worst, deviationMetres(catalog, zone, control));
                    points++;
                }
            }
            results.add(new ZoneResult(zone.code(), zone.name(), points, worst));
        }
        return List.copyOf(results);
    }

    private static double deviationMetres(CrsCatalog catalog, Crs zone, Control control) {
        try {
            Crs wgs84 = catalog.byCode(4326);
            double[] there = {control.east, control.north};
            catalog.transform(zone, wgs84).apply(there, 0, 1);
            double[] back = {control.lonDegrees, control.latDegrees};
            catalog.transform(wgs84, zone).apply(back, 0, 1);
            double east =
                    (there[0] - control.lonDegrees) * METRES_PER_DEGREE * Math.cos(Math.toRadians(control.latDegrees));
            double north = (there[1] - control.latDegrees) * METRES_PER_DEGREE;
            return Math.max(Math.hypot(east, north), Math.hypot(back[0] - control.east, back[1] - control.north));
        } catch (CrsException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
