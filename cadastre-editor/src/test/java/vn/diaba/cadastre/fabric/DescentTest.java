package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

class DescentTest {
    private static Parcel child(Parcel of, long id) {
        return new Parcel(
                new ParcelId(7, id),
                of.set(),
                of.number(),
                of.facts(),
                of.faces(),
                of.lifespan(),
                List.of(of.id()),
                null);
    }

    private static ChangeSet add(Parcel... parcels) {
        List<Change> changes = new ArrayList<>();
        for (Parcel parcel : parcels) {
            changes.add(new Change.ParcelChange(parcel.id(), null, parcel));
        }
        return ChangeSet.planned(UUID.randomUUID(), "split-parcel", changes);
    }

    /** The index asked for before an act, after it, and of a fabric that never had one must agree. */
    @Test
    void childrenAreKnownThroughActsAndUndo() {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel parent = TestFabrics.byNumber(land, "1");
        assertEquals(List.of(), land.childrenOf(parent.id()));
        ChangeSet act = add(child(parent, 1), child(parent, 2));
        Fabric split = land.apply(act);
        assertEquals(List.of(new ParcelId(7, 1), new ParcelId(7, 2)), split.childrenOf(parent.id()));
        Fabric back = split.apply(act.inverse(UUID.randomUUID()));
        assertEquals(List.of(), back.childrenOf(parent.id()));
        Fabric fresh = TestFabrics.twoNeighbours().apply(act);
        assertEquals(2, fresh.childrenOf(parent.id()).size());
    }
}
