package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.Incoming;
import vn.diaba.store.db.StoreException;

/** Acts that attach files to land, for tests: their contents come first. */
public final class Attaching {
    private static final long OURS = 83;

    private Attaching() {}

    /** Puts a content in, at once or in parts, and gives the act that names it. */
    public static ChangeSet act(WorkspaceStore store, Random random, int atMostBytes, UUID id) throws StoreException {
        byte[] bytes = new byte[random.nextInt(atMostBytes)];
        random.nextBytes(bytes);
        Content content = store.contents().put(new ByteArrayInputStream(bytes), bytes.length);
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            content = receive(store, bytes);
        }
        Attachment scan = new Attachment(
                new UUID(OURS, random.nextLong()),
                new UUID(77, 1),
                "Sổ đỏ bà Canarius.pdf",
                "application/pdf",
                content.bytes(),
                content.sha256(),
                "");
        Change attach = new Change.RecordChange(scan.id(), null, scan);
        return new ChangeSet(
                id,
                "add-attachment",
                Origin.SURVEYOR,
                null,
                "an",
                Workspaces.CLOCK.instant(),
                null,
                List.of(),
                List.of(attach));
    }

    private static Content receive(WorkspaceStore store, byte[] bytes) throws StoreException {
        byte[] hash = vn.diaba.store.codec.Payload.sha256().digest(bytes);
        String sha256 = java.util.HexFormat.of().formatHex(hash);
        try (Incoming incoming = store.contents().receive(sha256, bytes.length)) {
            while (incoming.nextPart() < incoming.content().parts()) {
                int from = incoming.nextPart() * Content.PART_BYTES;
                int to = Math.min(bytes.length, from + Content.PART_BYTES);
                incoming.take(Arrays.copyOfRange(bytes, from, to));
            }
            return incoming.finish();
        }
    }

    /** How many of these attachments the land has; each has its content, every byte of it. */
    public static int assertWhole(WorkspaceStore store, String where) throws StoreException {
        int count = 0;
        for (Attachment scan : store.fabric().attachments()) {
            if (scan.id().getMostSignificantBits() == OURS) {
                assertTrue(store.contents().isWhole(scan.sha256()), where + ": an attachment without its content");
                count++;
            }
        }
        return count;
    }
}
