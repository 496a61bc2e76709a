package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.intake.IntakePlace;
import vn.diaba.app.intake.PointIntake;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.points.FieldBook;
import vn.diaba.exchange.points.FieldBookReader;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;

/** Reads files from the field into the project's plane, for one workspace. Confined to one thread. */
final class SurveyIntake {
    private final OpenWorkspace open;
    private final SurveyFlags flags;
    private final PointIntake intake;

    SurveyIntake(OpenWorkspace open, SurveyFlags flags, IntakeOrder order) throws CrsException, ImportException {
        this.open = open;
        this.flags = flags;
        intake = new PointIntake(IntakePlace.of(open), order);
    }

    /** Which format a file has: the one named, else by its first line. */
    String format(Path file) throws ImportException, CommandFailure {
        String named = flags.format();
        return named.equals("auto") ? PointIntake.format(file) : named;
    }

    /** Reads lists of points. */
    PointIntake points() {
        return intake;
    }

    /** A field book; its names may be control points of the workspace, those whose number stands once. */
    FieldBook book(Path file) throws ImportException, CommandFailure {
        Crs crs = intake.crs();
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
