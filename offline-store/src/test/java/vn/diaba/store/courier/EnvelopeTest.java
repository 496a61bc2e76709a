package vn.diaba.store.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.record.Party;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.key.Keys;
import vn.diaba.store.office.Identity;
import vn.diaba.store.office.Pass;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Files that were altered, are for somebody else, or come again. */
class EnvelopeTest extends OnFiles {
    private static final String NAME = "Nguyễn Thị Bí Mật";

    private Push party(int n) {
        Party party = new Party(new UUID(1, n), NAME, "079123456789", "GDC", "");
        return adding(new UUID(8, n), party);
    }

    private Path parcel(Push... pushes) throws RemoteException {
        return post.parcel(post.outgoing(ZONE, start, List.of(pushes), List.of()));
    }

    private static String code(Executable step) {
        return assertThrows(RemoteException.class, step).code();
    }

    @Test
    void nothingInAFileTellsOfPersonsOrRights() throws Exception {
        Path file = parcel(party(1));
        post.reception().take(file, back);
        for (Path one : List.of(file, back)) {
            String text = Files.readString(one, StandardCharsets.ISO_8859_1);
            String name = new String(NAME.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains(name) || text.contains("079123456789") || text.contains("surveyor"));
        }
    }

    @Test
    void aFileAlteredAnywhereIsRefusedAndNothingOfItIsTaken() throws Exception {
        Path file = parcel(party(1));
        byte[] good = Files.readAllBytes(file);
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            codes.add(code(() -> post.reception().take(file, back)));
        }
        for (int length = 0; length < good.length; length += 50) {
            Files.write(file, Arrays.copyOf(good, length));
            codes.add(code(() -> post.reception().take(file, back)));
        }
        assertTrue(Set.of("file-altered", "file-not-ours").containsAll(codes), codes.toString());
        assertFalse(Files.exists(back));
        assertEquals(0, authority.hello(DEVICE).zones().get(0).headSeq());
        Files.write(file, good);
        assertEquals(1, post.reception().take(file, back).accepted());
    }

    @Test
    void aFileSignedAnewByAStrangerIsRefused() throws Exception {
        post.reception().take(parcel(party(1)), back);
        Pass stranger = post.pass().withFile(Identity.fresh(), post.pass().files() + 1);
        Path file = base.resolve("stranger");
        FilePost.write(file, stranger, post.outgoing(ZONE, start, List.of(party(2)), List.of()));
        assertEquals("device-key-differs", code(() -> post.reception().take(file, back)));
    }

    @Test
    void aFileForAnotherOfficeAndAReceiptForAnotherWorkspaceAreRefused() throws Exception {
        LocalAuthority other =
                LocalAuthority.create(base.resolve("d"), Keys.in(base.resolve("k")), LandJudge.LENIENT, clock);
        FilesLandDatabase elsewhere = new FilesLandDatabase(other, base, DEVICE, clock);
        Path file = parcel(party(1));
        assertEquals("file-for-other", code(() -> elsewhere.reception().take(file, back)));
        post.reception().take(file, back);
        assertEquals("file-for-other", code(() -> FilePost.read(back, elsewhere.pass(), DEVICE)));
        Pass mine = post.pass();
        assertEquals("file-for-other", code(() -> FilePost.read(back, mine, new UUID(4, 4))));
        assertEquals("file-kind-wrong", code(() -> FilePost.read(toMyself(mine), mine, DEVICE)));
        other.close();
    }

    /** A parcel written to its own writer: it opens, and is no receipt. */
    private Path toMyself(Pass mine) throws RemoteException {
        Identity own = mine.own();
        Path file = base.resolve("to-myself");
        Envelope.Head head = new Envelope.Head("parcel", mine.central(), DEVICE, 1, own.known());
        Envelope.write(
                file,
                head,
                own,
                own.known().agree(),
                post.outgoing(ZONE, null, List.of(), List.of()).content());
        return file;
    }

    @Test
    void theSameFileAgainGetsTheSameReceiptAndAnotherOfItsNumberIsRefused() throws Exception {
        Path file = parcel(party(1));
        assertEquals(Reception.State.NEW, post.reception().take(file, back).state());
        byte[] receipt = Files.readAllBytes(back);
        Files.delete(back);
        assertEquals(Reception.State.AGAIN, post.reception().take(file, back).state());
        assertTrue(Arrays.equals(receipt, Files.readAllBytes(back)));
        FilePost.write(file, post.pass(), post.outgoing(ZONE, start, List.of(party(2)), List.of()));
        assertEquals("file-replayed", code(() -> post.reception().take(file, back)));
    }

    @Test
    void anOlderFileThatComesLateOffersNothing() throws Exception {
        Path first = parcel(party(1), party(2));
        Path second = parcel(party(1));
        assertEquals(1, post.reception().take(second, back).accepted());
        assertEquals(Reception.State.OLDER, post.reception().take(first, back).state());
        assertEquals(1, authority.hello(DEVICE).zones().get(0).headSeq());
        CarriedDatabase answer = FilePost.open(back, post.pass(), DEVICE);
        assertTrue(answer.receipt().verdicts().get(new UUID(8, 1)) instanceof PushAnswer.Accepted);
        assertFalse(answer.takes(new UUID(8, 2)), "withdrawn: the newer file had it no more");
    }

    @Test
    void aRevokedDeviceAndADisabledAccountSendInVain() throws Exception {
        post.reception().take(parcel(), back);
        Path file = parcel(party(1));
        post.register().disable("test", "an", true);
        assertEquals("sign-in-wrong", code(() -> post.reception().take(file, back)));
        post.register().disable("test", "an", false);
        post.register().revoke("test", DEVICE);
        assertEquals("device-revoked", code(() -> post.reception().take(file, back)));
    }

    @Test
    void aReceiptTakenAgainTellsNothingNewAndOneFromAheadIsRefused() throws Exception {
        post.reception().take(parcel(party(1)), back);
        CarriedDatabase there = FilePost.open(back, post.pass(), DEVICE);
        Checkpoint after = there.pull(start, 1000).verify(start);
        assertEquals(0, there.pull(after, 1000).entries().size());
        post.reception().take(post.parcel(post.outgoing(ZONE, after, List.of(), List.of())), back);
        CarriedDatabase ahead = FilePost.open(back, post.pass(), DEVICE);
        assertEquals("receipt-too-new", code(() -> ahead.pull(start, 1000)));
    }
}
