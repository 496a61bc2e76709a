package vn.diaba.cadastre.corner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.diaba.cadastre.corner.CornerTests.after;
import static vn.diaba.cadastre.corner.CornerTests.at;
import static vn.diaba.cadastre.corner.CornerTests.norm;
import static vn.diaba.cadastre.corner.CornerTests.openSides;
import static vn.diaba.cadastre.corner.CornerTests.refusal;
import static vn.diaba.cadastre.corner.CornerTests.side;
import static vn.diaba.cadastre.corner.CornerTests.wkt;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;

class InOneActTest {
    /** A parcel whose corner (9, 5) ends 1 m before the neighbour's side from (10, 0) to (10, 10). */
    private final Fabric apart =
            TestFabrics.fromWkt("POLYGON ((0 0, 9 5, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");

    private InOneAct attach() {
        EastNorth foot = new EastNorth(10, 5);
        EditCommand move = new MoveCorner(at(apart, 9, 5), foot, IdBlock.seeded(1));
        EditCommand insert = new InsertCorner(side(apart, 10, 0, 10, 10), foot, Resurvey.NOTHING, IdBlock.seeded(2));
        return new InOneAct("attach-corner", List.of(move, insert));
    }

    @Test
    void aLaterPartSeesWhatTheEarlierDid() throws Exception {
        Fabric land = after(apart, attach());
        assertEquals(norm("POLYGON ((0 0, 10 5, 0 10, 0 0))"), wkt(land, "1"));
        assertEquals(norm("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))"), wkt(land, "2"));
        assertEquals(2, land.parcelsAt(at(land, 10, 5)).size());
        assertEquals("attach-corner", attach().plan(apart).label());
    }

    @Test
    void thereAndBackIsNothing() {
        EditCommand there = new MoveCorner(at(apart, 9, 5), new EastNorth(8, 5), IdBlock.seeded(1));
        EditCommand back = new MoveCorner(at(apart, 9, 5), new EastNorth(9, 5), IdBlock.seeded(2));
        assertEquals("nothing-to-do", refusal(apart, new InOneAct("move-corners", List.of(there, back))));
        assertEquals("nothing-to-do", refusal(apart, new InOneAct("move-corners", List.of())));
    }

    @Test
    void onePartWithoutMeaningStopsAll() {
        Fabric grid = TestFabrics.grid(2, 2);
        EditCommand end = new RemoveCorner(at(grid, 0, 0), IdBlock.seeded(1));
        EditCommand cross = new RemoveCorner(at(grid, 10, 10), IdBlock.seeded(2));
        assertEquals("side-ends-there", refusal(grid, new InOneAct("remove-corners", List.of(end, cross))));
        assertEquals(8, openSides(grid));
    }
}
