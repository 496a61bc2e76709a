package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;

/** A 10 m square of ODT with a road (DGT) of 5 m south of it, cut in two by a line from north to south. */
class SplitLimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Fabric land() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((0 -5, 10 -5, 10 0, 0 0, 0 -5))");
        return land.apply(
                new EditAttributes(TestFabrics.byNumber(land, "2").id(), Map.of("landUse", "DGT"), IdBlock.seeded(4))
                        .plan(land));
    }

    private static SplitLimits.Row row(String use, double area, double front, double depth, @Nullable LocalDate to) {
        return new SplitLimits.Row("", use, area, front, depth, "QĐ 1/2026", null, to);
    }

    private static List<String> codes(SplitLimits.Row... rows) throws Exception {
        Fabric land = land();
        DivideParcel command = new DivideParcel(
                TestFabrics.byNumber(land, "1").id(),
                Shares.cutOff(30),
                new CutDirection.AcrossSide(1),
                LegalShare.PRORATED,
                DAY,
                IdBlock.seeded(7));
        return new SplitLimits(List.of(rows))
                .check(land, command.preview(land), DAY).stream()
                        .map(SplitLimits.Finding::code)
                        .toList();
    }

    @Test
    void anEmptyTableIsSaidForEveryPart() throws Exception {
        assertEquals(List.of("split-limits-none", "split-limits-none"), codes());
    }

    @Test
    void eachLimitIsComparedFromBothSides() throws Exception {
        assertEquals(List.of(), codes(row("ODT", 30, 3, 10, null)));
        assertEquals(List.of("split-area-short"), codes(row("ODT", 30.1, 3, 10, null)));
        assertEquals(List.of("split-frontage-short"), codes(row("ODT", 30, 3.01, 10, null)));
        assertEquals(List.of("split-depth-short", "split-depth-short"), codes(row("ODT", 30, 3, 10.01, null)));
    }

    @Test
    void theRowOfTheLandUseAndTheDayCounts() throws Exception {
        assertEquals(List.of(), codes(row("", 50, 0, 0, null), row("ODT", 20, 0, 0, null)));
        assertEquals(
                List.of("split-limits-none", "split-limits-none"),
                codes(row("ODT", 50, 0, 0, LocalDate.of(2025, 1, 1))));
    }
}
