package vn.diaba.cadastre.fabric;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/**
 * The byte form of all of a parcel but its id, set and live rings, in two parts: what anyone may read, and what may lead
 * to persons (address, further columns), which a store encrypts. Stateless; safe for all threads.
 */
public final class ParcelBody {
    /** Version 3 is for parcels of which a newer version of the program knows more; all others are of version 2. */
    private static final int VERSION = 3;

    private static final ParcelState[] STATES = ParcelState.values();

    /** What a parcel may lack; version 1 had all of it in every body, known or not. */
    private static final int LEGAL_USES = 1;

    private static final int STATE = 2;
    private static final int CODE = 4;
    private static final int SOURCE = 8;
    private static final int OLD_NUMBER = 16;
    private static final int LIFESPAN = 32;
    private static final int PARENTS = 64;
    private static final int FROZEN = 128;
    private static final int ALL = 255;

    private ParcelBody() {}

    /** The part that may be read by anyone: numbers, land use, areas, state, lineage, outline of a retired parcel. */
    public static byte[] open(Parcel parcel) {
        ByteWriter out = new ByteWriter();
        ParcelFacts facts = parcel.facts();
        Further further = facts.further();
        boolean more = !further.open().isEmpty() || further.hidesValues();
        out.octet(more ? VERSION : 2);
        out.text(parcel.number().sheet());
        out.text(parcel.number().number());
        out.text(LandUse.text(facts.landUses()));
        LegalArea legal = facts.legalArea();
        out.number(legal == null ? -1 : legal.tenths());
        out.text(parcel.number().commune());
        tail(out, parcel, facts);
        if (more) {
            out.text(further.open());
            out.text(further.unread());
        }
        return out.done();
    }

    private static void tail(ByteWriter out, Parcel parcel, ParcelFacts facts) {
        FrozenShape frozen = parcel.frozen();
        boolean hasOld = !facts.oldSheet().isEmpty() || !facts.oldNumber().isEmpty();
        out.octet((facts.legalLandUses().isEmpty() ? 0 : LEGAL_USES)
                | (facts.state() == ParcelState.NORMAL ? 0 : STATE)
                | (facts.code().isEmpty() ? 0 : CODE)
                | (facts.sourceId().isEmpty() ? 0 : SOURCE)
                | (hasOld ? OLD_NUMBER : 0)
                | (parcel.lifespan().equals(Lifespan.ALIVE) ? 0 : LIFESPAN)
                | (parcel.parents().isEmpty() ? 0 : PARENTS)
                | (frozen == null || frozen.rings().isEmpty() ? 0 : FROZEN));
        if (!facts.legalLandUses().isEmpty()) {
            out.text(LandUse.text(facts.legalLandUses()));
        }
        if (facts.state() != ParcelState.NORMAL) {
            out.octet(facts.state().ordinal());
        }
        if (!facts.code().isEmpty()) {
            out.text(facts.code());
        }
        if (!facts.sourceId().isEmpty()) {
            out.text(facts.sourceId());
        }
        if (hasOld) {
            out.text(facts.oldSheet());
            out.text(facts.oldNumber());
        }
        if (!parcel.lifespan().equals(Lifespan.ALIVE)) {
            day(out, parcel.lifespan().from());
            day(out, parcel.lifespan().to());
        }
        if (!parcel.parents().isEmpty()) {
            out.number(parcel.parents().size());
            for (ParcelId parent : parcel.parents()) {
                out.number(parent.high());
                out.number(parent.low());
            }
        }
        if (frozen != null && !frozen.rings().isEmpty()) {
            out.number(frozen.rings().size());
            shape(out, frozen);
        }
    }

    /** The part that may lead to persons; empty when there is nothing in it. */
    public static byte[] secret(Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        String further = facts.further().secret();
        if (facts.address().isEmpty() && facts.extras().isEmpty() && further.isEmpty()) {
            return new byte[0];
        }
        ByteWriter out = new ByteWriter();
        out.text(facts.address());
        out.number(facts.extras().size());
        facts.extras().forEach((name, value) -> {
            out.text(name);
            out.octet(tag(value));
            out.text(value.toString());
        });
        if (!further.isEmpty()) {
            out.text(further);
        }
        return out.done();
    }

    /**
     * Puts a parcel together again.
     *
     * @param id its id
     * @param set its coverage
     * @param faces its live faces, none when retired
     * @param open what {@link #open} gave
     * @param secret what {@link #secret} gave
     * @throws IllegalArgumentException if the bytes are not of this form
     */
    public static Parcel decode(ParcelId id, ParcelSet set, List<Face> faces, byte[] open, byte[] secret) {
        try {
            return read(id, set, faces, open, secret);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day that there is not", e);
        }
    }

    private static Parcel read(ParcelId id, ParcelSet set, List<Face> faces, byte[] open, byte[] secret) {
        ByteReader in = new ByteReader(open, 0, open.length);
        int version = version(in);
        String sheet = in.text();
        String number = in.text();
        List<LandUse> uses = LandUse.parse(in.text());
        long tenths = in.number();
        ParcelNumber cited = new ParcelNumber(in.text(), sheet, number);
        int has = version == 1 ? ALL : in.octet();
        List<LandUse> legalUses = (has & LEGAL_USES) == 0 ? List.of() : LandUse.parse(in.text());
        ParcelState state = (has & STATE) == 0 ? ParcelState.NORMAL : oneState(in);
        String code = (has & CODE) == 0 ? "" : in.text();
        String source = (has & SOURCE) == 0 ? "" : in.text();
        String oldSheet = (has & OLD_NUMBER) == 0 ? "" : in.text();
        String oldNumber = (has & OLD_NUMBER) == 0 ? "" : in.text();
        Lifespan lifespan = (has & LIFESPAN) == 0 ? Lifespan.ALIVE : new Lifespan(day(in), day(in));
        List<ParcelId> parents = new ArrayList<>();
        for (int n = (has & PARENTS) == 0 ? 0 : in.count(); n > 0; n--) {
            parents.add(new ParcelId(in.number(), in.number()));
        }
        FrozenShape frozen = (has & FROZEN) == 0 ? null : shape(in);
        String more = version < VERSION ? "" : in.text();
        String unread = version < VERSION ? "" : in.text();
        ByteReader rest = new ByteReader(secret, 0, secret.length);
        String address = rest.isAtEnd() ? "" : rest.text();
        Map<String, Object> extras = extras(rest);
        String secretMore = rest.isAtEnd() ? "" : rest.text();
        boolean plain = more.isEmpty() && unread.isEmpty() && secretMore.isEmpty();
        ParcelFacts facts = new ParcelFacts(
                code,
                source,
                uses,
                legalUses,
                tenths < 0 ? null : new LegalArea(tenths),
                state,
                oldSheet,
                oldNumber,
                address,
                extras,
                plain ? Further.NONE : new Further(more, unread, secretMore));
        return new Parcel(id, set, cited, facts, faces, lifespan, parents, frozen);
    }

    /** Both parts in one array, the form a fabric holds. */
    static byte[] whole(Parcel parcel) {
        ByteWriter out = new ByteWriter();
        out.block(open(parcel));
        out.block(secret(parcel));
        return out.done();
    }

    /** Reads the version a body begins with. */
    static int version(ByteReader in) {
        int version = in.octet();
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("parcel body of version " + version + ", this program knows " + VERSION);
        }
        return version;
    }

    /** From the start of a body: what stands against changing the parcel. */
    static ParcelState state(ByteReader in) {
        int has = skipToTail(in);
        return (has & STATE) == 0 ? ParcelState.NORMAL : oneState(in);
    }

    private static ParcelState oneState(ByteReader in) {
        int state = in.octet();
        if (state >= STATES.length) {
            throw new IllegalArgumentException("a state that there is not: " + state);
        }
        return STATES[state];
    }

    /** From the start of a body: the permanent code. */
    static String code(ByteReader in) {
        int has = skipToTail(in);
        if ((has & STATE) != 0) {
            in.octet();
        }
        return (has & CODE) == 0 ? "" : in.text();
    }

    /** From the start of a body: the key the parcel had in its source. */
    static String sourceId(ByteReader in) {
        int has = skipToTail(in);
        if ((has & STATE) != 0) {
            in.octet();
        }
        if ((has & CODE) != 0) {
            in.skipText();
        }
        return (has & SOURCE) == 0 ? "" : in.text();
    }

    /** From the start of a body: the former sheet and number with a stroke between; "" when there is neither. */
    static String oldNumber(ByteReader in) {
        int has = skipToTail(in);
        if ((has & STATE) != 0) {
            in.octet();
        }
        if ((has & CODE) != 0) {
            in.skipText();
        }
        if ((has & SOURCE) != 0) {
            in.skipText();
        }
        String sheet = (has & OLD_NUMBER) == 0 ? "" : in.text();
        String number = (has & OLD_NUMBER) == 0 ? "" : in.text();
        return sheet.isEmpty() && number.isEmpty() ? "" : sheet + "/" + number;
    }

    /** From the start of a body: the uses per the papers, as {@link LandUse#text} gives them. */
    static String legalUses(ByteReader in) {
        int has = skipToFlags(in);
        return (has & LEGAL_USES) == 0 ? "" : in.text();
    }

    /** Goes behind the legal uses; tells what follows. */
    private static int skipToTail(ByteReader in) {
        int has = skipToFlags(in);
        if ((has & LEGAL_USES) != 0) {
            in.skipText();
        }
        return has;
    }

    private static int skipToFlags(ByteReader in) {
        int version = version(in);
        in.skipText();
        in.skipText();
        in.skipText();
        in.number();
        in.skipText();
        return version == 1 ? ALL : in.octet();
    }

    private static void day(ByteWriter out, @Nullable LocalDate day) {
        out.number(day == null ? Long.MIN_VALUE : day.toEpochDay());
    }

    private static @Nullable LocalDate day(ByteReader in) {
        long day = in.number();
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static void shape(ByteWriter out, FrozenShape shape) {
        for (int r = 0; r < shape.rings().size(); r++) {
            long[] ring = shape.rings().get(r);
            out.octet(shape.shells().get(r) ? 1 : 0);
            out.number(ring.length / 2);
            for (int i = 0; i < ring.length; i++) {
                out.number(i < 2 ? ring[i] : ring[i] - ring[i - 2]);
            }
        }
    }

    private static @Nullable FrozenShape shape(ByteReader in) {
        int count = in.count();
        if (count == 0) {
            return null;
        }
        List<long[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            shells.add(in.octet() == 1);
            long[] ring = new long[in.count() * 2];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = in.number() + (i < 2 ? 0 : ring[i - 2]);
            }
            rings.add(ring);
        }
        return new FrozenShape(rings, shells);
    }

    private static int tag(Object value) {
        if (value instanceof String) {
            return 's';
        }
        if (value instanceof Long) {
            return 'i';
        }
        if (value instanceof BigDecimal) {
            return 'n';
        }
        if (value instanceof Boolean) {
            return 'b';
        }
        return value instanceof LocalDate ? 'd' : 't';
    }

    private static Map<String, Object> extras(ByteReader in) {
        Map<String, Object> extras = new LinkedHashMap<>();
        for (int n = in.isAtEnd() ? 0 : in.count(); n > 0; n--) {
            String name = in.text();
            int tag = in.octet();
            extras.put(name, value(tag, in.text()));
        }
        return extras;
    }

    private static Object value(int tag, String text) {
        switch (tag) {
            case 's':
                return text;
            case 'i':
                return Long.valueOf(text);
            case 'n':
                return new BigDecimal(text);
            case 'b':
                return Boolean.valueOf(text);
            case 'd':
                return LocalDate.parse(text);
            case 't':
                return OffsetDateTime.parse(text);
            default:
                throw new IllegalArgumentException("unknown kind of value: " + tag);
        }
    }
}
