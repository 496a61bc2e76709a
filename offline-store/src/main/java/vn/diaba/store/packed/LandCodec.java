package vn.diaba.store.packed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.fabric.ParcelBody;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.CornerBlock;
import vn.diaba.store.codec.RecordBytes;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * A whole fabric as a stream of blocks of about a thousand objects, without an object for each: corners, parcels, then
 * sides and records. Blocks that are personal are sealed and bound to the land's id and their place in the stream.
 * Stateless.
 */
public final class LandCodec {
    /** Objects in a block. */
    public static final int BLOCK = 1000;

    private static final int MAGIC = 0xD1AB_A001;
    private static final int CORNERS = 1;
    private static final int PARCELS = 2;
    private static final int PERSONS = 3;
    private static final int SIDES = 4;
    private static final int RECORDS = 5;
    private static final int END = 6;

    private LandCodec() {}

    /**
     * Writes a fabric.
     *
     * @param out is not closed
     * @param land what to write
     * @param cipher locks what is personal
     * @param id names the land, the same when it is read
     */
    public static void write(DataOutputStream out, Fabric land, PersonCipher cipher, UUID id) throws IOException {
        out.writeInt(MAGIC);
        Blocks blocks = new Blocks(out, cipher, id);
        CornerBlock corners = new CornerBlock();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                corners.add(land.cornerAt(slot));
                if (corners.count() == BLOCK) {
                    blocks.plain(CORNERS, corners.done());
                    corners = new CornerBlock();
                }
            }
        }
        blocks.plain(CORNERS, corners.done());
        parcels(land, blocks);
        ByteSink sides = new ByteSink();
        land.forEachSide((key, facts) -> side(sides, key, facts));
        blocks.sealed(SIDES, sides.done());
        for (byte[] records : RecordBytes.blocks(land, BLOCK)) {
            blocks.sealed(RECORDS, records);
        }
        out.writeByte(END);
    }

    private static void side(ByteSink out, SideKey key, SideFacts facts) {
        out.number(key.first().high()).number(key.first().low());
        out.number(key.second().high()).number(key.second().low());
        out.block(RecordBytes.side(facts));
    }

    private static void parcels(Fabric land, Blocks blocks) throws IOException {
        ParcelCursor cursor = land.cursor();
        ByteSink open = new ByteSink();
        ByteSink secret = new ByteSink();
        int n = 0;
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                head(open, cursor.id(), cursor.set());
                open.block(RingBytes.of(cursor)).block(cursor.openBody());
                secret.block(cursor.secretBody());
            } else if (land.findParcelAt(slot).isPresent()) {
                Parcel retired = land.parcelAt(slot);
                head(open, retired.id(), retired.set());
                open.block(new byte[0]).block(ParcelBody.open(retired));
                secret.block(ParcelBody.secret(retired));
            } else {
                continue;
            }
            if (++n % BLOCK == 0) {
                blocks.plain(PARCELS, open.done());
                blocks.sealed(PERSONS, secret.done());
                open = new ByteSink();
                secret = new ByteSink();
            }
        }
        blocks.plain(PARCELS, open.done());
        blocks.sealed(PERSONS, secret.done());
    }

    private static void head(ByteSink out, ParcelId id, ParcelSet set) {
        out.number(id.high()).number(id.low()).number(set.ordinal());
    }

    /**
     * Reads a fabric.
     *
     * @throws CodecException if the stream is not a fabric, or ends early
     * @throws KeyException if a personal block was altered or locked by another key
     */
    public static Fabric read(DataInputStream in, PersonCipher cipher, UUID id)
            throws IOException, CodecException, KeyException {
        try {
            if (in.readInt() != MAGIC) {
                throw new CodecException("not a stored fabric", null);
            }
            Reader reader = new Reader();
            int number = 0;
            for (int kind = in.readUnsignedByte(); kind != END; kind = in.readUnsignedByte()) {
                byte[] bytes = bytes(in);
                boolean personal = kind == PERSONS || kind == SIDES || kind == RECORDS;
                reader.block(kind, personal ? cipher.open(bytes, "land " + number, id) : bytes);
                number++;
            }
            return reader.loader.done();
        } catch (EOFException e) {
            throw new CodecException("the stored fabric ends early", e);
        } catch (IllegalArgumentException e) {
            throw new CodecException("a value that cannot be", e);
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException, CodecException {
        int length = in.readInt();
        byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
        if (bytes.length != length) {
            throw new CodecException("the stored fabric ends early", null);
        }
        return bytes;
    }

    /** Writes numbered blocks. */
    private record Blocks(DataOutputStream out, PersonCipher cipher, UUID id, int[] number) {
        Blocks(DataOutputStream out, PersonCipher cipher, UUID id) {
            this(out, cipher, id, new int[1]);
        }

        void plain(int kind, byte[] bytes) throws IOException {
            if (bytes.length > 0) {
                out.writeByte(kind);
                out.writeInt(bytes.length);
                out.write(bytes);
                number[0]++;
            }
        }

        void sealed(int kind, byte[] bytes) throws IOException {
            plain(kind, cipher.seal(bytes, "land " + number[0], id));
        }
    }

    /** Puts a fabric together from blocks. */
    private static final class Reader {
        private final FabricLoader loader = new FabricLoader();
        private final SlotTable slots = new SlotTable();
        private byte[] parcels = {};

        void block(int kind, byte[] bytes) throws CodecException {
            ByteSource in = new ByteSource(bytes);
            switch (kind) {
                case CORNERS:
                    CornerBlock.read(bytes, new LoadedCorners(loader, slots));
                    break;
                case PARCELS:
                    parcels = bytes;
                    break;
                case PERSONS:
                    parcels(new ByteSource(parcels), in);
                    break;
                case SIDES:
                    while (!in.isAtEnd()) {
                        CornerId first = new CornerId(in.number(), in.number());
                        SideKey key = new SideKey(first, new CornerId(in.number(), in.number()));
                        loader.side(key, RecordBytes.side(in.block()));
                    }
                    break;
                case RECORDS:
                    while (!in.isAtEnd()) {
                        loader.entry(RecordBytes.read(in));
                    }
                    break;
                default:
                    throw new CodecException("a block of an unknown kind", null);
            }
        }

        private void parcels(ByteSource open, ByteSource secret) throws CodecException {
            while (!open.isAtEnd()) {
                ParcelId id = new ParcelId(open.number(), open.number());
                ParcelSet set = ParcelSet.values()[open.count(ParcelSet.values().length - 1)];
                byte[] outline = open.block();
                RingBytes.Rings rings = outline.length == 0
                        ? new RingBytes.Rings(new int[0][], new boolean[0])
                        : RingBytes.read(outline, slots);
                loader.parcel(new FabricLoader.StoredParcel(
                        id, set, rings.rings(), rings.shells(), open.block(), secret.block()));
            }
        }
    }
}
