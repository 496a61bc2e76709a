package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;

/**
 * The arrays of a fabric as bytes, as they lie in memory, so that reading them back costs little more than the disk: in two
 * parts, since one may name persons. Facts of sides, map objects, survey points, cases and records of newer kinds are few and
 * not in it. The form is of
 * one version of the program: whoever keeps an image keeps {@link #VERSION} with it, sees to it that no byte was altered,
 * and can do without it. Stateless.
 */
public final class FabricImage {
    /** Images of another version are of no use. */
    public static final int VERSION = 2;

    private FabricImage() {}

    /** Writes corners, rings, who lies across each side, ids and what finds them. */
    public static void writeOpen(Fabric land, OutputStream to) throws IOException {
        ArrayOut out = new ArrayOut(to);
        land.packed().write(out);
        land.records().holdings.write(out);
        out.flush();
    }

    /** Writes the attributes of parcels, parties and rights. */
    public static void writeSecret(Fabric land, OutputStream to) throws IOException {
        for (ParcelChunk chunk : land.packed().parcelChunks) {
            to.write(chunk.bodies);
        }
        for (RecordChunk chunk : land.records().holdings.chunks) {
            to.write(chunk.bodies);
        }
    }

    /**
     * What is not in an image: facts of sides, map objects and survey points in the order they had, cases and records of newer
     * kinds. Immutable.
     */
    public record Rest(Map<SideKey, SideFacts> sides, List<LandRecord> placed) {
        /** Copies both. */
        public Rest {
            sides = Map.copyOf(sides);
            placed = List.copyOf(placed);
        }
    }

    /**
     * Reads a fabric.
     *
     * @param open the first part; more than it may be read
     * @param secret the second part; nothing behind it is read
     * @throws IOException if a part cannot be read or ends early
     */
    public static Fabric read(InputStream open, InputStream secret, Rest rest) throws IOException {
        ArrayIn in = new ArrayIn(open);
        Packed packed = new Packed(in);
        RecordTable holdings = new RecordTable(in);
        for (ParcelChunk chunk : packed.parcelChunks) {
            fill(chunk.bodies, secret);
        }
        for (RecordChunk chunk : holdings.chunks) {
            fill(chunk.bodies, secret);
        }
        Records.Editor records = Records.EMPTY.edit();
        rest.sides.forEach(records::putSide);
        rest.placed.forEach(records::put);
        return new Fabric(packed, records.done().with(holdings));
    }

    private static void fill(byte[] bytes, InputStream in) throws IOException {
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new java.io.EOFException();
        }
    }
}
