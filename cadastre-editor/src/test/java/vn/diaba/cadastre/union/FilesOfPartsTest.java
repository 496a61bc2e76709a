package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;

/** What becomes of the files and papers of parcels that end. */
class FilesOfPartsTest {
    private static Attachment picture(Fabric land, String number) {
        UUID of = TestLand.id(land, number).uuid();
        return new Attachment(new UUID(8, of.hashCode()), of, number + ".jpg", "image/jpeg", 7, "ab".repeat(32), "");
    }

    /** Two parcels side by side, each with a picture, and a paper about the first. */
    private static Fabric pictured() {
        Fabric land = TestFabrics.grid(2, 1);
        List<Change> changes = new ArrayList<>();
        for (String number : List.of("1", "2")) {
            Attachment one = picture(land, number);
            changes.add(new Change.RecordChange(one.id(), null, one));
        }
        Paper paper = Paper.of(new UUID(5, 1), "GCN", "AA 00476432").about(List.of(TestLand.id(land, "1")));
        changes.add(new Change.RecordChange(paper.id(), null, paper));
        return land.apply(ChangeSet.planned(new UUID(8, 1), "attach", changes));
    }

    private static void keepsTheirs(Fabric before, Fabric after, String number) {
        ParcelId id = TestLand.id(before, number);
        assertFalse(after.parcel(id).isLive());
        assertEquals(List.of(picture(before, number)), after.attachmentsOf(id.uuid()));
        assertEquals(before.papersOf(id), after.papersOf(id));
    }

    @Test
    void aRetiredParcelKeepsItsFiles() throws Exception {
        Fabric land = pictured();
        EditCommand command = new RetireParcel(TestLand.id(land, "1"), "sông lở", TestLand.DAY, IdBlock.seeded(5));
        Fabric after = TestLand.done(land, command);
        keepsTheirs(land, after, "1");
        assertEquals(land.attachments(), after.attachments());
    }

    @Test
    void mergedPartsKeepTheirFilesAndTheWholeBeginsWithoutAny() throws Exception {
        Fabric land = pictured();
        EditCommand command = new MergeParcels(TestLand.ids(land, "1", "2"), "", TestLand.DAY, IdBlock.seeded(5));
        Fabric after = TestLand.done(land, command);
        keepsTheirs(land, after, "1");
        keepsTheirs(land, after, "2");
        Parcel whole = TestFabrics.live(after).get(0);
        assertEquals(List.of(), after.attachmentsOf(whole.id().uuid()));
        assertEquals(TestLand.ids(land, "1", "2"), whole.parents(), "which lead to the files");
    }
}
