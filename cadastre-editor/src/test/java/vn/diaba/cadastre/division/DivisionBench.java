package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergeParcels;

/**
 * Split and merge beside what JTS does of them, on the same parcels of land of 100,000. Ours counts geometry, shared
 * corners and lineage; JTS geometry alone, from shapes that are there already.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DivisionBench {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int COLUMNS = 400;
    private static final int ROWS = 250;

    private final GeometryFactory factory = new GeometryFactory();
    private Fabric land = Fabric.empty();
    private final List<ParcelId> parcels = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final List<List<EastNorth>> lines = new ArrayList<>();
    private int next;

    /** Makes the land, and a line across each of 4,000 parcels in the order they lie. */
    @Setup(Level.Trial)
    public void land() {
        land = WobblyCoverage.of(COLUMNS, ROWS);
        land.largestNumber("26734", "1");
        for (int i = 0; i < 4000; i++) {
            ParcelId id = land.parcelAt(i * 7 % land.parcelSlots()).id();
            Geometry shape = land.shapeOf(id);
            Coordinate c = shape.getCentroid().getCoordinate();
            parcels.add(id);
            shapes.add(shape);
            double e = 30 * Math.sin(i);
            double n = 30 * Math.cos(i);
            lines.add(List.of(new EastNorth(c.x - e, c.y - n), new EastNorth(c.x + e, c.y + n)));
        }
    }

    private int turn() {
        next = (next + 1) % (parcels.size() - 1);
        return next;
    }

    /** A split planned: geometry, shared corners, lineage. */
    @Benchmark
    public ChangeSet split() throws ImpossibleEditException {
        int i = turn();
        return new SplitParcel(parcels.get(i), lines.get(i), DAY, IdBlock.seeded(5)).plan(land);
    }

    /** The same parcel cut by the same line: noding, polygonizing, choosing the pieces inside. */
    @Benchmark
    public int splitByJts() {
        int i = turn();
        List<EastNorth> line = lines.get(i);
        Geometry drawn = factory.createLineString(new Coordinate[] {
            new Coordinate(line.get(0).east(), line.get(0).north()),
            new Coordinate(line.get(1).east(), line.get(1).north())
        });
        Geometry noded = OverlayNGRobust.overlay(shapes.get(i).getBoundary(), drawn, OverlayNG.UNION);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        Collection<?> pieces = polygonizer.getPolygons();
        int inside = 0;
        for (Object piece : pieces) {
            inside += shapes.get(i).contains(((Polygon) piece).getInteriorPoint()) ? 1 : 0;
        }
        return inside;
    }

    /** Three equal parts by search. */
    @Benchmark
    public ChangeSet divideInThree() throws ImpossibleEditException {
        int i = turn();
        return new DivideParcel(
                        parcels.get(i),
                        new Shares.Equal(3),
                        new CutDirection.AlongSide(1),
                        LegalShare.PRORATED,
                        DAY,
                        IdBlock.seeded(5))
                .plan(land);
    }

    /** A merge of two neighbours planned: geometry, corners left over, lineage. */
    @Benchmark
    public ChangeSet merge() throws ImpossibleEditException {
        return new MergeParcels(pair(turn()), "bench", DAY, IdBlock.seeded(5)).plan(land);
    }

    private List<ParcelId> pair(int i) {
        var cursor = land.cursor();
        cursor.at(land.slotOf(parcels.get(i)));
        for (int side = 0; side < cursor.size(0); side++) {
            if (cursor.across(0, side) >= 0) {
                return List.of(
                        parcels.get(i), land.parcelAt(cursor.across(0, side)).id());
            }
        }
        throw new IllegalStateException("a parcel without neighbours");
    }

    /** The shapes of the pairs that {@link #merge} joins. */
    @State(Scope.Thread)
    public static class Pairs {
        private final List<Geometry[]> shapes = new ArrayList<>();

        /** Makes them. */
        @Setup(Level.Trial)
        public void pairs(DivisionBench bench) {
            for (int i = 0; i < bench.parcels.size(); i++) {
                shapes.add(bench.pair(i).stream().map(bench.land::shapeOf).toArray(Geometry[]::new));
            }
        }
    }

    /** The union of two neighbours by overlay. */
    @Benchmark
    public Geometry mergeByJtsOverlay(Pairs pairs) {
        Geometry[] two = pairs.shapes.get(turn());
        return OverlayNGRobust.overlay(two[0], two[1], OverlayNG.UNION);
    }

    /** The union of two neighbours as a coverage. */
    @Benchmark
    public Geometry mergeByJtsCoverage(Pairs pairs) {
        return CoverageUnion.union(pairs.shapes.get(turn()));
    }

    /** The area of a parcel, the least that is asked of land. */
    @Benchmark
    public Area area() {
        return land.areaOf(parcels.get(turn()));
    }
}
