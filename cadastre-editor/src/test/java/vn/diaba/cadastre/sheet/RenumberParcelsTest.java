package vn.diaba.cadastre.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelSet;

class RenumberParcelsTest {
    private static final IdBlock IDS = IdBlock.seeded(31);
    private static final ZigZag ROWS = new ZigZag(10, true);

    private static RenumberParcels command(@Nullable String sheet, ZigZag order, boolean all) {
        return new RenumberParcels(ParcelSet.SURVEYED, null, sheet, order, all, IDS);
    }

    private static Fabric after(Fabric land, EditCommand command) {
        try {
            ChangeSet act = command.plan(land);
            Fabric next = land.apply(act);
            assertEquals(land, next.apply(act.inverse(new UUID(1, 1))));
            return next;
        } catch (ImpossibleEditException e) {
            throw new AssertionError(e);
        }
    }

    private static Fabric set(Fabric land, String number, String name, String value) {
        return after(
                land,
                new EditAttributes(TestFabrics.byNumber(land, number).id(), Map.of(name, value), IdBlock.seeded(32)));
    }

    /** The number of the parcel at a place. */
    private static String at(Fabric land, double east, double north) {
        return land.parcel(land.index().parcelsAt(new EastNorth(east, north)).get(0))
                .number()
                .number();
    }

    @Test
    void numbersRunFromTheNorthInBandsThereAndBackAgain() {
        // grid(3, 2) is numbered from the south; the bands of 10 m are its rows
        Fabric land = TestFabrics.grid(3, 2);
        Fabric zigzag = after(land, command("1", ROWS, true));
        assertEquals(
                List.of("1", "2", "3", "6", "5", "4"),
                List.of(
                        at(zigzag, 5, 15),
                        at(zigzag, 15, 15),
                        at(zigzag, 25, 15),
                        at(zigzag, 5, 5),
                        at(zigzag, 15, 5),
                        at(zigzag, 25, 5)));
        Fabric forward = after(land, command("1", new ZigZag(10, false), true));
        assertEquals(List.of("4", "5", "6"), List.of(at(forward, 5, 5), at(forward, 15, 5), at(forward, 25, 5)));
        Fabric oneBand = after(land, command("1", new ZigZag(100, true), true));
        assertEquals(List.of("1", "2", "3"), List.of(at(oneBand, 5, 15), at(oneBand, 5, 5), at(oneBand, 15, 15)));
    }

    @Test
    void aParcelKeepsItsFormerNumberAsTheOldOne() {
        Fabric next = after(TestFabrics.grid(3, 2), command("1", ROWS, true));
        Parcel first = TestFabrics.byNumber(next, "1");
        assertEquals(
                List.of("1", "4"),
                List.of(first.facts().oldSheet(), first.facts().oldNumber()));
    }

    @Test
    void withoutMoreOnlyThoseWithoutANumberGetTheNextOnes() {
        Fabric land = set(set(TestFabrics.grid(3, 2), "2", "number", ""), "5", "number", "TẠM");
        RenumberParcels command = command("1", ROWS, false);
        assertEquals(
                List.of("TẠM 7", " 8"),
                command.table(land).stream()
                        .map(row -> row.before().number() + " " + row.after().number())
                        .toList());
        Fabric next = after(land, command);
        assertEquals(List.of("7", "8", "1"), List.of(at(next, 15, 15), at(next, 15, 5), at(next, 5, 5)));
    }

    @Test
    void numbersOfRetiredParcelsAreNeverUsedAgain() throws Exception {
        Fabric land = TestFabrics.grid(3, 2);
        Parcel gone = TestFabrics.byNumber(land, "2");
        var lineage = new vn.diaba.cadastre.command.Lineage(land, IDS);
        lineage.retire(gone, java.time.LocalDate.of(2026, 1, 1));
        Fabric retired = land.apply(ChangeSet.planned(IDS.uuid(0), "merge-parcels", lineage.changes()));
        Fabric next = after(retired, command("1", ROWS, true));
        assertEquals(1, RenumberParcels.retired(retired, "", "01"));
        assertEquals(
                List.of("1", "3", "4", "6", "5"),
                List.of(at(next, 5, 15), at(next, 15, 15), at(next, 25, 15), at(next, 5, 5), at(next, 25, 5)));
    }

    @Test
    void eachSheetHasNumbersOfItsOwn() {
        Fabric land = set(TestFabrics.grid(3, 1), "3", "sheet", "2");
        Fabric next = after(set(land, "3", "number", "x"), command(null, ROWS, false));
        assertEquals("1", at(next, 25, 5));
        assertEquals("2", TestFabrics.byNumber(next, "2").number().number());
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        Fabric land = TestFabrics.grid(3, 1);
        assertEquals(
                "nothing-to-do",
                assertThrows(ImpossibleEditException.class, () -> command("1", ROWS, false)
                                .plan(land))
                        .code());
        assertEquals(
                "sheet-without-parcels",
                assertThrows(ImpossibleEditException.class, () -> command("9", ROWS, false)
                                .plan(land))
                        .code());
        Fabric frozen = set(set(land, "1", "number", ""), "2", "state", "frozen");
        assertEquals("4", at(after(frozen, command("1", ROWS, false)), 5, 5));
        assertEquals(
                "parcel-frozen",
                assertThrows(ImpossibleEditException.class, () -> command("1", new ZigZag(1, true), true)
                                .plan(set(TestFabrics.grid(1, 3), "1", "state", "frozen")))
                        .code());
    }

    @Test
    void lettersAfterANumberAreLawful() {
        assertEquals(
                List.of(true, true, true, false, false, false),
                List.of("12", "012", "12a", "", "0", "TẠM1").stream()
                        .map(RenumberParcels::isLawful)
                        .toList());
    }

    @Test
    void inAPartOfASheetOnlyReservedNumbersAreGiven() {
        NumberReserve reserve = new NumberReserve();
        Fabric part = TestFabrics.grid(3, 2).numbered(reserve);
        String commune = TestFabrics.byNumber(part, "1").number().commune();
        reserve.renew(List.of(new NumberReserve.Run(commune, "1", 201, 205)), true);
        ImpossibleEditException few = assertThrows(
                ImpossibleEditException.class, () -> command("1", ROWS, true).plan(part));
        assertEquals("numbers-too-few", few.code());
        assertEquals(List.of("1", 6, 5L), few.arguments());
        assertEquals(5, NumberReserve.of(part, commune, "1"));

        reserve.renew(
                List.of(new NumberReserve.Run(commune, "1", 201, 204), new NumberReserve.Run(commune, "1", 301, 305)),
                true);
        Fabric next = after(part, command("1", ROWS, true));
        assertEquals(
                List.of("201", "202", "203", "302", "301", "204"),
                List.of(
                        at(next, 5, 15),
                        at(next, 15, 15),
                        at(next, 25, 15),
                        at(next, 5, 5),
                        at(next, 15, 5),
                        at(next, 25, 5)));
        assertEquals(3, NumberReserve.of(next, commune, "1"));
    }
}
