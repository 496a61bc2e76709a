package vn.diaba.cadastre.linework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;

/** Expected faces, moves and findings are drawn and counted by hand; the origin is a place in the zone. */
class LineworkBuildTest {
    private static final double E = 600_000;
    private static final double N = 1_190_000;

    private final Linework lines = new Linework(ParcelSet.SURVEYED);
    private long record;

    private void line(int level, double... xy) {
        double[] there = xy.clone();
        for (int i = 0; i < there.length; i += 2) {
            there[i] += E;
            there[i + 1] += N;
        }
        lines.line(level, there, ++record);
    }

    private void text(int level, String text, double east, double north) {
        lines.text(level, text, E + east, N + north, ++record);
    }

    private LineworkBuild build(double tolerance, double search) {
        LineworkOptions options = new LineworkOptions(tolerance, search, ParcelSet.SURVEYED, "7", "");
        return LineworkBuild.of(lines, options, Fabric.empty(), IdBlock.seeded(1), Progress.NONE);
    }

    private LineworkBuild build() {
        return build(0.001, 0.1);
    }

    private static Fabric land(LineworkBuild built) {
        return Fabric.empty().apply(new BuildParcels(built.land(), new UUID(1, 2)).plan(Fabric.empty()));
    }

    private static List<Parcel> parcels(LineworkBuild built) {
        Fabric land = land(built);
        List<Parcel> parcels = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            parcels.add(land.parcelAt(slot));
        }
        return parcels;
    }

    private static Map<String, Integer> codes(LineworkBuild built) {
        Map<String, Integer> codes = new TreeMap<>();
        for (Finding each : built.report().findings()) {
            codes.merge(each.code(), 1, Integer::sum);
        }
        return codes;
    }

    private static Finding first(LineworkBuild built, String code) {
        return built.report().findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Two squares of 100 m² with a common side drawn once. */
    private void twoSquares() {
        line(10, 0, 0, 20, 0, 20, 10, 0, 10, 0, 0);
        line(10, 10, 0, 10, 10);
    }

    @Test
    void linesThatEndOnLinesBoundFaces() {
        twoSquares();
        LineworkBuild built = build();
        assertEquals(Map.of(), codes(built));
        assertEquals(2, built.report().faces());
        Fabric land = land(built);
        for (Parcel parcel : parcels(built)) {
            assertEquals(100, land.areaOf(parcel.id()).squareMetres(), 1e-9);
        }
        assertEquals(1, land.sharedSideCount());
        assertEquals(6, land.cornerCount());
    }

    @Test
    void numberLandUseAndAreaComeFromTheTextsInTheFace() {
        twoSquares();
        text(13, "125", 3, 5);
        text(2, "ONT+CLN", 2, 4);
        text(4, "100,0", 3, 3);
        text(13, "1L654/100.0", 12, 5);
        LineworkBuild built = build();
        assertEquals(Map.of(), codes(built));
        List<Parcel> parcels = parcels(built);
        Parcel first = parcels.stream()
                .filter(p -> p.number().number().equals("125"))
                .findFirst()
                .orElseThrow();
        assertEquals("7", first.number().sheet());
        assertEquals("ONT+CLN", LandUse.codes(first.facts().landUses()));
        assertEquals("100.0", String.valueOf(first.facts().legalArea()));
        Parcel second = parcels.stream()
                .filter(p -> p.number().number().equals("654"))
                .findFirst()
                .orElseThrow();
        assertEquals("1L", LandUse.codes(second.facts().landUses()));
        assertEquals(2, built.report().numbered());
        assertEquals(4, built.report().labels());
    }

    @Test
    void whatTheTextsDisagreeOnIsListedAndNotGuessed() {
        twoSquares();
        text(13, "125", 3, 5);
        text(13, "126", 4, 5);
        text(4, "99,9", 3, 3);
        text(2, "ODT", 30, 5);
        text(13, "12/345", 12, 5);
        text(48, "XÓM 3", 12, 6);
        LineworkBuild built = build();
        assertEquals(
                Map.of(
                        "face-has-numbers", 1,
                        "face-area-differs", 1,
                        "label-outside", 1,
                        "label-not-read", 1,
                        "face-without-number", 1),
                codes(built));
        assertEquals(List.of("125, 126"), first(built, "face-has-numbers").arguments());
        assertEquals(0, built.report().numbered());
        assertEquals(1L, built.report().textsByLevel().get(48));
    }

    @Test
    void everyFaceHasOneLabelPoint() {
        twoSquares();
        text(11, "", 3, 5);
        text(11, "", 4, 5);
        LineworkBuild built = build();
        assertEquals(Map.of("face-label-points", 2), codes(built));
    }

    @Test
    void theKindOfALineGoesToTheSide() {
        line(10, 0, 0, 0, 10, 20, 10);
        line(23, 0, 0, 20, 0);
        line(10, 20, 10, 20, 0);
        line(31, 20, 0, 20, 10);
        line(10, 10, 0, 10, 10);
        line(22, 0, 1, 20, 1);
        line(61, 0, 2, 20, 2);
        LineworkBuild built = build();
        assertEquals(Map.of("line-drawn-twice", 1), codes(built));
        List<Integer> kinds = new ArrayList<>();
        land(built).forEachSide((key, facts) -> kinds.add(facts.lineKind()));
        kinds.sort(null);
        assertEquals(List.of(23, 23, 31), kinds);
        assertEquals(1L, built.report().linesByLevel().get(22));
    }

    @Test
    void undoTakesTheSidesToo() {
        line(23, 0, 0, 20, 0, 20, 10, 0, 10, 0, 0);
        Fabric empty = Fabric.empty();
        var act = new BuildParcels(build().land(), new UUID(1, 2)).plan(empty);
        Fabric land = empty.apply(act);
        assertTrue(land.isStartOf(act.inverse(new UUID(3, 4))));
        assertEquals(empty, land.apply(act.inverse(new UUID(3, 4))));
    }

    @Test
    void aFaceInAFaceIsAHole() {
        line(10, 0, 0, 20, 0, 20, 20, 0, 20, 0, 0);
        line(10, 5, 5, 10, 5, 10, 10, 5, 10, 5, 5);
        text(13, "1", 2, 2);
        text(13, "2", 7, 7);
        LineworkBuild built = build();
        assertEquals(Map.of(), codes(built));
        Fabric land = land(built);
        for (Parcel parcel : parcels(built)) {
            double expected = parcel.number().number().equals("1") ? 375 : 25;
            assertEquals(expected, land.areaOf(parcel.id()).squareMetres(), 1e-9);
        }
    }

    /**
     * A square of 20 m with faults put in by hand: one middle line 4 cm short, one 5 cm over, one line drawn twice, one
     * that crosses without a node, one that hangs loose, one that ties an island.
     */
    private void faulty() {
        line(10, 0, 0, 20, 0, 20, 20, 0, 20, 0, 0);
        line(10, 5, 0, 5, 19.96);
        line(10, 15, 0, 15, 20.05);
        line(10, 0, 10, 20, 10);
        line(10, 15, 0, 15, 10);
        line(10, 20, 20, 30, 30);
        line(10, 17, 3, 18, 3, 18, 4, 17, 3);
        line(10, 18, 3, 20, 0);
    }

    @Test
    void faultsOfADrawingAreListedWithTheirSizes() {
        faulty();
        LineworkBuild built = build();
        assertEquals(
                Map.of(
                        "line-falls-short", 1,
                        "line-runs-over", 1,
                        "line-drawn-twice", 1,
                        "lines-cross", 2,
                        "line-end-loose", 1,
                        "line-within-parcel", 1),
                codes(built));
        assertEquals(0.04, (Double) first(built, "line-falls-short").arguments().get(0), 1e-9);
        assertEquals(E + 5, first(built, "line-falls-short").place().east());
        assertEquals(0.05, (Double) first(built, "line-runs-over").arguments().get(0), 1e-9);
        assertEquals(
                Math.hypot(10, 10),
                (Double) first(built, "line-end-loose").arguments().get(0),
                1e-9);
        // Lower row cut at 5 and 15, upper row at 15 only, and the island.
        assertEquals(6, built.report().faces());
        assertEquals(0, built.report().moves().count());
        assertEquals(2, built.report().left().count());
        assertEquals(
                List.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 0), built.report().left().bins());
    }

    @Test
    void withinTheToleranceEndsAreClosedAndNothingMovesFarther() {
        faulty();
        LineworkBuild built = build(0.045, 0.1);
        assertEquals(1, built.report().moves().count());
        assertEquals(0.04, built.report().moves().largestMetres(), 1e-9);
        assertEquals(7, built.report().faces());
        assertEquals(1, built.report().count("line-point-moved"));
        assertEquals(0, built.report().count("line-falls-short"));
        assertEquals(1, built.report().count("line-runs-over"));
        LineworkBuild wider = build(0.06, 0.1);
        assertEquals(2, wider.report().moves().count());
        assertEquals(0, wider.report().count("line-runs-over"));
        assertEquals(7, wider.report().faces());
    }

    @Test
    void pointsNearlyOnOneAnotherBecomeOneWithinTheTolerance() {
        line(10, 0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
        line(10, 10.02, 0, 20, 0, 20, 10, 10.02, 10, 10.02, 0);
        assertEquals(0, land(build()).sharedSideCount());
        LineworkBuild built = build(0.03, 0.1);
        Fabric land = land(built);
        assertEquals(1, land.sharedSideCount());
        assertEquals(6, land.cornerCount());
        assertEquals(2, built.report().moves().count());
        assertEquals(0.02, built.report().moves().largestMetres(), 1e-9);
    }

    @Test
    void theEndsOfAShortSideStayApart() {
        line(10, 0, 0, 10, 0, 10, 10, 9.95, 10, 0, 10, 0, 0);
        LineworkBuild built = build(0.1, 0.1);
        assertEquals(5, land(built).cornerCount());
        assertEquals(0, built.report().moves().count());
    }

    @Test
    void linesNobodyCanReadLeaveTheRest() {
        twoSquares();
        line(10, Double.NaN, 0, 5, 5);
        line(10, 0, 0, 200_000, 0);
        LineworkBuild built = build();
        assertEquals(1, built.report().count("coordinate-not-finite"));
        assertEquals(1, built.report().count("line-too-long"));
        assertEquals(2, built.report().faces());
    }

    @Test
    void nothingGivesNothing() {
        LineworkBuild built = build();
        assertEquals(0, built.report().faces());
        assertNotNull(built.land());
    }
}
