package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;

/** All rules over land of {@code -Dbench.parcels} parcels (100,000), beside what JTS does of it, in the same run. */
@Tag("bench")
class CheckBenchTest {
    private static final Logger LOG = Logger.getLogger(CheckBenchTest.class.getName());
    private static final int RUNS = 5;

    private static Fabric land() {
        int parcels = Integer.getInteger("bench.parcels", 100_000);
        int columns = (int) Math.sqrt(parcels * 2.2);
        return new LatticeCoverage(parcels / columns, columns, 1).land();
    }

    @Test
    void checkBesideJts() {
        Fabric land = land();
        double[] ours = new double[RUNS];
        double[] theirs = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            CheckReport report = Checks.BOOK.check(land, Scope.ALL);
            assertEquals(0, report.violations().size());
            ours[run] = report.cpuSeconds();
            theirs[run] = jtsSeconds(land);
        }
        print(land.parcelCount() + " parcels, all rules, CPU s", ours);
        print(land.parcelCount() + " parcels, JTS IsValidOp and CoverageValidator, CPU s", theirs);
    }

    private static double jtsSeconds(Fabric land) {
        Geometry[] shapes = new Geometry[land.parcelSlots()];
        for (int slot = 0; slot < shapes.length; slot++) {
            shapes[slot] = land.shapeOf(land.parcelAt(slot).id());
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Geometry shape : shapes) {
            assertEquals(true, new IsValidOp(shape).isValid());
        }
        assertEquals(false, CoverageValidator.hasInvalidResult(CoverageValidator.validate(shapes, 0.05)));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    @Test
    void recheckAfterAMove() {
        Fabric land = land();
        Random random = new Random(1);
        double[] millis = new double[2000];
        for (int i = 0; i < millis.length; i++) {
            Corner corner = land.cornerAt(random.nextInt(land.cornerSlots()));
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.2, corner.position().north() - 0.1);
            ChangeSet act = ChangeSet.planned(
                    new UUID(5, i), "move", List.of(new Change.CornerChange(corner.id(), corner, corner.movedTo(to))));
            Fabric moved = land.apply(act);
            Scope scope = RandomActs.scope(land, moved, act).keepingNumbers();
            millis[i] = Checks.BOOK.check(moved, scope).cpuSeconds() * 1e3;
        }
        print(land.parcelCount() + " parcels, re-check of one move, CPU ms", Arrays.copyOfRange(millis, 500, 2000));
        Arrays.sort(millis);
        LOG.info(() -> "99 of 100 below %.3f".formatted(millis[millis.length * 99 / 100]));
    }

    private static void print(String what, double[] figures) {
        Arrays.sort(figures);
        LOG.info(() -> "%s: min %.3f median %.3f".formatted(what, figures[0], figures[figures.length / 2]));
    }
}
