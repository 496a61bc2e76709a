package vn.diaba.cadastre.corner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/** What the tests of this room share: finding corners by place, applying edits and holding them to their laws. */
final class CornerTests {
    static final IdBlock IDS = IdBlock.seeded(4711);

    private CornerTests() {}

    static CornerId at(Fabric land, double east, double north) {
        return land.index()
                .nearestCorner(new EastNorth(east, north), 1e-6)
                .orElseThrow()
                .id();
    }

    static SideKey side(Fabric land, double east1, double north1, double east2, double north2) {
        return new SideKey(at(land, east1, north1), at(land, east2, north2));
    }

    /** The land after an edit, whose inverse must give the land before. */
    static Fabric after(Fabric land, EditCommand command) {
        try {
            ChangeSet act = command.plan(land);
            assertEquals(act.changes(), command.plan(land).changes(), "planning is pure");
            Fabric next = land.apply(act);
            assertEquals(land, next.apply(act.inverse(new UUID(1, 1))), "the inverse restores the land");
            return next;
        } catch (ImpossibleEditException e) {
            throw new AssertionError(e);
        }
    }

    static String refusal(Fabric land, EditCommand command) {
        return assertThrows(ImpossibleEditException.class, () -> command.plan(land))
                .code();
    }

    static String wkt(Fabric land, String number) {
        return land.shapeOf(TestFabrics.byNumber(land, number).id()).norm().toText();
    }

    static String norm(String wkt) {
        return TestFabrics.byNumber(TestFabrics.fromWkt(wkt), "1") == null ? "" : wkt(TestFabrics.fromWkt(wkt), "1");
    }

    static Fabric withFacts(Fabric land, SideKey side, SideFacts facts) {
        return land.apply(ChangeSet.planned(new UUID(2, 2), "test", List.of(new Change.SideChange(side, null, facts))));
    }

    static Fabric surveyed(Fabric land, CornerId id, Observation observation) {
        Corner before = land.corner(id);
        Corner after = new Corner(id, before.position(), "mốc bê tông", observation);
        return land.apply(
                ChangeSet.planned(new UUID(2, 3), "test", List.of(new Change.CornerChange(id, before, after))));
    }

    static Fabric frozen(Fabric land, String number) throws ImpossibleEditException {
        Parcel parcel = TestFabrics.byNumber(land, number);
        return land.apply(new vn.diaba.cadastre.command.EditAttributes(
                        parcel.id(), java.util.Map.of("state", ParcelState.FROZEN.name()), IdBlock.seeded(99))
                .plan(land));
    }

    /** Sides that nobody lies across. */
    static int openSides(Fabric land) {
        int open = 0;
        var cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        open += cursor.across(r, i) < 0 ? 1 : 0;
                    }
                }
            }
        }
        return open;
    }
}
