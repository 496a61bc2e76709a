package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** One who is not shown persons edits land; nobody's persons are blanked by it, here or there. */
abstract class MaskedReaderContract {
    static final int ZONE = 25747;

    @TempDir
    Path base;

    /** The land database for one who may do all; called first. */
    abstract LandDatabase whole(UUID client) throws Exception;

    /** The same for one who may write and is not shown persons; called once the zone is there. */
    abstract LandDatabase masked(UUID client) throws Exception;

    private static SyncOutcome sync(TestDesk desk, LandDatabase line) throws Exception {
        return desk.engine(line).run(ZONE, Resolution.ASK, Progress.NONE);
    }

    private static void edit(TestDesk desk, int slot, UnaryOperator<Parcel> how) throws Exception {
        Parcel parcel = desk.fabric().parcelAt(slot);
        desk.edit(ChangeSet.planned(
                UUID.randomUUID(),
                "edit-attributes",
                List.of(new Change.ParcelChange(parcel.id(), parcel, how.apply(parcel)))));
    }

    private static UnaryOperator<Parcel> numbered(String number) {
        return parcel -> parcel.withNumber(new ParcelNumber("25747", "77", number));
    }

    private static UnaryOperator<Parcel> at(String address) {
        return parcel -> {
            ParcelFacts f = parcel.facts();
            return parcel.withFacts(new ParcelFacts(
                    f.code(),
                    f.sourceId(),
                    f.landUses(),
                    f.legalLandUses(),
                    f.legalArea(),
                    f.state(),
                    f.oldSheet(),
                    f.oldNumber(),
                    address,
                    f.extras()));
        };
    }

    @Test
    void anEditOfOneWhoSeesNoPersonsLeavesThemAsTheyAre() throws Exception {
        try (TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk blind = new TestDesk(base.resolve("blind"))) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 2, 1), 1));
            an.engine(whole(an.store().id())).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
            LandDatabase all = whole(an.store().id());
            LandDatabase some = masked(blind.store().id());
            sync(blind, some);
            ParcelFacts known = an.fabric().parcelAt(0).facts();
            assertTrue(known.address().contains("Chim"));
            assertEquals("", blind.fabric().parcelAt(0).facts().address());

            edit(blind, 0, numbered("101"));
            SyncOutcome sent = sync(blind, some);
            assertTrue(sent instanceof SyncOutcome.Synced, sent.toString());
            sync(an, all);
            Parcel here = an.fabric().parcel(blind.fabric().parcelAt(0).id());
            assertEquals("101", here.number().number());
            assertEquals(known, here.facts(), "address and further columns");

            edit(an, 0, at("34 đường Mới"));
            edit(an, 1, at(""));
            sync(an, all);
            sync(blind, some);
            edit(blind, 0, numbered("102"));
            edit(blind, 1, numbered("103"));
            sync(blind, some);
            edit(an, 2, numbered("104"));
            SyncOutcome met = sync(an, all);
            assertFalse(met instanceof SyncOutcome.NeedsDecision, met.toString());
            assertEquals("34 đường Mới", an.fabric().parcelAt(0).facts().address());
            assertEquals("102", an.fabric().parcelAt(0).number().number());
            assertEquals("", an.fabric().parcelAt(1).facts().address(), "what was taken away on purpose stays away");
            assertEquals(all.snapshot(ZONE).land(), an.fabric());
            sync(blind, some);
            assertEquals(0, blind.store().sync().unsent());
            assertEquals(
                    an.fabric().parcelAt(2).number(), blind.fabric().parcelAt(2).number());
        }
    }

    @Test
    void oneWhoMayNotSeePersonsAnyMoreKeepsThoseHeHas() throws Exception {
        try (TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk late = new TestDesk(base.resolve("late"))) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 2, 1), 1));
            an.engine(whole(an.store().id())).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
            LandDatabase all = whole(an.store().id());
            LandDatabase before = whole(late.store().id());
            sync(late, before);
            LandDatabase after = masked(late.store().id());
            edit(an, 0, numbered("201"));
            sync(an, all);
            sync(late, after);
            assertEquals("201", late.fabric().parcelAt(0).number().number());
            assertEquals(
                    an.fabric().parcelAt(0).facts(), late.fabric().parcelAt(0).facts());
        }
    }
}
