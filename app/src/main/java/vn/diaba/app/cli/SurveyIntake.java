package vn.diaba.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.SurveyPoint;
import vn.diaba.exchange.points.FieldBook;
import vn.diaba.exchange.points.FieldBookReader;
import vn.diaba.exchange.points.FilePoint;
import vn.diaba.exchange.points.GsiReader;
import vn.diaba.exchange.points.PlaneRange;
import vn.diaba.exchange.points.PointFile;
import vn.diaba.exchange.points.PointTextReader;
import vn.diaba.exchange.points.SdrReader;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Reads files from the field into the project's plane, for one workspace. Confined to one thread. */
final class SurveyIntake {
    private final OpenWorkspace open;
    private final SurveyFlags flags;
    private final Crs crs;
    private final PlaneRange range;

    SurveyIntake(OpenWorkspace open, SurveyFlags flags) throws CrsException, CommandFailure {
        this.open = open;
        this.flags = flags;
        CrsCatalog catalog = open.setting().catalog();
        crs = flags.crs(catalog, open.crs());
        range = PlaneRange.of(crs, catalog);
    }

    /** Which format a file has: the one named, else by its first line. */
    String format(Path file) throws ImportException, CommandFailure {
        String named = flags.format();
        if (!named.equals("auto")) {
            return named;
        }
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

    /** The points of a list, moved into the project's CRS. */
    PointFile points(Path file, String format, IssueLog issues) throws ImportException, CrsException, CommandFailure {
        PointFile read;
        switch (format) {
            case "gsi":
                read = GsiReader.read(file, issues);
                break;
            case "sdr":
                read = SdrReader.read(file, issues);
                break;
            default:
                read = new PointTextReader(flags.options(range), issues).read(file);
        }
        CoordinateTransform transform = open.setting().catalog().transform(crs, open.crs());
        if (transform.isIdentity()) {
            return read;
        }
        List<FilePoint> moved = new ArrayList<>();
        for (FilePoint point : read.points()) {
            double[] place = {point.place().east(), point.place().north()};
            transform.apply(place, 0, 1);
            EastNorth there = new EastNorth(place[0], place[1]);
            moved.add(new FilePoint(
                    point.name(), there, point.heightMetres(), point.code(), point.record(), point.raw()));
        }
        return new PointFile(read.file(), read.layout(), read.read(), moved);
    }

    /** A field book; its names may be control points of the workspace, those whose number stands once. */
    FieldBook book(Path file) throws ImportException, CommandFailure {
        if (crs.code() != open.crs().code()) {
            // Angles and distances belong to one plane; what they are computed in is not changed behind them.
            throw new CommandFailure("book-crs-differs", crs.name(), open.crs().name());
        }
        return FieldBookReader.read(file, control());
    }

    /** Control points of the workspace by number; numbers that stand at two places are left out. */
    Map<String, EastNorth> control() {
        Fabric fabric = open.fabric();
        Map<String, EastNorth> places = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        fabric.forEachObject(each -> {
            if (each instanceof SurveyPoint point && point.role() != SurveyPoint.Role.DETAIL) {
                EastNorth before = places.putIfAbsent(point.number(), point.position());
                if (before != null && !before.equals(point.position())) {
                    twice.add(point.number());
                }
            }
        });
        twice.forEach(places::remove);
        return places;
    }
}
