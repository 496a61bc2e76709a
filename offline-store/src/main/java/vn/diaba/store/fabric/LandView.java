package vn.diaba.store.fabric;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricImage;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.RecordBytes;
import vn.diaba.store.key.PersonCipher;

/**
 * A file with the land after one act as it lies in memory, so that large land opens without putting it together from its
 * rows. It can be deleted at any time and is never trusted over the journal: a file that is of another act, another
 * workspace or another version, or not as it was written to the last bit, is as good as none. What may name persons is
 * sealed. Confined to one thread.
 */
public final class LandView {
    private static final Logger LOG = Logger.getLogger(LandView.class.getName());
    private static final long MAGIC = 0x4449_4142_5649_4557L;
    private static final int VERSION = 1;
    private static final int HASH = 32;
    /** Magic, two versions, workspace, sequence, hash, where the sealed section starts, length, check sum. */
    private static final int HEAD = 8 + 4 + 4 + 16 + 8 + HASH + 8 + 8 + 4;

    private final Path file;
    private final UUID workspace;
    private final PersonCipher cipher;
    private final int fewest;

    /**
     * Works with one file, whether it is there or not.
     *
     * @param fewest land of fewer parcels opens fast enough without
     */
    public LandView(Path file, UUID workspace, PersonCipher cipher, int fewest) {
        this.file = file;
        this.workspace = workspace;
        this.cipher = cipher;
        this.fewest = fewest;
    }

    /**
     * The act after which the land was so.
     *
     * @param sequence its number in the journal
     * @param hash of its record in the journal: 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Mark(long sequence, byte[] hash) {
        private String text() {
            return sequence + " " + HexFormat.of().formatHex(hash);
        }
    }

    /** Where the parts of a file are. */
    private record Head(Mark mark, long sealedFrom) {}

    private ViewBlocks.Section open(Mark mark) {
        return new ViewBlocks.Section(mark.text() + " open", workspace, null);
    }

    private ViewBlocks.Section sealed(Mark mark) {
        return new ViewBlocks.Section(mark.text() + " sealed", workspace, cipher);
    }

    private byte[] head(Mark mark, long sealedFrom, long length) {
        ByteBuffer head = ByteBuffer.allocate(HEAD)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(FabricImage.VERSION)
                .putLong(workspace.getMostSignificantBits())
                .putLong(workspace.getLeastSignificantBits())
                .putLong(mark.sequence)
                .put(mark.hash)
                .putLong(sealedFrom)
                .putLong(length);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), 0, HEAD - 4);
        return head.putInt((int) crc.getValue()).array();
    }

    /** The act the file is of; none where there is no file of this workspace and version. Reads its first bytes only. */
    public Optional<Mark> mark() {
        try {
            return Optional.ofNullable(head()).map(Head::mark);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.INFO, "view-not-used: its head cannot be read: {0}", e.toString());
            return Optional.empty();
        }
    }

    private @org.jspecify.annotations.Nullable Head head() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(HEAD);
        }
        if (bytes.length < HEAD) {
            return null;
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).position(8 + 4 + 4 + 16);
        long sequence = head.getLong();
        byte[] hash = new byte[HASH];
        head.get(hash);
        Head read = new Head(new Mark(sequence, hash), head.getLong());
        boolean same = Arrays.equals(bytes, head(read.mark, read.sealedFrom, Files.size(file)));
        return same ? read : null;
    }

    /** The land in the file, if it is of an act and whole. */
    public Optional<Fabric> read(Mark mark) {
        try {
            Head head = head();
            return head == null || !head.mark.text().equals(mark.text()) ? Optional.empty() : Optional.of(read(head));
        } catch (IOException | CodecException | RuntimeException e) {
            LOG.log(Level.WARNING, "view-not-used: it is not as it was written: {0}", e.toString());
            return Optional.empty();
        }
    }

    private Fabric read(Head head) throws IOException, CodecException {
        try (DataInputStream first = from(HEAD);
                DataInputStream second = from(head.sealedFrom)) {
            InputStream sealed = ViewBlocks.in(second, sealed(head.mark));
            DataInputStream rest = new DataInputStream(sealed);
            byte[] few = new byte[rest.readInt()];
            rest.readFully(few);
            Fabric land = FabricImage.read(ViewBlocks.in(first, open(head.mark)), sealed, rest(new ByteSource(few)));
            if (second.read() >= 0) {
                throw new IOException("bytes behind the end");
            }
            return land;
        }
    }

    private DataInputStream from(long position) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(position);
        return new DataInputStream(new java.io.BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
    }

    private static FabricImage.Rest rest(ByteSource in) throws CodecException {
        Map<SideKey, SideFacts> sides = new HashMap<>();
        for (long n = in.number(); n > 0; n--) {
            SideKey key = new SideKey(new CornerId(in.number(), in.number()), new CornerId(in.number(), in.number()));
            sides.put(key, RecordBytes.side(in.block()));
        }
        List<LandRecord> placed = new ArrayList<>();
        while (!in.isAtEnd()) {
            placed.add(RecordBytes.read(in));
        }
        return new FabricImage.Rest(sides, placed);
    }

    private static byte[] rest(Fabric land) {
        ByteSink out = new ByteSink();
        List<SideKey> keys = new ArrayList<>();
        land.forEachSide((key, facts) -> keys.add(key));
        out.number(keys.size());
        land.forEachSide((key, facts) -> {
            out.number(key.first().high()).number(key.first().low());
            out.number(key.second().high()).number(key.second().low());
            out.block(RecordBytes.side(facts));
        });
        land.forEachObject(placed -> RecordBytes.write(placed, out));
        land.forEachPlaceless(LandRecord.class, entry -> RecordBytes.write(entry, out));
        return out.done();
    }

    /** Whether land is so large that a view of it is worth its room. */
    public boolean isWorthIt(Fabric land) {
        return land.parcelCount() >= fewest;
    }

    /** Writes the land after an act in place of what the file had; a failure is logged, and there is no file then. */
    public void write(Mark mark, Fabric land) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                write(mark, land, channel);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "view-not-written: land opens from its tables", e);
            remove(beside);
            remove(file);
        }
    }

    private void write(Mark mark, Fabric land, FileChannel channel) throws IOException {
        channel.position(HEAD);
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        try (OutputStream open = ViewBlocks.out(out, open(mark))) {
            FabricImage.writeOpen(land, open);
        }
        out.flush();
        long sealedFrom = channel.position();
        byte[] few = rest(land);
        try (DataOutputStream sealed = new DataOutputStream(ViewBlocks.out(out, sealed(mark)))) {
            sealed.writeInt(few.length);
            sealed.write(few);
            FabricImage.writeSecret(land, sealed);
        }
        out.flush();
        ByteBuffer head = ByteBuffer.wrap(head(mark, sealedFrom, channel.position()));
        channel.position(0);
        while (head.hasRemaining()) {
            channel.write(head);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "view-not-written: what is there of it stays", e);
        }
    }
}
