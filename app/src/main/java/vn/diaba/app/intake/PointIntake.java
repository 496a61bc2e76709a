package vn.diaba.app.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.points.FieldBookReader;
import vn.diaba.exchange.points.FilePoint;
import vn.diaba.exchange.points.GsiReader;
import vn.diaba.exchange.points.PlaneRange;
import vn.diaba.exchange.points.PointFile;
import vn.diaba.exchange.points.PointOptions;
import vn.diaba.exchange.points.PointTextReader;
import vn.diaba.exchange.points.RepeatedShots;
import vn.diaba.exchange.points.SdrReader;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;

/** Reads points of the field into the project's plane. Confined to one thread. */
public final class PointIntake {
    private final IntakePlace place;
    private final IntakeOrder order;
    private final Crs crs;
    private final PlaneRange range;

    /**
     * Reads as ordered; without a CRS said the points are in the project's.
     *
     * @throws ImportException {@code crs-not-for-land} when the CRS is not a plane one in metres
     */
    public PointIntake(IntakePlace place, IntakeOrder order) throws CrsException, ImportException {
        this.place = place;
        this.order = order;
        int said = order.options().crs();
        crs = said == 0 ? place.project() : place.catalog().byCode(said);
        if (!crs.isProjected() || !crs.isMetric()) {
            throw new ImportException("crs-not-for-land", crs.name());
        }
        range = PlaneRange.of(crs, place.catalog());
    }

    /** The CRS of the files. */
    public Crs crs() {
        return crs;
    }

    /** Which format a file has by its first line: {@code sdr}, {@code gsi}, {@code traverse} or {@code csv}. */
    public static String format(Path file) throws ImportException {
        String first = firstRow(file);
        if (SdrReader.recognises(first)) {
            return "sdr";
        }
        if (GsiReader.recognises(first)) {
            return "gsi";
        }
        return FieldBookReader.recognises(first) ? "traverse" : "csv";
    }

    private static String firstRow(Path file) throws ImportException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1), 1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String plain = line.replaceAll("\\p{Cntrl}", " ").strip();
                if (!plain.isEmpty() && !plain.startsWith("#")) {
                    return plain;
                }
            }
            return "";
        } catch (IOException e) {
            throw new ImportException("file-unreadable", List.of(String.valueOf(file.getFileName())), e);
        }
    }

    private PointOptions options() {
        ImportOptions.Axes said = order.options().axes();
        PointOptions.Axes axes = said == ImportOptions.Axes.AUTO
                ? PointOptions.Axes.AUTO
                : said == ImportOptions.Axes.EAST_NORTH ? PointOptions.Axes.EAST_NORTH : PointOptions.Axes.NORTH_EAST;
        return new PointOptions(axes, order.reading().encoding(), order.shots().metresPerUnit(), range);
    }

    /** The points of a list, moved into the project's CRS. */
    public PointFile points(Path file, String format, IssueLog issues) throws ImportException, CrsException {
        PointFile read =
                switch (format) {
                    case "gsi" -> GsiReader.read(file, issues);
                    case "sdr" -> SdrReader.read(file, issues);
                    default -> new PointTextReader(options(), issues).read(file);
                };
        CoordinateTransform transform = place.catalog().transform(crs, place.project());
        if (transform.isIdentity()) {
            return read;
        }
        List<FilePoint> moved = new ArrayList<>();
        for (FilePoint point : read.points()) {
            double[] position = {point.place().east(), point.place().north()};
            transform.apply(position, 0, 1);
            EastNorth there = new EastNorth(position[0], position[1]);
            moved.add(new FilePoint(
                    point.name(), there, point.heightMetres(), point.code(), point.record(), point.raw()));
        }
        return new PointFile(read.file(), read.layout(), read.read(), moved);
    }

    /**
     * Shots that disagree are a person's to decide.
     *
     * @throws ImportException {@code survey-shots-disagree} with file, how many names, the first of them, how far its
     *     farthest shot lies from the mean, and the tolerance
     */
    public void refuseDisagreement(PointFile file, List<RepeatedShots> shots) throws ImportException {
        List<RepeatedShots> apart = shots.stream().filter(each -> !each.agree()).toList();
        if (!apart.isEmpty() && order.shots().repeated() == IntakeOrder.Repeated.ASK) {
            RepeatedShots first = apart.get(0);
            double farthest = first.shots().stream()
                    .mapToDouble(each -> each.place().distanceTo(first.mean()))
                    .max()
                    .orElse(0);
            double tolerance = order.shots().toleranceMetres();
            throw new ImportException(
                    "survey-shots-disagree", file.file(), apart.size(), first.name(), farthest, tolerance);
        }
    }

    /** Points to be stored; shots of one name are one point but where each is to be kept. */
    public List<SurveyPoint> records(List<FilePoint> points, List<RepeatedShots> shots) {
        Map<String, RepeatedShots> means = new HashMap<>();
        if (order.shots().repeated() != IntakeOrder.Repeated.KEEP) {
            shots.forEach(each -> means.put(each.name(), each));
        }
        IdBlock ids = IdBlock.fresh(place.clock());
        Set<String> done = new HashSet<>();
        List<SurveyPoint> records = new ArrayList<>();
        for (FilePoint point : points) {
            RepeatedShots mean = means.get(point.name());
            if (mean != null && !done.add(point.name())) {
                continue;
            }
            records.add(new SurveyPoint(
                    ids.uuid(records.size()),
                    order.shots().role(),
                    point.name(),
                    mean == null ? point.place() : mean.mean(),
                    point.heightMetres(),
                    point.code(),
                    mean == null
                            ? Observation.UNKNOWN
                            : new Observation("mean of " + used(mean), mean.spreadMetres(), null, "", ""),
                    mean == null ? point.raw() : raw(mean),
                    null));
        }
        return records;
    }

    private static int used(RepeatedShots shots) {
        return shots.shots().size() - shots.rejected().size();
    }

    private static String raw(RepeatedShots shots) {
        return String.join("\n", shots.shots().stream().map(FilePoint::raw).toList());
    }
}
