package vn.diaba.store.codec;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.change.Waiver;

/**
 * Change sets to bytes and back; decode(encode(s)) equals s. What names or describes persons (addresses, further columns,
 * whose wall it is, parties, reasons of waivers) is in the person part; without it the land part still gives a change set,
 * with those texts empty and without parties. Stateless; safe for all threads.
 */
public final class ChangeCodec {
    /** The version written; older ones are read for ever. */
    public static final int VERSION = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ChangeCodec() {}

    /** The bytes of a change set. */
    public static Payload encode(ChangeSet set) {
        Map<String, Object> land = header(set);
        List<Object> changes = new ArrayList<>(set.changes().size());
        List<Object> persons = new ArrayList<>();
        int n = 0;
        for (Change change : set.changes()) {
            Map<String, Object> person = new LinkedHashMap<>();
            changes.add(ValueCodec.change(change, person));
            if (!person.isEmpty()) {
                person.put("i", n);
                persons.add(person);
            }
            n++;
        }
        land.put("changes", changes);
        List<String> reasons = set.waivers().stream().map(Waiver::reason).toList();
        if (persons.isEmpty() && reasons.isEmpty()) {
            return new Payload(Json.write(land), new byte[0]);
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("salt", HexFormat.of().formatHex(salt));
        person.put("reasons", reasons);
        person.put("changes", persons);
        return new Payload(Json.write(land), Json.write(person));
    }

    /** All of a change set but its changes and the reasons of its waivers. */
    public static Map<String, Object> header(ChangeSet set) {
        Map<String, Object> land = new LinkedHashMap<>();
        land.put("v", VERSION);
        land.put("id", set.id());
        land.put("label", set.label());
        land.put("origin", set.origin().name());
        if (set.caseId() != null) {
            land.put("case", set.caseId());
        }
        land.put("author", set.author());
        land.put("time", set.time());
        if (set.reverts() != null) {
            land.put("reverts", set.reverts());
        }
        if (!set.waivers().isEmpty()) {
            List<Object> waivers = new ArrayList<>();
            for (Waiver waiver : set.waivers()) {
                waivers.add(Map.of("rule", waiver.rule(), "subjects", waiver.subjects()));
            }
            land.put("waivers", waivers);
        }
        return land;
    }

    /**
     * The change set of the bytes.
     *
     * @throws CodecException if they are not of this form or of a newer version
     */
    public static ChangeSet decode(Payload payload) throws CodecException {
        return decode(Json.read(payload.land()), person(payload));
    }

    static JsonObject person(Payload payload) throws CodecException {
        return payload.person().length == 0 ? JsonObject.empty() : Json.read(payload.person());
    }

    static ChangeSet decode(JsonObject land, JsonObject person) throws CodecException {
        try {
            Map<Long, JsonObject> persons = new LinkedHashMap<>();
            for (Object entry : person.list("changes")) {
                JsonObject object = object(entry);
                persons.put(object.number("i"), object);
            }
            List<Change> changes = new ArrayList<>();
            long n = 0;
            if (!land.fields().containsKey("changes")) {
                throw new CodecException("no changes", null);
            }
            for (Object entry : land.list("changes")) {
                Change change = ValueCodec.change(object(entry), persons.getOrDefault(n++, JsonObject.empty()));
                if (change != null) {
                    changes.add(change);
                }
            }
            return decode(land, person.list("reasons"), changes);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new CodecException("a value that cannot be", e);
        }
    }

    /**
     * Puts a header and changes together.
     *
     * @param land what {@link #header} gave
     * @param reasons one for each waiver, or none
     * @throws CodecException if the header is not of this form or of a newer version
     */
    public static ChangeSet decode(JsonObject land, List<?> reasons, List<Change> changes) throws CodecException {
        if (land.number("v") != VERSION) {
            throw new CodecException("change set of version " + land.number("v"), null);
        }
        List<Waiver> waivers = new ArrayList<>();
        for (Object entry : land.list("waivers")) {
            JsonObject waiver = object(entry);
            List<UUID> subjects = new ArrayList<>();
            for (Object subject : waiver.list("subjects")) {
                subjects.add(JsonObject.id(subject));
            }
            @Nullable Object reason = waivers.size() < reasons.size() ? reasons.get(waivers.size()) : null;
            String words = reason == null || reason.toString().isBlank() ? "***" : reason.toString();
            waivers.add(new Waiver(waiver.text("rule"), subjects, words));
        }
        try {
            return new ChangeSet(
                    land.id("id"),
                    land.text("label"),
                    new Origin(land.text("origin")),
                    land.findId("case"),
                    land.text("author"),
                    Instant.parse(land.text("time")),
                    land.findId("reverts"),
                    waivers,
                    changes);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CodecException("a header that cannot be", e);
        }
    }

    /**
     * What a change makes of a value that differs from the one it starts from in what names persons only, as it does for one
     * who may not see them: what the change leaves alone there stays.
     *
     * @param change as it was made
     * @param current the object's value; null when there is none
     * @return the value afterwards; null when the object is removed
     */
    public static @Nullable Object after(Change change, @Nullable Object current) throws CodecException {
        return ValueCodec.after(change, current);
    }

    static JsonObject object(@Nullable Object value) throws CodecException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new CodecException("not an object", null);
    }
}
