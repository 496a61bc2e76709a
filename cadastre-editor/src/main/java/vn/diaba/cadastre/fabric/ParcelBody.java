package vn.diaba.cadastre.fabric;

import java.math.BigDecimal;
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
    private static final int VERSION = 1;

    private ParcelBody() {}

    /** The part that may be read by anyone: numbers, land use, areas, state, lineage, outline of a retired parcel. */
    public static byte[] open(Parcel parcel) {
        ByteWriter out = new ByteWriter();
        ParcelFacts facts = parcel.facts();
        out.octet(VERSION);
        out.text(parcel.number().sheet());
        out.text(parcel.number().number());
        out.text(LandUse.text(facts.landUses()));
        LegalArea legal = facts.legalArea();
        out.number(legal == null ? -1 : legal.tenths());
        out.text(parcel.number().commune());
        out.text(LandUse.text(facts.legalLandUses()));
        out.octet(facts.state().ordinal());
        out.text(facts.code());
        out.text(facts.sourceId());
        out.text(facts.oldSheet());
        out.text(facts.oldNumber());
        day(out, parcel.lifespan().from());
        day(out, parcel.lifespan().to());
        out.number(parcel.parents().size());
        for (ParcelId parent : parcel.parents()) {
            out.number(parent.high());
            out.number(parent.low());
        }
        FrozenShape frozen = parcel.frozen();
        out.number(frozen == null ? 0 : frozen.rings().size());
        if (frozen != null) {
            shape(out, frozen);
        }
        return out.done();
    }

    /** The part that may lead to persons; empty when there is nothing in it. */
    public static byte[] secret(Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        if (facts.address().isEmpty() && facts.extras().isEmpty()) {
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
        ByteReader in = new ByteReader(open, 0, open.length);
        version(in);
        String sheet = in.text();
        String number = in.text();
        List<LandUse> uses = LandUse.parse(in.text());
        long tenths = in.number();
        ParcelNumber cited = new ParcelNumber(in.text(), sheet, number);
        List<LandUse> legalUses = LandUse.parse(in.text());
        ParcelState state = ParcelState.values()[in.octet()];
        String code = in.text();
        String source = in.text();
        String oldSheet = in.text();
        String oldNumber = in.text();
        Lifespan lifespan = new Lifespan(day(in), day(in));
        List<ParcelId> parents = new ArrayList<>();
        for (long n = in.number(); n > 0; n--) {
            parents.add(new ParcelId(in.number(), in.number()));
        }
        FrozenShape frozen = shape(in);
        ByteReader rest = new ByteReader(secret, 0, secret.length);
        String address = rest.isAtEnd() ? "" : rest.text();
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
                extras(rest));
        return new Parcel(id, set, cited, facts, faces, lifespan, parents, frozen);
    }

    /** Both parts in one array, the form a fabric holds. */
    static byte[] whole(Parcel parcel) {
        ByteWriter out = new ByteWriter();
        out.block(open(parcel));
        out.block(secret(parcel));
        return out.done();
    }

    static void version(ByteReader in) {
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException("parcel body of version " + version + ", this program knows " + VERSION);
        }
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
        long count = in.number();
        if (count == 0) {
            return null;
        }
        List<long[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (long r = 0; r < count; r++) {
            shells.add(in.octet() == 1);
            long[] ring = new long[Math.toIntExact(in.number() * 2)];
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
        for (long n = in.isAtEnd() ? 0 : in.number(); n > 0; n--) {
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
