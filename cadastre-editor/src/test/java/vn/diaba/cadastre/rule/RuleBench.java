package vn.diaba.cadastre.rule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.EditSession;
import vn.diaba.cadastre.edit.History;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Signature;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * All rules over land of 100,000 parcels beside what JTS does of it, and what one moved corner costs: the rules again, and
 * the whole edit but for the journal, which keeps nothing here.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RuleBench {
    private static final int ROWS = 213;
    private static final int COLUMNS = 470;
    private static final int ACTS = 2000;

    private final List<Moved> moves = new ArrayList<>();
    private final List<CornerId> rim = new ArrayList<>();
    private final List<CornerId> inner = new ArrayList<>();
    private Fabric land = Fabric.empty();
    private Geometry[] shapes = new Geometry[0];
    private EditSession session = session(land);
    private int next;

    /** Land after a corner moved, and where to look. */
    private record Moved(Fabric land, Scope scope) {}

    /** Makes the land, its shapes, and 2,000 moves of a corner each. */
    @Setup(Level.Trial)
    public void land() {
        land = new LatticeCoverage(ROWS, COLUMNS, 1).land();
        Checks.BOOK.check(land, Scope.ALL);
        shapes = new Geometry[land.parcelSlots()];
        for (int slot = 0; slot < shapes.length; slot++) {
            shapes[slot] = land.shapeOf(land.parcelAt(slot).id());
        }
        sortCorners();
        Random random = new Random(1);
        for (int i = 0; i < ACTS; i++) {
            Corner corner = land.corner(inner.get(random.nextInt(inner.size())));
            Corner after = corner.movedTo(away(corner, 0.2));
            ChangeSet act = ChangeSet.planned(
                    new UUID(5, i), "move-corner", List.of(new Change.CornerChange(corner.id(), corner, after)));
            Fabric moved = land.apply(act);
            moves.add(new Moved(moved, RandomActs.scope(land, moved, act).keepingNumbers()));
        }
        session = session(land);
    }

    private void sortCorners() {
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            cursor.at(slot);
            for (int i = 0; i < cursor.size(0); i++) {
                (cursor.across(0, i) < 0 ? rim : inner).add(cursor.cornerId(0, i));
            }
        }
    }

    private static EastNorth away(Corner corner, double metres) {
        return new EastNorth(
                corner.position().east() + metres, corner.position().north() - metres / 2);
    }

    private static EditSession session(Fabric land) {
        return new EditSession(
                land,
                Judge.of(Checks.BOOK),
                new EditSession.Memory(
                        act -> {},
                        id -> {
                            throw new IllegalStateException("nothing is undone here");
                        },
                        new History()),
                new Signature("bench", Clock.systemUTC(), null));
    }

    private int turn() {
        next = (next + 1) % ACTS;
        return next;
    }

    /** All rules over all land. */
    @Benchmark
    public CheckReport check() {
        return Checks.BOOK.check(land, Scope.ALL);
    }

    /** Validity of each parcel, overlaps and narrow gaps of all, by JTS. */
    @Benchmark
    public boolean checkByJts() {
        boolean valid = true;
        for (Geometry shape : shapes) {
            valid &= new IsValidOp(shape).isValid();
        }
        return valid && !CoverageValidator.hasInvalidResult(CoverageValidator.validate(shapes, 0.05));
    }

    /** The rules again after one corner moved. */
    @Benchmark
    public CheckReport recheck() {
        Moved moved = moves.get(turn());
        return Checks.BOOK.check(moved.land, moved.scope);
    }

    /** A corner moved a little: planned, judged, taken in. */
    @Benchmark
    public EditOutcome move() throws JournalException {
        return move(inner);
    }

    /** The same on the rim of the land. */
    @Benchmark
    public EditOutcome moveOnRim() throws JournalException {
        return move(rim);
    }

    private EditOutcome move(List<CornerId> corners) throws JournalException {
        int turn = turn();
        CornerId id = corners.get((int) (turn * 7919L % corners.size()));
        EastNorth to = away(session.fabric().corner(id), turn % 2 == 0 ? 0.002 : -0.002);
        return session.execute(new MoveCorner(id, to, Resurvey.NOTHING, IdBlock.seeded(5)), List.of());
    }
}
