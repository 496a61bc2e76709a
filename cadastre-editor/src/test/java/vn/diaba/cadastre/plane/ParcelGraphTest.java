package vn.diaba.cadastre.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/** Expected areas and counts are worked out by hand on squares. */
class ParcelGraphTest {
    private static List<EastNorth> line(double... eastNorth) {
        List<EastNorth> line = new ArrayList<>();
        for (int i = 0; i < eastNorth.length; i += 2) {
            line.add(new EastNorth(eastNorth[i], eastNorth[i + 1]));
        }
        return line;
    }

    private static ParcelGraph graph(Fabric land, String... numbers) {
        List<ParcelId> ids = new ArrayList<>();
        for (String number : numbers) {
            ids.add(TestFabrics.byNumber(land, number).id());
        }
        return new ParcelGraph(land, ids);
    }

    private static List<Double> areas(ParcelGraph.Cut cut) {
        return cut.pieces().stream().map(Piece::squareMetres).sorted().toList();
    }

    @Test
    void oneLineCutsEveryParcelItCrosses() {
        ParcelGraph graph = graph(TestFabrics.twoNeighbours(), "1", "2");
        graph.draw(line(-5, 4, 25, 4));
        List<ParcelGraph.Cut> cuts = graph.cut();
        assertEquals(List.of(40.0, 60.0), areas(cuts.get(0)));
        assertEquals(List.of(40.0, 60.0), areas(cuts.get(1)));
        assertEquals(3, graph.splits().size(), "west, common and east side");
    }

    @Test
    void aTagSaysWhomALineCuts() {
        Fabric land = TestFabrics.twoNeighbours();
        ParcelGraph graph = graph(land, "1", "2");
        graph.draw(line(-5, 4, 25, 4), 2);
        ParcelId west = TestFabrics.byNumber(land, "1").id();
        List<ParcelGraph.Cut> cuts = graph.cut(id -> id.equals(west) ? 2 : 1);
        assertTrue(cuts.get(0).isCut());
        assertFalse(cuts.get(1).isCut());
        assertEquals(5, cuts.get(1).pieces().get(0).shell().length, "the common side has the corner of the cut");
    }

    @Test
    void aLineWithinAMillimetreOfACornerMeetsIt() {
        ParcelGraph graph = graph(TestFabrics.twoNeighbours(), "1");
        graph.draw(line(-0.0007, 0.0007, 10.0006, 10.0007));
        assertEquals(List.of(50.0, 50.0), areas(graph.cut().get(0)));
        assertEquals(List.of(), graph.splits());
    }

    @Test
    void aCornerOfANeighbourBesideTheSideIsUsed() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))",
                "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))",
                "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
        ParcelGraph graph = graph(land, "1");
        graph.draw(line(10.0004, -1, 10.0004, 11));
        List<Double> areas = areas(graph.cut().get(0));
        assertEquals(99.998, areas.get(0), 1e-9);
        assertEquals(100.002, areas.get(1), 1e-9, "the south end 0.4 mm east of the middle, the north end on it");
        int between = graph.splits().stream()
                .flatMapToInt(split -> java.util.Arrays.stream(split.between()))
                .filter(node -> graph.place(node).north() == 10)
                .findFirst()
                .orElseThrow();
        assertEquals(new EastNorth(10, 10), graph.place(between));
        assertNotNull(graph.cornerAt(between));
    }

    @Test
    void whatPartsNothingIsLeftOut() {
        ParcelGraph graph = graph(TestFabrics.withHole(), "1");
        graph.draw(line(-1, 15, 15, 15));
        ParcelGraph.Cut cut = graph.cut().get(0);
        assertFalse(cut.isCut(), "from the shell to the hole only");
        assertEquals(1, cut.pieces().get(0).holes().size());
        assertEquals(List.of(), graph.splits());
        assertNull(cut.looseEnd());
    }

    @Test
    void aRingThatTouchesItselfIsToldAsShellAndHole() {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (0 0, 10 20, 20 10, 0 0))");
        ParcelGraph graph = graph(land, "1");
        graph.draw(line(25, -1, 25, 31));
        List<Piece> pieces = graph.cut().get(0).pieces();
        assertEquals(2, pieces.size());
        Piece larger = pieces.get(0).squareMetres() > pieces.get(1).squareMetres() ? pieces.get(0) : pieces.get(1);
        assertEquals(1, larger.holes().size());
        assertEquals(600, larger.squareMetres(), 1e-9, "25 × 30 less the triangle of 150");
    }

    @Test
    void linesAloneBoundFaces() {
        PlaneGraph graph = new PlaneGraph();
        long[][] lines = {
            {0, 0, 1000, 0}, {1000, -50, 1000, 1000}, {1000, 1000, 0, 1000}, {0, 1000, 0, 0}, {500, -50, 500, 1050}
        };
        for (long[] l : lines) {
            graph.draw(graph.place(l[0], l[1]), graph.place(l[2], l[3]), 1);
        }
        int[] stretches = graph.stretches();
        FaceFinder finder = new FaceFinder(graph);
        for (int i = 0; i < stretches.length; i += 3) {
            finder.line(stretches[i], stretches[i + 1]);
        }
        assertEquals(3, finder.bridges().length / 2, "three loose ends of 5 mm");
        List<Double> areas = finder.pieces().stream().map(Piece::squareMetres).toList();
        assertEquals(List.of(0.005, 0.005), areas);
    }

    @Test
    void aLongLineThroughManySidesIsNodedWithAll() {
        Fabric land = TestFabrics.grid(40, 3);
        List<ParcelId> all = TestFabrics.live(land).stream().map(p -> p.id()).toList();
        ParcelGraph graph = new ParcelGraph(land, all);
        graph.draw(line(-5, 4, 405, 17));
        double sum = 0;
        int pieces = 0;
        for (ParcelGraph.Cut cut : graph.cut()) {
            for (Piece piece : cut.pieces()) {
                sum += piece.squareMetres();
                pieces++;
            }
        }
        assertEquals(12000, sum, 1e-3);
        assertEquals(161, pieces, "120 parcels; the line is in 40 columns and once changes row inside one");
    }
}
