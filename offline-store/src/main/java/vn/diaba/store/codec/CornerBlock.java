package vn.diaba.store.codec;

import java.time.LocalDate;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Observation;

/** Corners in bytes, near ones behind each other: ids and places as differences. Confined to one thread. */
public final class CornerBlock {
    private final ByteSink out = new ByteSink();
    private static final int SAME_HIGH = 1;
    private static final int NOTED = 2;
    /** Set where more is known than this version knows. */
    private static final int MORE = 4;

    private int count;
    private long high;
    private long low;
    private long east;
    private long north;

    /** Starts an empty block. */
    public CornerBlock() {}

    /** Takes a corner in. */
    public void add(Corner corner) {
        Observation seen = corner.observation();
        boolean more = !corner.further().isEmpty();
        boolean noted = more || !corner.monument().isEmpty() || !seen.equals(Observation.UNKNOWN);
        boolean sameHigh = corner.id().high() == high;
        out.octet((sameHigh ? SAME_HIGH : 0) | (noted ? NOTED : 0) | (more ? MORE : 0));
        if (!sameHigh) {
            high = corner.id().high();
            out.number(high);
        }
        out.number(corner.id().low() - low);
        low = corner.id().low();
        out.number(corner.position().gridEast() - east);
        out.number(corner.position().gridNorth() - north);
        east = corner.position().gridEast();
        north = corner.position().gridNorth();
        if (noted) {
            out.text(corner.monument()).text(seen.method());
            out.number(Double.doubleToLongBits(seen.sigmaMetres()));
            LocalDate day = seen.date();
            out.number(day == null ? Long.MIN_VALUE : day.toEpochDay());
            out.text(seen.surveyor()).text(seen.instrument());
        }
        if (more) {
            FurtherCodec.write(corner.further(), out);
        }
        count++;
    }

    /** Corners taken in so far. */
    public int count() {
        return count;
    }

    /** The block. */
    public byte[] done() {
        return out.done();
    }

    /** What takes corners out of a block. */
    public interface Visitor {
        /** A corner of which only the place is known, by the halves of its id and 0.1 mm steps. */
        void bare(long high, long low, long gridEast, long gridNorth) throws CodecException;

        /** Any other corner. */
        void noted(Corner corner) throws CodecException;
    }

    /**
     * Reads all corners of a block in the order they were taken in.
     *
     * @throws CodecException if the bytes are not a block
     */
    public static void read(byte[] block, Visitor visitor) throws CodecException {
        ByteSource in = new ByteSource(block);
        long high = 0;
        long low = 0;
        long east = 0;
        long north = 0;
        while (!in.isAtEnd()) {
            int flags = in.octet();
            if ((flags & SAME_HIGH) == 0) {
                high = in.number();
            }
            low += in.number();
            east += in.number();
            north += in.number();
            if ((flags & NOTED) == 0) {
                visitor.bare(high, low, east, north);
            } else {
                String monument = in.text();
                String method = in.text();
                double sigma = Double.longBitsToDouble(in.number());
                long day = in.number();
                Observation seen = new Observation(
                        method, sigma, day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day), in.text(), in.text());
                EastNorth place = EastNorth.ofGrid(east, north);
                Further further = (flags & MORE) == 0 ? Further.NONE : FurtherCodec.read(in);
                visitor.noted(new Corner(new CornerId(high, low), place, monument, seen, further));
            }
        }
    }
}
