package vn.diaba.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Further;

/**
 * Attributes that a newer version of the program writes and this one does not know, in JSON, and those of known attributes
 * whose value it does not know. An object of a kind is known by the names given here; every other name is carried along.
 * Confined to one object.
 */
final class FurtherCodec {
    static final Set<String> CORNER = Set.of("e", "n", "monument", "method", "sigma", "date", "surveyor", "instrument");
    static final Set<String> SIDE = Set.of("line", "along", "agreement");
    static final Set<String> PARCEL = names(
            "set commune sheet number code sourceId landUse legalLandUse legalTenths state oldSheet oldNumber from to"
                    + " parents faces frozen");
    static final Set<String> RECORD = Set.of("t");
    static final Set<String> OBJECT = names("t level shape parts holes text kind name structure floors turn");
    static final Set<String> POINT =
            names("t role number e n height code method sigma date surveyor instrument corner");
    static final Set<String> CASE = names("t number procedure state received deadline parcels");
    static final Set<String> CASE_SECRET = Set.of("applicant", "remark", "reason");
    static final Set<String> SIDE_SECRET = Set.of("wallOf");
    static final Set<String> PARCEL_SECRET = Set.of("address", "extras");
    static final Set<String> PARTY_SECRET = Set.of("name", "idNumber", "userType", "address");
    static final Set<String> RIGHT_SECRET = Set.of("party", "parcel", "share");
    static final Set<String> PAPER_SECRET = names("type number bookNumber issued issuer parcels holders remark");
    static final Set<String> ATTACHMENT_SECRET = names("of name mediaType bytes sha256 remark");
    static final Set<String> OBJECT_SECRET = Set.of("remark", "extras");
    static final Set<String> POINT_SECRET = Set.of("raw");

    private final JsonObject open;
    private final Map<String, @Nullable Object> unread = new TreeMap<>();
    private final Map<String, @Nullable Object> hidden = new TreeMap<>();

    /** Reads the part of an object that anyone may read. */
    FurtherCodec(JsonObject open) {
        this.open = open;
    }

    private static Set<String> names(String words) {
        return Set.of(words.split(" "));
    }

    /** A constant by its name; one that is not known is kept apart, and a plain one stands in. */
    <E extends Enum<E>> E constant(String name, E plain) throws CodecException {
        String text = open.text(name);
        for (E constant : plain.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        unread.put(name, text);
        return plain;
    }

    /** Keeps a value of the secret part as it is; among what is not read only its name stands. */
    void hide(String name, Object value) {
        unread.put(name, null);
        hidden.put(name, value);
    }

    /**
     * What is not known of the object.
     *
     * @param known names that are, in the part that anyone may read
     * @param secret the other part
     * @param knownSecret names that are known there
     */
    Further rest(Set<String> known, JsonObject secret, Set<String> knownSecret) {
        String more = text(without(open, known));
        Map<String, @Nullable Object> kept = without(secret, knownSecret);
        kept.putAll(hidden);
        return more.isEmpty() && kept.isEmpty() && unread.isEmpty()
                ? Further.NONE
                : new Further(more, text(unread), text(kept));
    }

    private static Map<String, @Nullable Object> without(JsonObject object, Set<String> known) {
        Map<String, @Nullable Object> rest = new TreeMap<>();
        object.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                rest.put(name, value);
            }
        });
        return rest;
    }

    /** Fields as text in the order of their names, "" for none. */
    static String text(Map<String, ? extends @Nullable Object> fields) {
        return fields.isEmpty() ? "" : new String(Json.write(sorted(fields)), StandardCharsets.UTF_8);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return sorted(object.fields());
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> inOrder = new TreeMap<>();
            fields.forEach((name, field) -> inOrder.put(String.valueOf(name), sorted(field)));
            return inOrder;
        }
        return value instanceof List<?> items
                ? items.stream().map(FurtherCodec::sorted).toList()
                : value;
    }

    /** The fields of a text again. */
    static JsonObject fields(String text) throws CodecException {
        return text.isEmpty() ? JsonObject.empty() : Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts what is not known among the fields of an object, in place of what stands in for it. */
    static void write(Further further, Map<String, Object> open, Map<String, Object> secret) {
        if (!further.isEmpty()) {
            put(further.open(), open);
            put(further.unread(), (name, value) -> {
                if (value != null) {
                    open.put(name, value);
                }
            });
            put(further.secret(), secret);
        }
    }

    static void put(String text, Map<String, Object> into) {
        put(text, into::put);
    }

    private static void put(String text, BiConsumer<String, @Nullable Object> into) {
        try {
            fields(text).fields().forEach(into);
        } catch (CodecException e) {
            throw new IllegalArgumentException("not what was carried along", e);
        }
    }

    /** Behind an object's bytes. */
    static void write(Further further, ByteSink out) {
        out.text(further.open()).text(further.unread()).text(further.secret());
    }

    static Further read(ByteSource in) throws CodecException {
        return new Further(in.text(), in.text(), in.text());
    }
}
