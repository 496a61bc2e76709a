package vn.diaba.cadastre.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.record.Party;

class EditAttributesTest {
    private static Fabric set(Fabric land, String name, String value) throws ImpossibleEditException {
        Parcel parcel = TestFabrics.byNumber(land, "1");
        return land.apply(new EditAttributes(parcel.id(), Map.of(name, value), IdBlock.seeded(4)).plan(land));
    }

    @Test
    void everyAttributeThatCanBeSetReadsBack() throws Exception {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("landUse", "ONT+CLN");
        values.put("legalLandUse", "ONT");
        values.put("legalArea", "245.8");
        values.put("oldSheet", "7");
        values.put("oldNumber", "12a");
        values.put("commune", "25747");
        values.put("address", "12 đường Không Tên");
        values.put("state", "disputed");
        values.put("ghi_chu", "đã đo lại");
        for (Map.Entry<String, String> value : values.entrySet()) {
            Fabric land = set(TestFabrics.twoNeighbours(), value.getKey(), value.getValue());
            assertEquals(value.getValue(), ParcelAttributes.text(TestFabrics.byNumber(land, "1"), value.getKey()));
        }
    }

    @Test
    void theLandUserIsAPartyWithARight() throws Exception {
        Fabric land = set(TestFabrics.twoNeighbours(), "landUser", "Trần Văn Không");
        Parcel one = TestFabrics.byNumber(land, "1");
        Party party =
                (Party) land.findRecord(land.rightsOf(one.id()).get(0).party()).orElseThrow();
        assertEquals("Trần Văn Không", party.name());
        Fabric renamed = land.apply(
                new EditAttributes(one.id(), Map.of("landUser", "Trần Văn Có"), IdBlock.seeded(6)).plan(land));
        assertEquals(1, renamed.rightsOf(one.id()).size());
    }

    @Test
    void computedUnknownAndBadValuesAreRefused() {
        assertEquals("attribute-computed", refused("area", "12"));
        assertEquals("attribute-computed", refused("code", "w3gy6ytmny8f"));
        assertEquals("attribute-unknown", refused("màu", "xanh"));
        assertEquals("attribute-not-valid", refused("legalArea", "nhiều"));
        assertEquals("attribute-not-valid", refused("state", "sold"));
        assertEquals("nothing-to-do", refused("landUse", "ODT"));
    }

    private static String refused(String name, String value) {
        Fabric land = TestFabrics.twoNeighbours();
        return assertThrows(ImpossibleEditException.class, () -> set(land, name, value))
                .code();
    }

    @Test
    void onlyTheStateOfAFrozenParcelCanBeSet() throws Exception {
        Fabric frozen = set(TestFabrics.twoNeighbours(), "state", "frozen");
        assertThrows(ImpossibleEditException.class, () -> set(frozen, "landUse", "CLN"));
        assertEquals(
                List.of("normal"),
                List.of(ParcelAttributes.text(TestFabrics.byNumber(set(frozen, "state", "normal"), "1"), "state")));
    }

    @Test
    void aCornerOfAFrozenParcelDoesNotMove() throws Exception {
        Fabric frozen = set(TestFabrics.twoNeighbours(), "state", "frozen");
        var corner = frozen.index().nearestCorner(new EastNorth(10, 0), 1).orElseThrow();
        ImpossibleEditException e = assertThrows(
                ImpossibleEditException.class,
                () -> new MoveCorner(corner.id(), new EastNorth(11, 0), IdBlock.seeded(1)).plan(frozen));
        assertEquals("parcel-frozen", e.code());
    }
}
