package vn.diaba.cadastre.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

class CaseEditsTest {
    private static final UUID ID = new UUID(5, 1);
    private static final IdBlock IDS = new IdBlock(7, 100);
    private static final CaseFile FILE = CaseFile.opened(ID, "0123/2026", "TN", List.of());

    private static Fabric after(Fabric land, EditCommand... commands) throws ImpossibleEditException {
        Fabric now = land;
        for (EditCommand command : commands) {
            ChangeSet act = command.plan(now);
            assertEquals(ID, act.caseId(), "the act is part of its case");
            now = now.apply(act);
        }
        return now;
    }

    private static String refused(Fabric land, EditCommand command) {
        return assertThrows(ImpossibleEditException.class, () -> command.plan(land))
                .code();
    }

    private static CaseFile only(Fabric land) {
        return land.cases().get(0);
    }

    @Test
    void aCaseIsOpenedHandedInGivenBackAndHandedInAgain() throws Exception {
        Fabric open = after(Fabric.empty(), new OpenCase(FILE, IDS));
        assertEquals(List.of(FILE), open.cases());
        Fabric back = after(open, new HandInCase(ID, IDS), new ReturnCase(ID, " thiếu chữ ký ", IDS));
        assertEquals(FILE.turned(CaseFile.State.RETURNED, "thiếu chữ ký"), only(back));
        assertEquals(
                CaseFile.State.HANDED_IN,
                only(after(back, new HandInCase(ID, IDS))).state());
    }

    @Test
    void onlyWhatIsWorkedOnIsHandedInAndOnlyWhatIsHandedInIsGivenBack() throws Exception {
        Fabric open = after(Fabric.empty(), new OpenCase(FILE, IDS));
        assertEquals("case-not-handed-in", refused(open, new ReturnCase(ID, "sai", IDS)));
        Fabric done = after(open, new HandInCase(ID, IDS));
        assertEquals("case-not-worked-on", refused(done, new HandInCase(ID, IDS)));
        assertEquals("case-needs-reason", refused(done, new ReturnCase(ID, " ", IDS)));
        assertEquals("case-unknown", refused(done, new HandInCase(new UUID(5, 2), IDS)));
    }

    @Test
    void aNumberIsGivenOnceInWhateverLetters() throws Exception {
        Fabric open = after(Fabric.empty(), new OpenCase(CaseFile.opened(ID, "H24/đ", "TN", List.of()), IDS));
        UUID other = new UUID(5, 2);
        assertEquals(
                "case-number-taken",
                refused(open, new OpenCase(CaseFile.opened(other, " h24/Đ", "TN", List.of()), IDS)));
        assertEquals(
                "case-number-missing", refused(open, new OpenCase(CaseFile.opened(other, " ", "TN", List.of()), IDS)));
    }

    @Test
    void aCaseCannotCiteWhatNeverWasOrBeDueBeforeItCame() throws Exception {
        CaseFile lost = FILE.about(List.of(new ParcelId(1, 2)));
        assertEquals("parcel-unknown", refused(Fabric.empty(), new OpenCase(lost, IDS)));
        LocalDate day = LocalDate.of(2026, 11, 2);
        assertEquals(
                "case-due-before-received",
                refused(Fabric.empty(), new OpenCase(FILE.dated(day, day.minusDays(1)), IDS)));
    }

    @Test
    void anEditLeavesTheStateAlone() throws Exception {
        Fabric done = after(Fabric.empty(), new OpenCase(FILE, IDS), new HandInCase(ID, IDS));
        CaseFile wanted = FILE.described("bà Hoa", "gấp");
        Fabric edited = after(done, new EditCase(wanted, IDS));
        assertEquals(wanted.turned(CaseFile.State.HANDED_IN, ""), only(edited));
        assertEquals("nothing-to-do", refused(edited, new EditCase(wanted, IDS)));
    }
}
