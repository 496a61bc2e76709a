package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.content.Content;

/** What every land database must do with the contents of files that belong to its land. */
public abstract class ContentsContract {
    /** The zone of all tests but one. */
    protected static final int ZONE = 7;
    /** Another one. */
    protected static final int OTHER = 8;
    /** A line of a contract, to be looked for where nothing must lie in clear. */
    protected static final String SECRET = "Hợp đồng của bà Nguyễn Thị Bí Mật";

    /** Two whole parts and a bit. */
    private final byte[] scan = noise(1, 2 * Content.PART_BYTES + 7);

    private Contents an;

    /** An empty land database as its administrator {@code quan_tri} reaches it. */
    protected abstract LandDatabase admin() throws Exception;

    /** A surveyor of it with these rights in both zones; asked again, with other rights. */
    protected abstract LandDatabase user(String name, boolean writes, boolean seesPersons) throws Exception;

    /** Who read what, as it was written down: account and hash. */
    protected abstract List<String> readings() throws Exception;

    /** The workspace a user asks from. */
    protected static UUID client(String name) {
        return new UUID(6, name.hashCode());
    }

    @BeforeEach
    void zones() throws Exception {
        LandDatabase admin = admin();
        admin.load(new ZoneSpec(ZONE, "Phường thử", 9210, 79), TestFabrics.grid(1, 1));
        admin.load(new ZoneSpec(OTHER, "Phường bên", 9210, 79), TestFabrics.grid(1, 1));
        an = user("an", true, true).contents();
    }

    /** Bytes that repeat with their seed. */
    protected static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** What bytes are known by. */
    protected static Content of(byte[] bytes) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Content(HexFormat.of().formatHex(hash), bytes.length);
    }

    /** A part of bytes. */
    protected static byte[] part(byte[] bytes, int part) {
        int from = part * Content.PART_BYTES;
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Content.PART_BYTES));
    }

    /** Brings all parts that are missing and settles. */
    protected static List<Integer> bring(Contents there, int zone, byte[] bytes) throws Exception {
        Content content = of(bytes);
        List<Integer> brought = there.settle(zone, content);
        for (int part : brought) {
            there.bring(zone, content, part, part(bytes, part));
        }
        assertEquals(List.of(), there.settle(zone, content));
        return brought;
    }

    private static byte[] read(Contents there, int zone, Content content) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int part = 0; part < content.parts(); part++) {
            all.write(there.part(zone, content, part));
        }
        return all.toByteArray();
    }

    private static void fails(String code, Executable call) {
        assertEquals(code, assertThrows(RemoteException.class, call).code());
    }

    /** The same land database, proving itself to its keeper. */
    protected abstract Provable proof() throws Exception;

    /** Alters a byte of the content that is there. */
    protected abstract void alter(Content content) throws Exception;

    @Test
    void everyContentIsProvedAndABrokenOneIsNamed() throws Exception {
        byte[] small = noise(21, 5);
        bring(an, ZONE, scan);
        bring(an, OTHER, small);
        bring(an, OTHER, new byte[0]);
        an.bring(ZONE, of(noise(22, 9)), 0, noise(22, 9));
        assertEquals(new Provable.Holding(3, scan.length + 5, List.of(), List.of()), proof().contents());
        alter(of(scan));
        assertEquals(
                new Provable.Holding(
                        3, scan.length + 5, List.of(new Provable.Broken(ZONE, of(scan).sha256())), List.of()),
                proof().contents());
    }

    /** A picture of bytes that belongs to a parcel of the test zones. */
    private Attachment picture(byte[] bytes) throws Exception {
        UUID parcel = TestFabrics.byNumber(TestFabrics.grid(1, 1), "1").id().uuid();
        Content content = of(bytes);
        return new Attachment(UUID.randomUUID(), parcel, SECRET, "", content.bytes(), content.sha256(), "");
    }

    private void push(@Nullable Attachment before, @Nullable Attachment after) throws Exception {
        UUID id = Objects.requireNonNull(after == null ? before : after).id();
        Change change = new Change.RecordChange(id, before, after);
        ChangeSet act = ChangeSet.planned(UUID.randomUUID(), "attach", List.of(change));
        List<ObjectVersion> guards = List.of(new ObjectVersion(ObjectKey.of(change), before == null ? 0 : 1));
        LandDatabase there = user("an", true, true);
        assertInstanceOf(
                PushAnswer.Accepted.class,
                there.push(new Push(act.id(), client("an"), "an", ZONE, ChangeCodec.encode(act), guards)));
    }

    @Test
    void anAttachmentOfTheLandWithoutItsContentIsNamedByItsIdUntilItGoes() throws Exception {
        byte[] small = noise(23, 5);
        Attachment kept = picture(small);
        Attachment lost = picture(noise(24, 9));
        bring(an, ZONE, small);
        bring(an, OTHER, noise(24, 9));
        push(null, kept);
        push(null, lost);
        assertEquals(
                new Provable.Holding(2, 14, List.of(), List.of(new Provable.Gone(ZONE, lost.id(), lost.sha256()))),
                proof().contents());
        push(lost, null);
        assertEquals(new Provable.Holding(2, 14, List.of(), List.of()), proof().contents());
    }

    @Test
    void whatWasBroughtAndSettledComesBackByParts() throws Exception {
        Content content = of(scan);
        assertEquals(List.of(content), an.missing(ZONE, List.of(content)));
        assertEquals(List.of(0, 1, 2), bring(an, ZONE, scan));
        assertEquals(List.of(), an.missing(ZONE, List.of(content)));
        assertArrayEquals(scan, read(user("binh", false, true).contents(), ZONE, content));
        assertEquals(List.of(), bring(an, ZONE, scan), "again");
    }

    @Test
    void itIsNotThereBeforeItIsSettled() throws Exception {
        Content content = of(scan);
        for (int part = 0; part < content.parts(); part++) {
            an.bring(ZONE, content, part, part(scan, part));
        }
        assertEquals(List.of(content), an.missing(ZONE, List.of(content)));
        fails("content-gone", () -> an.part(ZONE, content, 0));
        assertEquals(List.of(), an.settle(ZONE, content));
        assertArrayEquals(scan, read(an, ZONE, content));
    }

    @Test
    void aTransferThatWasCutGoesOnWithWhatIsMissing() throws Exception {
        Content content = of(scan);
        an.bring(ZONE, content, 2, part(scan, 2));
        an.bring(ZONE, content, 0, part(scan, 0));
        an.bring(ZONE, content, 0, part(scan, 0));
        assertEquals(List.of(1), an.settle(ZONE, content));
        assertEquals(List.of(1), bring(user("binh", true, true).contents(), ZONE, scan), "by somebody else");
        assertArrayEquals(scan, read(an, ZONE, content));
    }

    @Test
    void partsOfAnotherHashAreThrownAwayAndMissingAgain() throws Exception {
        Content content = of(scan);
        byte[] other = noise(2, scan.length);
        for (int part = 0; part < content.parts(); part++) {
            an.bring(ZONE, content, part, part(other, part));
        }
        assertEquals(List.of(0, 1, 2), an.settle(ZONE, content));
        assertEquals(List.of(content), an.missing(ZONE, List.of(content)));
        assertEquals(List.of(0, 1, 2), bring(an, ZONE, scan));
        assertArrayEquals(scan, read(an, ZONE, content));
    }

    @Test
    void aPartIsAsLongAsItsPlaceSays() throws Exception {
        Content content = of(scan);
        fails("request-wrong", () -> an.bring(ZONE, content, 0, new byte[Content.PART_BYTES - 1]));
        fails("request-wrong", () -> an.bring(ZONE, content, 2, new byte[8]));
        fails("request-wrong", () -> an.bring(ZONE, content, 3, new byte[7]));
        assertEquals(List.of(0, 1, 2), an.settle(ZONE, content));
    }

    @Test
    void anEmptyFileAndAWholePartAreContentsToo() throws Exception {
        assertEquals(List.of(), bring(an, ZONE, new byte[0]));
        assertEquals(List.of(), an.missing(ZONE, List.of(of(new byte[0]))));
        byte[] whole = noise(3, Content.PART_BYTES);
        assertEquals(List.of(0), bring(an, ZONE, whole));
        assertArrayEquals(whole, read(an, ZONE, of(whole)));
    }

    @Test
    void thoseMissingAreSaidInTheOrderAsked() throws Exception {
        List<Content> asked = new ArrayList<>();
        for (int seed : IntStream.range(10, 16).toArray()) {
            asked.add(of(noise(seed, seed)));
        }
        bring(an, ZONE, noise(12, 12));
        bring(an, ZONE, noise(14, 14));
        assertEquals(List.of(asked.get(0), asked.get(1), asked.get(3), asked.get(5)), an.missing(ZONE, asked));
        assertEquals(List.of(), an.missing(ZONE, List.of()));
    }

    @Test
    void whatIsInOneZoneIsNotInAnother() throws Exception {
        Content content = of(scan);
        bring(an, ZONE, scan);
        assertEquals(List.of(content), an.missing(OTHER, List.of(content)));
        fails("content-gone", () -> an.part(OTHER, content, 0));
        fails("zone-unknown", () -> an.missing(99, List.of(content)));
        fails("zone-unknown", () -> an.bring(99, content, 0, part(scan, 0)));
        fails("zone-unknown", () -> an.settle(99, content));
        fails("zone-unknown", () -> an.part(99, content, 0));
    }

    @Test
    void whoMayNotWriteBringsNothing() throws Exception {
        Content content = of(scan);
        Contents reader = user("binh", false, true).contents();
        fails("land-database-denied", () -> reader.bring(ZONE, content, 0, part(scan, 0)));
        fails("land-database-denied", () -> reader.settle(ZONE, content));
        assertEquals(List.of(content), reader.missing(ZONE, List.of(content)));
    }

    @Test
    void whoMayNotSeePersonsReadsNone() throws Exception {
        Contents masked = user("binh", true, false).contents();
        bring(masked, ZONE, scan);
        fails("content-hidden", () -> masked.part(ZONE, of(scan), 0));
        Contents blind = user("cuong", false, false).contents();
        fails("content-hidden", () -> blind.part(ZONE, of(scan), 0));
        fails("content-hidden", () -> blind.missing(ZONE, List.of(of(scan))));
        assertEquals(List.of(), readings());
    }

    @Test
    void aReadingIsWrittenDownOnceHoweverManyPartsItHas() throws Exception {
        Content content = of(scan);
        bring(an, ZONE, scan);
        assertEquals(List.of(), readings(), "to bring is not to read");
        an.part(ZONE, content, 1);
        read(an, ZONE, content);
        user("binh", false, true).contents().part(ZONE, content, 2);
        assertEquals(List.of("an " + content.sha256(), "binh " + content.sha256()), readings());
    }
}
