package vn.diaba.cadastre.fabric;

import java.util.UUID;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * A party or right taken out of its chunk. What it refers to is written as the distance from its own id where both were
 * minted in one block, which takes two or three bytes instead of sixteen. Confined to one thread.
 */
final class RecordRow {
    /** No further right on the same parcel. */
    static final int LAST = -1;

    private static final int PARTY = 1;
    private static final int RIGHT = 2;
    private static final int PARTY_NEAR = 4;
    private static final int PARCEL_NEAR = 8;
    private static final int FURTHER = 16;

    final long high;
    final long low;
    final byte[] body;
    /** Slot of the next right on the same parcel, or {@link #LAST}. */
    int next = LAST;

    RecordRow(long high, long low, byte[] body) {
        this.high = high;
        this.low = low;
        this.body = body;
    }

    static RecordRow of(Party party) {
        ByteWriter out = new ByteWriter();
        out.octet(PARTY | (party.further().isEmpty() ? 0 : FURTHER));
        out.text(party.name());
        out.text(party.idNumber());
        out.text(party.userType());
        out.text(party.address());
        further(out, party.further());
        return row(party.id(), out);
    }

    static RecordRow of(Right right) {
        long high = right.id().getMostSignificantBits();
        long low = right.id().getLeastSignificantBits();
        UUID party = right.party();
        ParcelId parcel = right.parcel();
        boolean partyNear = party.getMostSignificantBits() == high;
        boolean parcelNear = parcel.high() == high;
        ByteWriter out = new ByteWriter();
        out.octet(RIGHT
                | (partyNear ? PARTY_NEAR : 0)
                | (parcelNear ? PARCEL_NEAR : 0)
                | (right.further().isEmpty() ? 0 : FURTHER));
        reference(out, parcelNear, parcel.high(), parcel.low() - (parcelNear ? low : 0));
        reference(
                out,
                partyNear,
                party.getMostSignificantBits(),
                party.getLeastSignificantBits() - (partyNear ? low : 0));
        out.number(right.numerator());
        out.number(right.denominator());
        further(out, right.further());
        return row(right.id(), out);
    }

    private static void further(ByteWriter out, Further further) {
        if (!further.isEmpty()) {
            out.text(further.open());
            out.text(further.unread());
            out.text(further.secret());
        }
    }

    private static Further further(int kind, ByteReader in) {
        return (kind & FURTHER) == 0 ? Further.NONE : new Further(in.text(), in.text(), in.text());
    }

    private static RecordRow row(UUID id, ByteWriter out) {
        return new RecordRow(id.getMostSignificantBits(), id.getLeastSignificantBits(), out.done());
    }

    private static void reference(ByteWriter out, boolean near, long high, long lowOrAway) {
        if (!near) {
            out.number(high);
        }
        out.number(lowOrAway);
    }

    /** Whether bytes are those of a right. */
    static boolean isRight(int firstOctet) {
        return (firstOctet & 3) == RIGHT;
    }

    /** The record of bytes that stand between two places. */
    static LandRecord record(long high, long low, byte[] bytes, int from, int to) {
        ByteReader in = new ByteReader(bytes, from, to);
        int kind = in.octet();
        UUID id = new UUID(high, low);
        if (!isRight(kind)) {
            return new Party(id, in.text(), in.text(), in.text(), in.text(), further(kind, in));
        }
        ParcelId parcel = parcel(kind, in, high, low);
        boolean near = (kind & PARTY_NEAR) != 0;
        UUID party = new UUID(near ? high : in.number(), in.number() + (near ? low : 0));
        return new Right(id, party, parcel, (int) in.number(), (int) in.number(), further(kind, in));
    }

    /** The parcel of a right whose bytes begin at a place. */
    static ParcelId parcelOf(long high, long low, byte[] bytes, int from) {
        ByteReader in = new ByteReader(bytes, from, bytes.length);
        return parcel(in.octet(), in, high, low);
    }

    private static ParcelId parcel(int kind, ByteReader in, long high, long low) {
        boolean near = (kind & PARCEL_NEAR) != 0;
        return new ParcelId(near ? high : in.number(), in.number() + (near ? low : 0));
    }
}
