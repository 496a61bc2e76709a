package vn.diaba.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.sample.PlantedFault;
import vn.diaba.cadastre.sample.SampleWeek;

/** The samples as shipped. Stateless; safe for all threads. */
public final class ShippedSample {
    /** Seed of the shipped ward. */
    public static final long SEED = 2026;

    /** The ward as another office would hand it over. */
    static final String WARD = "an-thanh-dong.gpkg";

    /** What stands on the ward beside its parcels. */
    static final String OBJECTS = "an-thanh-dong-objects.gpkg";

    /** The planted faults. */
    static final String FAULTS = "an-thanh-dong-faults.csv";

    /** The week's work. */
    static final String WEEK = "an-thanh-dong-week.properties";

    /** Which columns of the ward name persons, as a person says it: attribute to column. */
    public static final Map<String, String> PERSON_COLUMNS =
            Map.of("landUser", "TenChu", "idNumber", "SoDinhDanh", "userType", "LoaiDoiTuong");

    private ShippedSample() {}

    /**
     * Puts the ward's GeoPackage into a folder.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path wardInto(Path folder) throws IOException {
        return copy(WARD, folder);
    }

    /**
     * Puts the ward's map objects into a folder, a GeoPackage with their levels: houses, names, points of control.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path objectsInto(Path folder) throws IOException {
        return copy(OBJECTS, folder);
    }

    /**
     * Puts an invented old drawing into a folder: DXF, two rows of lots along a road, with the faults such drawings have (a
     * line that stops 3 cm short, one that runs 2 cm over, one drawn twice).
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path drawingInto(Path folder) throws IOException {
        return copy("ban-ve-cu.dxf", folder);
    }

    /**
     * Puts the parcels of Waiheke Island into a folder, a shapefile in EPSG:2193. Sourced from Land Information New
     * Zealand (LINZ), CC BY 3.0 NZ; the licence goes with them.
     *
     * @return the .shp file
     * @throws IOException if it cannot be written
     */
    public static Path waihekeInto(Path folder) throws IOException {
        for (String part : List.of("waiheke.shx", "waiheke.prj", "waiheke-licence.txt")) {
            copy(part, folder);
        }
        return copy("waiheke.shp", folder);
    }

    private static Path copy(String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream in = open(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ShippedSample.class.getResourceAsStream(name), name);
    }

    /** The faults planted in the ward. */
    public static List<PlantedFault> faults() {
        List<PlantedFault> faults = new ArrayList<>();
        try (InputStream in = open(FAULTS)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                EastNorth place = new EastNorth(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
                faults.add(new PlantedFault(
                        cells[0], List.of(cells[1].split(" ")), place, Double.parseDouble(cells[4]), cells[5]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    /** The week's work in the ward. */
    public static SampleWeek week() {
        Properties week = new Properties();
        try (Reader in = new InputStreamReader(open(WEEK), StandardCharsets.UTF_8)) {
            week.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleWeek(
                List.of(text(week, "team.first"), text(week, "team.second")),
                new SampleWeek.Split(
                        text(week, "split.parcel"),
                        place(week, "split.from"),
                        place(week, "split.to"),
                        place(week, "split.sold"),
                        text(week, "split.neighbour")),
                new SampleWeek.Merge(text(week, "merge.parcel"), text(week, "merge.neighbour")),
                new SampleWeek.Contested(
                        place(week, "contested.place"),
                        place(week, "contested.first"),
                        place(week, "contested.second"),
                        List.of(text(week, "contested.parcels").split(" "))),
                new SampleWeek.Correction(
                        text(week, "correction.parcel"),
                        text(week, "correction.before"),
                        text(week, "correction.after")),
                text(week, "frozen"),
                text(week, "exact"));
    }

    private static String text(Properties week, String key) {
        return Objects.requireNonNull(week.getProperty(key), key);
    }

    private static EastNorth place(Properties week, String key) {
        String[] numbers = text(week, key).split(" ");
        return new EastNorth(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
}
