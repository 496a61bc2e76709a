package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Contents of attachments between two workspaces over an embedded land database. */
class ContentSyncTest extends OnLocalAuthority {
    /** Two whole parts and a bit. */
    private static final int SCAN_BYTES = 2 * Content.PART_BYTES + 11;

    private int acts;

    private static byte[] scan(long seed) {
        byte[] bytes = new byte[SCAN_BYTES];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Attaches bytes to the first parcel. */
    private Content attach(TestDesk desk, String name, byte[] bytes) throws Exception {
        Content content = desk.store().contents().put(new ByteArrayInputStream(bytes), Content.LARGEST_BYTES);
        UUID parcel = UUID.fromString(desk.fabric().parcelAt(0).id().toString());
        Attachment file =
                new Attachment(new UUID(90, ++acts), parcel, name, "image/png", content.bytes(), content.sha256(), "");
        desk.edit(ChangeSet.planned(
                new UUID(91, acts), "add-attachment", List.of(new Change.RecordChange(file.id(), null, file))));
        return content;
    }

    private static Path sealed(TestDesk desk, Content content) {
        return desk.store().folder().resolve("attachments").resolve(content.sha256());
    }

    private void sameInBoth(Content content, byte[] bytes) throws Exception {
        assertEquals(an.fabric(), binh.fabric());
        Path file = base.resolve("out");
        binh.store().contents().copyTo(content.sha256(), file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aContentGoesWithWhatNamesItAndComesWhenAskedFor() throws Exception {
        byte[] bytes = scan(1);
        Content content = attach(an, "ảnh mốc.png", bytes);
        assertInstanceOf(SyncOutcome.Synced.class, sync(an));
        assertEquals(List.of(), authority.contents().missing(1, List.of(content)));
        sync(binh);
        assertFalse(binh.store().contents().has(content.sha256()), "not before somebody wants it");
        SyncEngine.Fetched fetched = binh.engine(authority).fetch(List.of(content, content), Progress.NONE);
        assertEquals(List.of(content), fetched.fetched());
        sameInBoth(content, bytes);
        assertEquals(
                List.of(),
                binh.engine(authority).fetch(List.of(content), Progress.NONE).fetched());
    }

    @Test
    void theFirstLoadBringsWhatItsAttachmentsName() throws Exception {
        try (TestDesk chi = new TestDesk(base.resolve("chi"));
                LocalAuthority other =
                        LocalAuthority.create(base.resolve("other"), keys, LandJudge.LENIENT, Workspaces.CLOCK)) {
            chi.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 2, 1), 1));
            Content content = attach(chi, "một.png", scan(11));
            Content gone = attach(chi, "hai.png", scan(12));
            Files.delete(sealed(chi, gone));
            ZoneSpec zone = new ZoneSpec(1, "Phường thử", 9210);
            LandDatabase older = new PassingLine(other);
            assertEquals(
                    "contents-not-kept",
                    assertThrows(RemoteException.class, () -> chi.engine(older).load(zone))
                            .code());
            chi.engine(other).load(zone);
            assertEquals(List.of(gone), other.contents().missing(1, List.of(content, gone)));
        }
    }

    @Test
    void whatIsMissingHereHoldsBackOnlyWhatNamesIt() throws Exception {
        byte[] bytes = scan(2);
        Content content = attach(an, "giấy tờ.png", bytes);
        Content other = attach(an, "ảnh khác.png", scan(3));
        Files.delete(sealed(an, content));
        SyncOutcome.Refused outcome = assertInstanceOf(SyncOutcome.Refused.class, sync(an));
        assertEquals(
                List.of("add-attachment content-missing giấy tờ.png"),
                outcome.declined().stream()
                        .map(one -> one.label() + " " + one.verdict())
                        .toList());
        assertEquals(1, outcome.receipt().pushed());
        assertEquals(List.of(content), authority.contents().missing(1, List.of(content, other)));
        an.store().contents().put(new ByteArrayInputStream(bytes), Content.LARGEST_BYTES);
        assertInstanceOf(SyncOutcome.Synced.class, sync(an));
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void aDamagedOneDoesNotGoEither() throws Exception {
        Content content = attach(an, "giấy tờ.png", scan(4));
        byte[] sealed = Files.readAllBytes(sealed(an, content));
        sealed[sealed.length - 3] ^= 1;
        Files.write(sealed(an, content), sealed);
        SyncPlan plan = an.engine(authority).plan(Resolution.ASK);
        assertEquals(List.of(1, 0), List.of(plan.blocked().size(), plan.pushes().size()));
        SyncOutcome.Refused outcome = assertInstanceOf(SyncOutcome.Refused.class, sync(an));
        assertEquals("content-damaged giấy tờ.png", outcome.declined().get(0).verdict());
        assertEquals(List.of(content), authority.contents().missing(1, List.of(content)));
    }

    @Test
    void aPlanSaysHowMuchWouldGo() throws Exception {
        attach(an, "một.png", scan(5));
        attach(an, "hai.png", scan(6));
        attach(an, "hai lần nữa.png", scan(6));
        SyncPlan plan = an.engine(authority).plan(Resolution.ASK);
        assertEquals(new SyncPlan.Files(2, 2L * SCAN_BYTES), plan.files());
        assertEquals(3, plan.pushes().size());
        sync(an);
        assertEquals(
                new SyncPlan.Files(0, 0),
                an.engine(authority).plan(Resolution.ASK).files());
    }

    @Test
    void otherWordsForAnAttachmentNeedNoContentHere() throws Exception {
        Content content = attach(an, "một.png", scan(7));
        sync(an);
        sync(binh);
        Attachment file = binh.fabric().attachments().get(0);
        binh.edit(ChangeSet.planned(
                new UUID(92, 1),
                "edit-attachment",
                List.of(new Change.RecordChange(file.id(), file, file.described("hai.png", "mờ")))));
        assertInstanceOf(SyncOutcome.Synced.class, sync(binh));
        assertFalse(binh.store().contents().has(content.sha256()));
    }

    @Test
    void whatTheLandDatabaseHasNotIsSaidAndTheRestComes() throws Exception {
        Content content = attach(an, "một.png", scan(8));
        sync(an);
        sync(binh);
        Content absent = new Content("ab".repeat(32), 5);
        SyncEngine.Fetched fetched = binh.engine(authority).fetch(List.of(absent, content), Progress.NONE);
        assertEquals(List.of(absent), fetched.gone());
        assertEquals(List.of(content), fetched.fetched());
    }

    /** Has no such calls. */
    private static final class Unknown implements Contents {
        private static RemoteException unknown(String function) {
            return new RemoteException("function-unknown", List.of(function), null);
        }

        @Override
        public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
            throw unknown("content_missing");
        }

        @Override
        public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
            throw unknown("content_bring");
        }

        @Override
        public List<Integer> settle(int zone, Content content) throws RemoteException {
            throw unknown("content_settle");
        }

        @Override
        public byte[] part(int zone, Content content, int part) throws RemoteException {
            throw unknown("content_part");
        }
    }

    /** One of a version before contents. */
    private final class Older extends PassingLine {
        private int asked;

        Older() {
            super(authority);
        }

        @Override
        public Contents contents() {
            asked++;
            return new Unknown();
        }
    }

    @Test
    void withAnOlderLandDatabaseOnlyWhatNamesContentsWaits() throws Exception {
        Older older = new Older();
        Content content = attach(an, "một.png", scan(9));
        attach(an, "hai.png", scan(10));
        ChangeSet move = an.moved(an.fabric().cornerAt(0).id(), 0.5, 0);
        an.edit(move);
        SyncPlan plan = an.engine(older).plan(Resolution.ASK);
        assertEquals(List.of(move.id()), plan.pushes());
        assertEquals(2, plan.blocked().size());
        assertEquals(new SyncPlan.Files(0, 0), plan.files());
        older.asked = 0;
        SyncOutcome.Refused outcome =
                assertInstanceOf(SyncOutcome.Refused.class, an.engine(older).run(null, Resolution.ASK, Progress.NONE));
        assertEquals(
                List.of("contents-not-kept một.png", "contents-not-kept hai.png"),
                outcome.declined().stream().map(SyncOutcome.Declined::verdict).toList());
        assertEquals(List.of(1, 1), List.of(outcome.receipt().pushed(), older.asked));
        RemoteException told =
                assertThrows(RemoteException.class, () -> binh.engine(older).fetch(List.of(content), Progress.NONE));
        assertEquals("contents-not-kept", told.code());
        assertInstanceOf(SyncOutcome.Synced.class, sync(an), "it was renewed");
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
    }

    /** Breaks before or after a call about contents, and counts the parts that pass. */
    private final class CutLine extends PassingLine implements Contents {
        private final int cutAt;
        private final boolean after;
        private int calls;
        private int parts;

        CutLine(int cutAt, boolean after) {
            super(authority);
            this.cutAt = cutAt;
            this.after = after;
        }

        private void maybe(boolean now) throws RemoteException {
            if (now == after && calls == cutAt) {
                throw new RemoteException("land-database-unreachable", List.of(), null);
            }
        }

        @Override
        public Contents contents() {
            return this;
        }

        @Override
        public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
            calls++;
            maybe(false);
            List<Content> missing = authority.contents().missing(zone, asked);
            maybe(true);
            return missing;
        }

        @Override
        public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
            calls++;
            maybe(false);
            authority.contents().bring(zone, content, part, bytes);
            parts++;
            maybe(true);
        }

        @Override
        public List<Integer> settle(int zone, Content content) throws RemoteException {
            calls++;
            maybe(false);
            List<Integer> missing = authority.contents().settle(zone, content);
            maybe(true);
            return missing;
        }

        @Override
        public byte[] part(int zone, Content content, int part) throws RemoteException {
            calls++;
            maybe(false);
            byte[] bytes = authority.contents().part(zone, content, part);
            parts++;
            maybe(true);
            return bytes;
        }
    }

    @Test
    void aSyncThatIsCutAtAnyCallGoesOnWithTheMissingParts() throws Exception {
        int cuts = 0;
        for (int cutAt = 1; cutAt <= 6; cutAt++) {
            boolean[] sides = cutAt % 3 == 0 ? new boolean[] {false, true} : new boolean[] {false};
            for (boolean after : sides) {
                byte[] bytes = scan(100 + cuts++);
                Content content = attach(an, "ảnh " + cuts + ".png", bytes);
                CutLine cut = new CutLine(cutAt, after);
                assertThrows(RemoteException.class, () -> an.engine(cut).run(null, Resolution.ASK, Progress.NONE));
                sync(binh);
                assertTrue(binh.fabric().attachments().stream()
                        .noneMatch(file -> file.sha256().equals(content.sha256())));
                CutLine rest = new CutLine(0, false);
                assertInstanceOf(SyncOutcome.Synced.class, an.engine(rest).run(null, Resolution.ASK, Progress.NONE));
                assertEquals(content.parts(), cut.parts + rest.parts, "no part twice");
                sync(binh);
                fetchCut(content);
                sameInBoth(content, bytes);
            }
        }
        assertEquals(8, cuts);
    }

    private void fetchCut(Content content) throws Exception {
        CutLine cut = new CutLine(2, false);
        assertThrows(RemoteException.class, () -> binh.engine(cut).fetch(List.of(content), Progress.NONE));
        CutLine rest = new CutLine(0, false);
        binh.engine(rest).fetch(List.of(content), Progress.NONE);
        assertEquals(content.parts(), cut.parts + rest.parts, "no part twice");
    }
}
