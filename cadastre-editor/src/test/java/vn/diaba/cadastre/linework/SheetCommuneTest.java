package vn.diaba.cadastre.linework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;

class SheetCommuneTest {
    private static final String WARD = "99901";

    @Test
    void aSheetsNewParcelsCountOnWithItsOwnNumbers() {
        Fabric without = land(new ParcelNumber("", "12", "345"));
        assertEquals("", SheetCommune.of(without, WARD, "12"), "came without a commune: 346 comes next");
        assertEquals(WARD, SheetCommune.of(without, WARD, "13"), "a new sheet is the workspace's");
        Fabric with = land(new ParcelNumber(WARD, "12", "345"));
        assertEquals(WARD, SheetCommune.of(with, WARD, "12"));
    }

    @Test
    void aParcelWithoutASheetHasNoCommune() {
        assertEquals("", SheetCommune.of(Fabric.empty(), WARD, ""));
    }

    private static Fabric land(ParcelNumber number) {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(7), 0);
        double[] square = {0, 0, 10, 0, 10, 10, 0, 10, 0, 0};
        builder.add(new Draft(
                1, ParcelSet.SURVEYED, number, ParcelFacts.NONE, List.of(new Draft.DraftRing(square, true)), null));
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }
}
