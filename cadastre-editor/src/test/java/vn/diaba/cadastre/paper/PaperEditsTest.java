package vn.diaba.cadastre.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;

class PaperEditsTest {
    private static final IdBlock IDS = new IdBlock(7, 100);
    private static final UUID ID = new UUID(5, 1);
    private static final Party HOA = new Party(new UUID(6, 1), "Lê Thị Hoa", "", "GDC", "");
    private static final Paper GCN = Paper.of(ID, "GCN", "AA 00476432");
    private static final String HASH = "ab".repeat(32);
    private static final Attachment SCAN =
            new Attachment(new UUID(5, 9), ID, "AA 00476432-GCN.pdf", "application/pdf", 7, HASH, "");

    private static Fabric after(Fabric land, EditCommand... commands) throws ImpossibleEditException {
        Fabric now = land;
        for (EditCommand command : commands) {
            now = now.apply(command.plan(now));
        }
        return now;
    }

    private static Fabric withHoa() {
        Change party = new Change.RecordChange(HOA.id(), null, HOA);
        return Fabric.empty().apply(ChangeSet.planned(new UUID(1, 1), "add", List.of(party)));
    }

    private static String refused(Fabric land, EditCommand command) {
        return assertThrows(ImpossibleEditException.class, () -> command.plan(land))
                .code();
    }

    @Test
    void aPaperIsRegisteredAlteredAndRemovedWithWhatIsAttachedToIt() throws Exception {
        Fabric one = after(withHoa(), new AddPaper(GCN.naming(List.of(HOA.id())), IDS));
        Paper issued = one.papers().get(0).issuedBy("UBND thị xã", LocalDate.of(2019, 5, 2), "CH 01234");
        Fabric two = after(one, new EditPaper(issued, IDS), new AddAttachment(SCAN, IDS));
        assertEquals(List.of(issued), two.papers());
        assertEquals(List.of(SCAN), two.attachmentsOf(ID));
        assertEquals("nothing-to-do", refused(two, new EditPaper(issued, IDS)));
        ChangeSet gone = new RemovePaper(ID, IDS).plan(two);
        Fabric none = two.apply(gone);
        assertEquals(List.of(), none.papers());
        assertEquals(List.of(), none.attachments());
        assertEquals(two, none.apply(gone.inverse(new UUID(1, 9))), "taken back as one step");
    }

    @Test
    void aNumberIsRegisteredOnceHoweverItIsSpaced() throws Exception {
        Fabric land = after(Fabric.empty(), new AddPaper(GCN, IDS));
        UUID other = new UUID(5, 2);
        assertEquals("paper-number-taken", refused(land, new AddPaper(Paper.of(other, "gcn", "aa00476432"), IDS)));
        assertEquals(
                2,
                after(land, new AddPaper(Paper.of(other, "QD", "AA 00476432"), IDS))
                        .papers()
                        .size());
        Fabric unnumbered = after(land, new AddPaper(Paper.of(other, "HD", ""), IDS));
        assertEquals(
                3,
                after(unnumbered, new AddPaper(Paper.of(new UUID(5, 3), "HD", ""), IDS))
                        .papers()
                        .size());
    }

    @Test
    void aNumberIsTheSameHoweverItsLettersAreComposed() throws Exception {
        Fabric land = after(Fabric.empty(), new AddPaper(Paper.of(ID, "GCN", "BẤ 12-3"), IDS));
        String apart = Normalizer.normalize("bấ12-3", Normalizer.Form.NFD);
        assertEquals("paper-number-taken", refused(land, new AddPaper(Paper.of(new UUID(5, 2), "GCN", apart), IDS)));
        for (String other : new String[] {"BẤ 12-34", "BẤ 2-3", "BẤ", "BA 12-3", "BẤ 123"}) {
            assertEquals(
                    2,
                    after(land, new AddPaper(Paper.of(new UUID(5, 2), "GCN", other), IDS))
                            .papers()
                            .size());
        }
    }

    /** As two offices may bring it about who give one number before they meet. */
    @Test
    void aPaperWhoseNumberIsTwofoldAlreadyCanBeAlteredOtherwise() throws Exception {
        Paper twin = Paper.of(new UUID(5, 2), "GCN", "aa00476432");
        Fabric land = Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1),
                        "merge",
                        List.of(
                                new Change.RecordChange(ID, null, GCN),
                                new Change.RecordChange(twin.id(), null, twin))));
        Paper remarked = twin.remarked("bản sao");
        assertEquals(2, after(land, new EditPaper(remarked, IDS)).papers().size());
    }

    @Test
    void aPaperCitesOnlyWhatIsThereButMayKeepWhatItCited() throws Exception {
        assertEquals("paper-type-missing", refused(Fabric.empty(), new AddPaper(Paper.of(ID, " ", "1"), IDS)));
        Paper lost = GCN.about(List.of(new ParcelId(1, 2)));
        assertEquals("parcel-unknown", refused(Fabric.empty(), new AddPaper(lost, IDS)));
        Paper foreign = GCN.naming(List.of(new UUID(6, 6)));
        assertEquals("party-unknown", refused(Fabric.empty(), new AddPaper(foreign, IDS)));
        Fabric part = Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1),
                        "take",
                        List.of(new Change.RecordChange(ID, null, lost.naming(foreign.holders())))));
        Paper remarked = part.papers().get(0).remarked("bản sao");
        assertEquals(
                List.of(remarked), after(part, new EditPaper(remarked, IDS)).papers());
    }

    @Test
    void aFileIsAttachedToWhatIsThereUnderANameFilesCanHave() throws Exception {
        assertEquals("attachment-of-unknown", refused(Fabric.empty(), new AddAttachment(SCAN, IDS)));
        Fabric land = after(Fabric.empty(), new AddPaper(GCN, IDS));
        assertEquals("attachment-name-wrong", refused(land, new AddAttachment(SCAN.described("../x", ""), IDS)));
        Fabric attached = after(land, new AddAttachment(SCAN, IDS));
        assertEquals("attachment-name-wrong", refused(attached, new EditAttachment(SCAN.id(), "CON", "", IDS)));
        assertEquals("nothing-to-do", refused(attached, new EditAttachment(SCAN.id(), SCAN.name(), "", IDS)));
        Fabric renamed = after(attached, new EditAttachment(SCAN.id(), "trang 1.pdf", "mờ", IDS));
        assertEquals(List.of(SCAN.described("trang 1.pdf", "mờ")), renamed.attachments());
        assertEquals(
                List.of(), after(renamed, new RemoveAttachment(SCAN.id(), IDS)).attachments());
        assertEquals("attachment-unknown", refused(land, new RemoveAttachment(SCAN.id(), IDS)));
        assertEquals("paper-unknown", refused(Fabric.empty(), new RemovePaper(ID, IDS)));
    }
}
