package vn.diaba.store.log;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.packed.LandCodec;

/** The packed files of bulk imports beside the journal. Confined to one thread. */
final class GenerationFiles {
    private static final String SUFFIX = ".land";
    /** In the packed file and in the tables that follow it. */
    private static final int BYTES_PER_PARCEL = 900;

    private final Path folder;
    private final PersonCipher cipher;
    private final DiskGuard guard;
    private final vn.diaba.store.disk.Channels channels;

    GenerationFiles(Path folder, PersonCipher cipher, DiskGuard guard, vn.diaba.store.disk.Channels channels) {
        this.folder = folder;
        this.cipher = cipher;
        this.guard = guard;
        this.channels = channels;
    }

    /** What the journal says of a file. */
    record Written(long bytes, String sha256) {}

    static String name(UUID id) {
        return id + SUFFIX;
    }

    private Path file(UUID id) {
        return folder.resolve(name(id));
    }

    /** Whether the file of an import is as the journal says. */
    boolean isWhole(UUID id, String sha256) throws IOException {
        return Files.exists(file(id)) && hash(file(id)).equals(sha256);
    }

    /** What the journal says of a file's bytes. */
    static String hash(Path file) throws IOException {
        MessageDigest sha = Payload.sha256();
        byte[] buffer = new byte[1 << 16];
        try (java.io.InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Writes an import; when this returns the file is on the disk, but nothing names it yet. */
    Written write(UUID id, AddedLand added) throws StoreException {
        guard.requireRoom(folder, (long) BYTES_PER_PARCEL * added.land().parcelSlots());
        Path beside = folder.resolve(id + SUFFIX + ".new");
        MessageDigest sha = Payload.sha256();
        try {
            try (FileChannel channel = channels.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                            new DigestOutputStream(Channels.newOutputStream(channel), sha), 1 << 16))) {
                byte[] existing = existing(added);
                out.writeInt(existing.length);
                out.write(existing);
                LandCodec.write(out, added.land(), cipher, id);
                out.flush();
                channel.force(true);
            }
            channels.move(beside, file(id));
            return new Written(Files.size(file(id)), HexFormat.of().formatHex(sha.digest()));
        } catch (IOException e) {
            delete(id, e);
            throw new StoreException(guard.codeOf(e, folder, "journal-not-writable"), List.of(folder.toString()), e);
        }
    }

    private static byte[] existing(AddedLand added) {
        Set<Integer> fresh = new HashSet<>();
        for (int slot : added.newCornerSlots()) {
            fresh.add(slot);
        }
        ByteSink out = new ByteSink();
        Fabric land = added.land();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (!fresh.contains(slot)) {
                CornerId corner = land.cornerAt(slot).id();
                out.number(corner.high()).number(corner.low());
            }
        }
        return out.done();
    }

    /** Reads an import and checks it against the hash the journal has. */
    AddedLand read(UUID id, String sha256) throws StoreException {
        Path file = file(id);
        MessageDigest sha = Payload.sha256();
        try (DataInputStream in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sha))) {
            int length = in.readInt();
            ByteSource ids = new ByteSource(length < 0 ? new byte[0] : in.readNBytes(length));
            Set<CornerId> existing = new HashSet<>();
            while (!ids.isAtEnd()) {
                existing.add(new CornerId(ids.number(), ids.number()));
            }
            Fabric land = LandCodec.read(in, cipher, id);
            if (in.read() >= 0 || !HexFormat.of().formatHex(sha.digest()).equals(sha256)) {
                throw new CodecException("the hash differs", null);
            }
            return AddedLand.of(land, existing);
        } catch (IOException | CodecException | KeyException e) {
            throw new StoreException(
                    "journal-damaged", List.of(file.getFileName().toString(), 0, 0), e);
        }
    }

    /** Takes a file away whose import did not become official. */
    void delete(UUID id, Exception why) {
        try {
            Files.deleteIfExists(folder.resolve(id + SUFFIX + ".new"));
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** All files, with their lengths. */
    List<JournalFile> files() throws StoreException {
        List<JournalFile> files = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : inside) {
                files.add(new JournalFile(file, Files.size(file), true));
            }
        } catch (IOException e) {
            throw new StoreException("journal-unreadable", List.of(folder.toString()), e);
        }
        return files;
    }

    /** Tells whether an entry of the log names the file of an act. */
    @FunctionalInterface
    interface Logged {
        boolean names(UUID act) throws StoreException;
    }

    /** Deletes files that no entry of the log names: what a crash in the middle of an import left. */
    void sweep(Logged logged) throws StoreException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX + "*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.indexOf(SUFFIX));
                boolean kept = name.endsWith(".damaged");
                if (!kept && (name.endsWith(".new") || !logged.names(UUID.fromString(id)))) {
                    Files.delete(file);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("journal-not-writable", List.of(folder.toString()), e);
        }
    }
}
