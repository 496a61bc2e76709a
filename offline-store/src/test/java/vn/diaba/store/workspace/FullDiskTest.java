package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.Incoming;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.PassingChannel;
import vn.diaba.store.key.Keys;

class FullDiskTest {
    @TempDir
    Path base;

    private long free = 1L << 40;
    private String type = "ext4";
    private int bytesLeft = Integer.MAX_VALUE;

    private final DiskGuard.Disk disk = new DiskGuard.Disk() {
        @Override
        public long freeBytes(Path path) {
            return free;
        }

        @Override
        public String fileSystem(Path path) {
            return type;
        }

        @Override
        public boolean isRemovable(Path path) {
            return true;
        }
    };

    private Surroundings machine() {
        return new Surroundings(
                Workspaces.CLOCK,
                new DiskGuard(disk),
                (file, options) -> new FillingChannel(FileChannel.open(file, options)),
                1 << 20);
    }

    private WorkspaceStore create() throws Exception {
        return WorkspaceStore.create(base.resolve("w"), Workspaces.WARD, Keys.in(base.resolve("keys")), machine());
    }

    @Test
    void tooLittleRoomIsSaidBeforeAnythingIsWritten() throws Exception {
        free = 63L << 20;
        assertEquals(
                "disk-full", assertThrows(StoreException.class, this::create).code());
        assertFalse(Files.exists(base.resolve("keys")));
        free = 64L << 20;
        try (WorkspaceStore store = create()) {
            assertTrue(store.isOnRemovableMedium());
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 5, 5, 1), 1));
            Fabric land = store.fabric();
            free--;
            JournalException e = assertThrows(JournalException.class, () -> store.journal()
                    .append(Workspaces.randomAct(land, new Random(1), new UUID(1, 1))));
            assertEquals("disk-full", e.code());
            assertEquals(land, store.fabric());
        }
    }

    @Test
    void aDiskThatFillsUpInTheMiddleOfAWriteLosesNothingAndLeavesNothingHalf() throws Exception {
        Fabric land;
        try (WorkspaceStore store = create()) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 5, 5, 1), 1));
            for (int left = 0; left < 200; left += 37) {
                Fabric before = store.fabric();
                bytesLeft = left;
                UUID id = new UUID(2, left);
                JournalException e = assertThrows(JournalException.class, () -> store.journal()
                        .append(Workspaces.randomAct(before, new Random(1), id)));
                assertEquals("disk-full", e.code());
                assertTrue(store.log().find(id).isEmpty());
                bytesLeft = Integer.MAX_VALUE;
                store.journal().append(Workspaces.randomAct(before, new Random(left), new UUID(3, left)));
            }
            bytesLeft = 20_000;
            JournalException e = assertThrows(JournalException.class, () -> store.journal()
                    .append(Workspaces.imported(Workspaces.lattice(store.fabric(), 50, 50, 2), 2)));
            assertEquals("disk-full", e.code());
            try (Stream<Path> files = Files.list(base.resolve("w/journal"))) {
                assertTrue(files.noneMatch(file -> file.toString().contains(".land")));
            }
            bytesLeft = Integer.MAX_VALUE;
            land = store.fabric();
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(land, store.fabric());
            assertEquals(7, store.log().verify());
        }
    }

    @Test
    void aContentThatFindsNoRoomIsNotBegun() throws Exception {
        try (WorkspaceStore store = create()) {
            free = 64L << 20;
            StoreException e = assertThrows(
                    StoreException.class, () -> store.contents().put(InputStream.nullInputStream(), 30 << 20));
            assertEquals("disk-full", e.code());
            assertEquals(List.of(90L << 20, 64L << 20), e.arguments().subList(1, 3));
            assertEquals(
                    "disk-full",
                    assertThrows(StoreException.class, () -> store.contents().receive("ab".repeat(32), 30 << 20))
                            .code());
            try (Stream<Path> files = Files.list(base.resolve("w/attachments"))) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void aDiskThatFillsUpInTheMiddleOfAContentLeavesNothingOfItAndOfOneInPartsWhatCame() throws Exception {
        byte[] bytes = new byte[600_000];
        new Random(5).nextBytes(bytes);
        String sha256 = HexFormat.of().formatHex(Payload.sha256().digest(bytes));
        try (WorkspaceStore store = create()) {
            for (int left : new int[] {0, 20, 300_000, 599_999}) {
                bytesLeft = left;
                StoreException e = assertThrows(StoreException.class, () -> store.contents()
                        .put(new ByteArrayInputStream(bytes), bytes.length));
                assertEquals("disk-full", e.code());
                try (Stream<Path> files = Files.list(base.resolve("w/attachments"))) {
                    assertEquals(0, files.count());
                }
            }
            bytesLeft = 300_000;
            try (Incoming incoming = store.contents().receive(sha256, bytes.length)) {
                incoming.take(Arrays.copyOf(bytes, Content.PART_BYTES));
                byte[] second = Arrays.copyOfRange(bytes, Content.PART_BYTES, 2 * Content.PART_BYTES);
                StoreException e = assertThrows(StoreException.class, () -> incoming.take(second));
                assertEquals("disk-full", e.code());
                assertEquals(1, incoming.nextPart());
                bytesLeft = Integer.MAX_VALUE;
                incoming.take(second);
                incoming.take(Arrays.copyOfRange(bytes, 2 * Content.PART_BYTES, bytes.length));
                assertEquals(sha256, incoming.finish().sha256());
            }
            assertTrue(store.contents().isWhole(sha256));
        }
    }

    @Test
    void networkDisksAreRefused() {
        for (String network : new String[] {"nfs4", "cifs", "smb2", "fuse.sshfs"}) {
            type = network;
            StoreException e = assertThrows(StoreException.class, this::create);
            assertEquals("disk-not-local", e.code());
            assertEquals(network, e.arguments().get(1));
        }
    }

    /** Writes until no bytes are left, a part of the last buffer included. */
    private final class FillingChannel extends PassingChannel {
        FillingChannel(FileChannel whole) {
            super(whole);
        }

        private ByteBuffer room(ByteBuffer bytes) throws IOException {
            if (bytesLeft <= 0) {
                throw new IOException("No space left on device");
            }
            int n = Math.min(bytes.remaining(), bytesLeft);
            bytesLeft -= bytesLeft == Integer.MAX_VALUE ? 0 : n;
            ByteBuffer part = bytes.slice(bytes.position(), n);
            bytes.position(bytes.position() + n);
            return part;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return whole.write(room(bytes), position);
        }
    }

    @Test
    void aWorkspaceThatFindsNoRoomLeavesNoFolder() {
        free = 1000;
        Path folder = base.resolve("new");
        Keys keys = Keys.in(base.resolve("keys"));
        StoreException e = assertThrows(
                StoreException.class,
                () -> WorkspaceStore.create(folder, new WorkspaceSpec("ward", 9210, "", 500), keys, machine()));
        assertEquals("disk-full", e.code());
        assertEquals(false, java.nio.file.Files.exists(folder));
    }
}
