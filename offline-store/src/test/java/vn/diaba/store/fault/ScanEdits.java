package vn.diaba.store.fault;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/** Edits of one workstation that attach a scan to a parcel, its content saved before the act. Confined to one thread. */
final class ScanEdits {
    private static final int MOST_BYTES = 8_000;
    /** One in so many scans is longer by a part, so that it goes in two. */
    private static final int LONG_ONE_IN = 6;

    private final Map<UUID, Scan> scans = new LinkedHashMap<>();
    private final long client;
    private final Random random;

    /** Bytes that can be made again. */
    private record Scan(Content content, long seed) {
        static byte[] bytes(long seed, long length) {
            byte[] bytes = new byte[(int) length];
            new Random(seed).nextBytes(bytes);
            return bytes;
        }

        byte[] bytes() {
            return bytes(seed, content.bytes());
        }
    }

    /** Ids of acts and attachments are this client's. */
    ScanEdits(long client, Random random) {
        this.client = client;
        this.random = random;
    }

    /** Saves a content and gives the act that names it, for one of the parcels of a desk. */
    ChangeSet next(FaultDesk desk) throws StoreException {
        long seed = random.nextLong();
        int length = 1 + random.nextInt(MOST_BYTES) + (random.nextInt(LONG_ONE_IN) == 0 ? Content.PART_BYTES : 0);
        byte[] bytes = Scan.bytes(seed, length);
        Content content = desk.store().contents().put(new ByteArrayInputStream(bytes), length);
        UUID act = new UUID(client, scans.size());
        scans.put(act, new Scan(content, seed));
        int slot = random.nextInt(desk.fabric().parcelSlots());
        UUID parcel = UUID.fromString(desk.fabric().parcelAt(slot).id().toString());
        Attachment file = new Attachment(
                new UUID(~client, scans.size()), parcel, "sổ đỏ.pdf", "application/pdf", length, content.sha256(), "");
        return ChangeSet.planned(act, "add-attachment", List.of(new Change.RecordChange(file.id(), null, file)));
    }

    /** How many of the acts that became land attach a scan. */
    long landed(Set<UUID> acts) {
        return scans.keySet().stream().filter(acts::contains).count();
    }

    /** Scans whose act became land and whose content is not there byte for byte. */
    List<String> missing(Set<UUID> landed, Contents there, int zone) {
        List<String> missing = new ArrayList<>();
        scans.forEach((act, scan) -> {
            try {
                if (landed.contains(act) && !Arrays.equals(scan.bytes(), bytes(scan.content(), there, zone))) {
                    missing.add(act + " is in the log and its scan is not there as it was attached");
                }
            } catch (RemoteException e) {
                missing.add(act + " is in the log and its scan: " + e.code());
            }
        });
        return missing;
    }

    private static byte[] bytes(Content content, Contents there, int zone) throws RemoteException {
        byte[] all = new byte[0];
        for (int part = 0; part < content.parts(); part++) {
            byte[] next = there.part(zone, content, part);
            all = Arrays.copyOf(all, all.length + next.length);
            System.arraycopy(next, 0, all, all.length - next.length, next.length);
        }
        return all;
    }
}
