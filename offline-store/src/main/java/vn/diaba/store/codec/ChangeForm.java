package vn.diaba.store.codec;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;

/**
 * The form in which every land database takes a change set, so that each workstation that pulls it later can read it: one that
 * could not would be stopped by it for good. Stricter than reading where forms of other programs mean the same. The same stands
 * in the form step of the land database on PostgreSQL; one contract tests both. Stateless.
 */
public final class ChangeForm {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)?");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,98}");
    private static final Set<String> FABRIC = Set.of("corner", "side", "parcel");
    private static final long LARGEST_LINE = 999_999_999;
    private static final long LARGEST_AREA = 999_999_999_999_999L;

    private ChangeForm() {}

    /**
     * Reads what is offered under an id.
     *
     * @param id of the change set
     * @param payload as it was sent
     * @param most how many changes are taken at once
     * @throws CodecException if it is not of the form, or is another change set
     */
    public static ChangeSet read(UUID id, Payload payload, int most) throws CodecException {
        JsonObject land = Json.read(payload.land());
        JsonObject person = ChangeCodec.person(payload);
        require(land.text("id").equals(id.toString()), "the id");
        require(TIME.matcher(land.text("time")).matches(), "the time");
        for (String name : List.of("case", "reverts")) {
            require(!land.fields().containsKey(name) || isId(land.fields().get(name)), name);
        }
        for (Object waiver : land.list("waivers")) {
            requireIds(ChangeCodec.object(waiver).list("subjects"));
        }
        List<?> changes = land.list("changes");
        require(changes.size() <= most, "too many changes");
        for (Object change : changes) {
            check(ChangeCodec.object(change));
        }
        for (Object part : person.list("changes")) {
            check(ChangeCodec.object(part), changes);
        }
        return ChangeCodec.decode(land, person);
    }

    private static void require(boolean holds, String what) throws CodecException {
        if (!holds) {
            throw new CodecException("not of the form: " + what, null);
        }
    }

    private static boolean isId(@Nullable Object value) {
        return value instanceof String text && ID.matcher(text).matches();
    }

    private static void requireIds(List<?> ids) throws CodecException {
        for (Object id : ids) {
            require(isId(id), "an id");
        }
    }

    private static void check(JsonObject change) throws CodecException {
        String kind = change.text("k");
        require(KIND.matcher(kind).matches(), "a kind");
        require(isId(change.fields().get("id")), "an id");
        require(!kind.equals("side") || isId(change.fields().get("to")), "an end of a side");
        for (String part : List.of("b", "a")) {
            JsonObject body = change.findObject(part);
            if (body != null) {
                check(kind, body);
            }
        }
    }

    private static void check(String kind, JsonObject body) throws CodecException {
        if (kind.equals("record")) {
            require(KIND.matcher(body.text("t")).matches(), "a kind");
        } else if (kind.equals("corner")) {
            require(DAY.matcher(body.textOr("date")).matches(), "a day");
        } else if (kind.equals("side")) {
            require(isWithin(body.number("line"), LARGEST_LINE), "a line");
        } else if (kind.equals("parcel")) {
            for (String day : List.of("from", "to")) {
                require(DAY.matcher(body.textOr(day)).matches(), "a day");
            }
            require(
                    !body.fields().containsKey("legalTenths") || isWithin(body.number("legalTenths"), LARGEST_AREA),
                    "an area");
            requireIds(body.list("parents"));
            for (Object face : body.list("faces")) {
                for (Object ring : ParcelCodec.list(face)) {
                    requireIds(ParcelCodec.list(ring));
                }
            }
        }
    }

    private static boolean isWithin(long number, long largest) {
        return number >= 0 && number <= largest;
    }

    /** A person part belongs to a change there is. */
    private static void check(JsonObject part, List<?> changes) throws CodecException {
        long place = part.number("i");
        require(place >= 0 && place < changes.size(), "a place among the changes");
        String kind = ChangeCodec.object(changes.get((int) place)).text("k");
        for (String name : List.of("b", "a")) {
            JsonObject secret = part.findObject(name);
            if (secret != null && FABRIC.contains(kind)) {
                secret.textOr("address");
                secret.textOr("wallOf");
                secret.list("extras");
            }
        }
    }
}
