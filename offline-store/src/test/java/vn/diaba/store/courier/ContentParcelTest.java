package vn.diaba.store.courier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice;

/** Files that carry the contents of attachments to the office. */
class ContentParcelTest extends OnFiles {
    private final Map<Content, byte[]> contents = new LinkedHashMap<>();

    private Content content(byte[] bytes) throws Exception {
        Content content = new Content(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), bytes.length);
        contents.put(content, bytes);
        return content;
    }

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] part(byte[] bytes, int part) {
        int from = part * Content.PART_BYTES;
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Content.PART_BYTES));
    }

    private Push attaching(Content content) {
        UUID parcel = UUID.fromString(TestFabrics.grid(2, 2).parcelAt(0).id().toString());
        Attachment file = new Attachment(
                UUID.nameUUIDFromBytes(content.sha256().getBytes(StandardCharsets.US_ASCII)),
                parcel,
                "ảnh.png",
                "image/png",
                content.bytes(),
                content.sha256(),
                "");
        return adding(UUID.randomUUID(), file);
    }

    private Path parcel(List<Content> carried) throws Exception {
        List<Push> pushes = carried.stream().map(this::attaching).toList();
        Outgoing outgoing = post.outgoing(ZONE, start, pushes, List.of());
        return post.parcel(with(outgoing, carried, List.of()), (content, part) -> part(contents.get(content), part));
    }

    @Test
    void whatAFileCarriesIsThereWithWhatNamesIt() throws Exception {
        byte[] scan = noise(1, 2 * Content.PART_BYTES + 5);
        Content first = content(scan);
        Content empty = content(new byte[0]);
        Content last = content(noise(2, Content.PART_BYTES));
        Path file = parcel(List.of(first, empty, last));
        assertEquals(3, post.reception().take(file, back).accepted());
        assertEquals(List.of(), authority.contents().missing(ZONE, List.of(first, empty, last)));
        for (int part = 0; part < first.parts(); part++) {
            assertArrayEquals(part(scan, part), authority.contents().part(ZONE, first, part));
        }
        assertArrayEquals(contents.get(last), authority.contents().part(ZONE, last, 0));
        assertEquals(Reception.State.AGAIN, post.reception().take(file, back).state());
    }

    private static Outgoing with(Outgoing one, List<Content> carried, List<Content> wanted) {
        return new Outgoing(
                one.device(),
                one.machine(),
                one.token(),
                one.zone(),
                one.at(),
                one.pushes(),
                one.asked(),
                carried,
                wanted);
    }

    private Receipt answered(List<Content> wanted) throws Exception {
        Outgoing asking = with(post.outgoing(ZONE, start, List.of(), List.of()), List.of(), wanted);
        post.reception().take(post.parcel(asking), back);
        return FilePost.read(back, post.pass(), DEVICE);
    }

    private byte[] brought(Content content, int part) throws Exception {
        return FilePost.open(back, post.pass(), DEVICE).contents().part(ZONE, content, part);
    }

    private List<String> readings() throws Exception {
        return post.register().done().stream()
                .filter(one -> one.what().equals("content-read"))
                .map(one -> one.user() + " " + one.subject().split(" ", 2)[1])
                .toList();
    }

    @Test
    void aReceiptBringsWhatWasAskedForAndTheReadingIsWrittenDown() throws Exception {
        byte[] scan = noise(7, 2 * Content.PART_BYTES + 5);
        Content first = content(scan);
        Content empty = content(new byte[0]);
        Content last = content(noise(8, 300));
        Content nowhere = content(noise(9, 300));
        post.reception().take(parcel(List.of(first, empty, last)), back);
        assertEquals(Cargo.NONE, answered(List.of()).cargo());
        assertEquals(List.of(), readings());
        Receipt receipt = answered(List.of(last, nowhere, empty, first));
        assertEquals(new Cargo(List.of(last, empty, first), List.of(nowhere), ""), receipt.cargo());
        for (int part = 0; part < first.parts(); part++) {
            assertArrayEquals(part(scan, part), brought(first, part));
        }
        assertArrayEquals(contents.get(last), brought(last, 0));
        assertEquals(Set.of("an " + first.sha256(), "an " + last.sha256()), new TreeSet<>(readings()));
        assertEquals("content-gone", code(() -> brought(nowhere, 0)));
        assertEquals("file-cannot-fetch", code(() -> brought(content(noise(10, 3)), 0)), "not asked for");
        assertFalse(new String(Files.readAllBytes(back), StandardCharsets.ISO_8859_1)
                .contains(new String(contents.get(last), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aReceiptBringsNothingToOneWhoMayNotSeePersons() throws Exception {
        Content picture = content(noise(11, 300));
        post.reception().take(parcel(List.of(picture)), back);
        post.register().scope("test", "an", new CentralOffice.Sight(ZONE, true, false), false);
        assertEquals(
                new Cargo(List.of(), List.of(picture), "content-hidden"),
                answered(List.of(picture)).cargo());
        assertEquals("content-hidden", code(() -> brought(picture, 0)));
        assertEquals(List.of(), readings());
    }

    @Test
    void aContentThatIsAlteredInAReceiptIsNotTaken() throws Exception {
        Content picture = content(noise(12, 300));
        post.reception().take(parcel(List.of(picture)), back);
        answered(List.of(picture));
        byte[] bytes = Files.readAllBytes(back);
        bytes[bytes.length - 20] ^= 1;
        Files.write(back, bytes);
        assertEquals("file-altered", code(() -> brought(picture, 0)));
        Files.write(back, Arrays.copyOf(bytes, bytes.length - 1));
        assertEquals("file-altered", code(() -> brought(picture, 0)));
    }

    private static String code(Executable call) {
        return assertThrows(RemoteException.class, call).code();
    }

    @Test
    void nothingInItStandsInClear() throws Exception {
        byte[] deed = "Hợp đồng của bà Bí Mật\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        Path file = parcel(List.of(content(deed)));
        assertTrue(Files.size(file) > deed.length, "it is in it");
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("Mật"));
    }

    @Test
    void anAlteredOrShortenedContentIsRefusedWithAllThatNamesIt() throws Exception {
        Path file = parcel(List.of(content(noise(3, Content.PART_BYTES + 900)), content(noise(4, 700))));
        byte[] good = Files.readAllBytes(file);
        Set<String> codes = new TreeSet<>();
        for (int at : new int[] {3, 14, 20, 200, good.length - 2000, good.length - 800, good.length - 1}) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            codes.add(assertThrows(RemoteException.class, () -> post.reception().take(file, back), "byte " + at)
                    .code());
        }
        for (int length : new int[] {5, 15, 40, 900, good.length - 1000, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            codes.add(assertThrows(RemoteException.class, () -> post.reception().take(file, back), "cut at " + length)
                    .code());
        }
        assertTrue(Set.of("file-altered", "file-not-ours").containsAll(codes), codes.toString());
        assertEquals(0, authority.hello(DEVICE).zones().get(0).headSeq());
        Files.write(file, good);
        assertEquals(2, post.reception().take(file, back).accepted());
    }

    @Test
    void partsMayNotChangePlaces() throws Exception {
        Path file = parcel(List.of(content(noise(5, 1000)), content(noise(6, 1000))));
        byte[] bytes = Files.readAllBytes(file);
        int one = bytes.length - 2 * 1016;
        byte[] first = Arrays.copyOfRange(bytes, one, one + 1016);
        System.arraycopy(bytes, one + 1016, bytes, one, 1016);
        System.arraycopy(first, 0, bytes, one + 1016, 1016);
        Files.write(file, bytes);
        assertEquals(
                "file-altered",
                assertThrows(RemoteException.class, () -> post.reception().take(file, back))
                        .code());
    }
}
