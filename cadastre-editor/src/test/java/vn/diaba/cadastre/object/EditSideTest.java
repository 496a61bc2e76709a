package vn.diaba.cadastre.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

class EditSideTest {
    private static final IdBlock IDS = IdBlock.seeded(4);

    private final Fabric land = TestFabrics.twoNeighbours();
    private final Parcel parcel = land.parcelAt(0);
    private final Ring ring = parcel.faces().get(0).shell();
    private final SideKey side = new SideKey(ring.at(0), ring.at(1));

    private String refused(Fabric on, SideKey key, Map<String, String> values) {
        return assertThrows(ImpossibleEditException.class, () -> new EditSide(key, values, IDS).plan(on))
                .code();
    }

    @Test
    void factsOfASideAreSetAndForgotten() throws Exception {
        ChangeSet act = new EditSide(
                        side, Map.of("line", "23", "along", "tường", "wallOf", "thửa 12", "agreement", "agreed"), IDS)
                .plan(land);
        Fabric now = land.apply(act);
        SideFacts facts = now.findSide(side).orElseThrow();
        assertEquals(new SideFacts(23, "tường", "thửa 12", SideFacts.Agreement.AGREED), facts);
        assertEquals(
                List.of("23", "tường", "thửa 12", "agreed"),
                EditSide.NAMES.stream().map(name -> EditSide.text(facts, name)).toList());
        assertEquals(land, now.apply(act.inverse(new UUID(1, 1))));
        ChangeSet plain =
                new EditSide(side, Map.of("line", "", "along", "", "wallOf", "", "agreement", ""), IDS).plan(now);
        assertEquals(land, now.apply(plain), "a side of which nothing is known has no record");
    }

    @Test
    void whatIsNoSideOrNoValueIsRefused() {
        CornerId far = ring.at(2);
        assertEquals("side-unknown", refused(land, new SideKey(ring.at(0), far), Map.of("line", "23")), "a diagonal");
        assertEquals(
                "corner-unknown", refused(land, new SideKey(ring.at(0), new CornerId(5, 5)), Map.of("line", "23")));
        assertEquals("attribute-not-valid", refused(land, side, Map.of("line", "14")));
        assertEquals("attribute-not-valid", refused(land, side, Map.of("line", "x")));
        assertEquals("attribute-not-valid", refused(land, side, Map.of("agreement", "maybe")));
        assertEquals("attribute-unknown", refused(land, side, Map.of("colour", "1")));
        assertEquals("nothing-to-do", refused(land, side, Map.of("along", "")));
    }

    @Test
    void theSideOfAFrozenParcelStays() throws Exception {
        Fabric frozen = land.apply(new EditAttributes(parcel.id(), Map.of("state", "frozen"), IDS).plan(land));
        assertEquals("parcel-frozen", refused(frozen, side, Map.of("line", "23")));
    }
}
