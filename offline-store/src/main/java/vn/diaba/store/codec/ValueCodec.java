package vn.diaba.store.codec;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;

/** One change to JSON and back, the personal part apart. Stateless. */
final class ValueCodec {
    private static final Logger LOG = Logger.getLogger(ValueCodec.class.getName());
    private static final String PARTY = "party";
    private static final String RIGHT = "right";
    /** Kinds of records that are nothing to one who may not see persons. */
    private static final Set<String> PERSONAL = Set.of(PARTY, RIGHT, PaperCodec.PAPER, PaperCodec.ATTACHMENT);

    private ValueCodec() {}

    /** The land part of a change; what is personal goes into {@code person} as b (before) and a (after). */
    static Map<String, Object> change(Change change, Map<String, Object> person) {
        Map<String, Object> land = new LinkedHashMap<>();
        NewerRecord newer = newer(change);
        if (change instanceof Change.CornerChange corner) {
            land.put("k", "corner");
            land.put("id", corner.id());
        } else if (change instanceof Change.SideChange side) {
            land.put("k", "side");
            land.put("id", side.id().first());
            land.put("to", side.id().second());
        } else if (change instanceof Change.ParcelChange parcel) {
            land.put("k", "parcel");
            land.put("id", parcel.id());
        } else if (newer != null) {
            NewerCodec.head(newer, land);
        } else {
            land.put("k", "record");
            land.put("id", change.id());
        }
        put(change.before(), "b", land, person);
        put(change.after(), "a", land, person);
        return land;
    }

    private static @Nullable NewerRecord newer(Change change) {
        Object value = change.after() == null ? change.before() : change.after();
        return value instanceof NewerRecord newer ? newer : null;
    }

    static void put(@Nullable Object value, String name, Map<String, Object> land, Map<String, Object> person) {
        if (value == null) {
            return;
        }
        Map<String, Object> open = new LinkedHashMap<>();
        Map<String, Object> secret = new LinkedHashMap<>();
        if (value instanceof Corner corner) {
            corner(corner, open);
            FurtherCodec.write(corner.further(), open, secret);
        } else if (value instanceof SideFacts side) {
            open.put("line", side.lineKind());
            text(open, "along", side.along());
            open.put("agreement", side.agreement());
            text(secret, "wallOf", side.wallOf());
            FurtherCodec.write(side.further(), open, secret);
        } else if (value instanceof Parcel parcel) {
            ParcelCodec.write(parcel, open, secret);
        } else if (value instanceof Party party) {
            open.put("t", PARTY);
            secret.put("name", party.name());
            text(secret, "idNumber", party.idNumber());
            text(secret, "userType", party.userType());
            text(secret, "address", party.address());
            FurtherCodec.write(party.further(), open, secret);
        } else if (value instanceof Right right) {
            open.put("t", RIGHT);
            secret.put("party", right.party());
            secret.put("parcel", right.parcel());
            secret.put("share", List.of(right.numerator(), right.denominator()));
            FurtherCodec.write(right.further(), open, secret);
        } else if (value instanceof MapObject object) {
            PlacedCodec.write(object, open, secret);
        } else if (value instanceof SurveyPoint point) {
            PlacedCodec.write(point, open, secret);
        } else if (value instanceof CaseFile one) {
            CaseCodec.write(one, open, secret);
        } else if (value instanceof Paper paper) {
            PaperCodec.write(paper, open, secret);
        } else if (value instanceof Attachment file) {
            PaperCodec.write(file, open, secret);
        } else if (value instanceof NewerRecord newer) {
            NewerCodec.write(newer, open, secret);
        }
        land.put(name, open);
        if (!secret.isEmpty()) {
            person.put(name, secret);
        }
    }

    static @Nullable Object after(Change change, @Nullable Object current) throws CodecException {
        Object before = change.before();
        Object after = change.after();
        if (before == null || after == null || current == null || current.equals(before)) {
            return after;
        }
        Map<String, Object> was = secret(before);
        Map<String, Object> here = secret(current);
        if (was.equals(here)) {
            return after;
        }
        Map<String, Object> is = secret(after);
        Map<String, Object> merged = new LinkedHashMap<>();
        here.forEach((name, value) -> merged.put(name, value));
        for (String name : names(was, is)) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                merged.remove(name);
                if (is.containsKey(name)) {
                    merged.put(name, is.get(name));
                }
            }
        }
        byte[] land = Json.write(change(change, new LinkedHashMap<>()));
        Change kept = change(Json.read(land), Json.read(Json.write(Map.of("a", merged))));
        return kept == null ? after : kept.after();
    }

    private static Set<String> names(Map<String, Object> one, Map<String, Object> other) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static Map<String, Object> secret(Object value) {
        Map<String, Object> person = new LinkedHashMap<>();
        put(value, "a", new LinkedHashMap<>(), person);
        Map<String, Object> secret = new LinkedHashMap<>();
        if (person.get("a") instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> secret.put(String.valueOf(name), field));
        }
        return secret;
    }

    static void text(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static void corner(Corner corner, Map<String, Object> open) {
        open.put("e", corner.position().gridEast());
        open.put("n", corner.position().gridNorth());
        text(open, "monument", corner.monument());
        PlacedCodec.observation(corner.observation(), open);
    }

    /** A change of both parts; null where only the missing person part could tell what it is. */
    static @Nullable Change change(JsonObject land, JsonObject person) throws CodecException {
        UUID id = land.id("id");
        JsonObject before = land.findObject("b");
        JsonObject after = land.findObject("a");
        JsonObject was = orEmpty(person.findObject("b"));
        JsonObject is = orEmpty(person.findObject("a"));
        switch (land.text("k")) {
            case "corner":
                CornerId corner = CornerId.of(id);
                return new Change.CornerChange(corner, corner(corner, before, was), corner(corner, after, is));
            case "side":
                SideKey key = new SideKey(CornerId.of(id), CornerId.of(land.id("to")));
                return new Change.SideChange(key, side(before, was), side(after, is));
            case "parcel":
                ParcelId parcel = ParcelId.of(id);
                return new Change.ParcelChange(
                        parcel, ParcelCodec.read(parcel, before, was), ParcelCodec.read(parcel, after, is));
            case "record":
                LandRecord old = entry(id, before, was);
                LandRecord now = entry(id, after, is);
                return old == null && now == null ? null : new Change.RecordChange(id, old, now);
            default:
                return NewerCodec.change(land, was, is);
        }
    }

    private static JsonObject orEmpty(@Nullable JsonObject object) {
        return object == null ? JsonObject.empty() : object;
    }

    static @Nullable Corner corner(CornerId id, @Nullable JsonObject open, JsonObject secret) throws CodecException {
        if (open == null) {
            return null;
        }
        EastNorth place = EastNorth.ofGrid(open.number("e"), open.number("n"));
        Further further = new FurtherCodec(open).rest(FurtherCodec.CORNER, secret, Set.of());
        return new Corner(id, place, open.textOr("monument"), PlacedCodec.observation(open), further);
    }

    static @Nullable SideFacts side(@Nullable JsonObject open, JsonObject secret) throws CodecException {
        if (open == null) {
            return null;
        }
        FurtherCodec more = new FurtherCodec(open);
        SideFacts.Agreement agreement = more.constant("agreement", SideFacts.Agreement.UNKNOWN);
        return new SideFacts(
                Math.toIntExact(open.number("line")),
                open.textOr("along"),
                secret.textOr("wallOf"),
                agreement,
                more.rest(FurtherCodec.SIDE, secret, FurtherCodec.SIDE_SECRET));
    }

    /** A record; one of a known kind that cannot be read is carried along like those of newer kinds, and stops nobody. */
    static @Nullable LandRecord entry(UUID id, @Nullable JsonObject open, JsonObject secret) throws CodecException {
        if (open == null) {
            return null;
        }
        String kind = open.text("t");
        try {
            return known(id, kind, open, secret);
        } catch (CodecException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | IndexOutOfBoundsException e) {
            LOG.log(Level.WARNING, "record-not-read: {0} {1}", new Object[] {kind, id});
            return NewerCodec.entry(id, kind, open, secret);
        }
    }

    private static @Nullable LandRecord known(UUID id, String kind, JsonObject open, JsonObject secret)
            throws CodecException {
        if (kind.equals(PlacedCodec.OBJECT)) {
            return PlacedCodec.object(id, open, secret);
        }
        if (kind.equals(PlacedCodec.POINT)) {
            return PlacedCodec.point(id, open, secret);
        }
        if (kind.equals(CaseCodec.CASE)) {
            return CaseCodec.read(id, open, secret);
        }
        if (!PERSONAL.contains(kind)) {
            return NewerCodec.entry(id, kind, open, secret);
        }
        return secret.fields().isEmpty() ? null : person(id, kind, open, secret);
    }

    private static LandRecord person(UUID id, String kind, JsonObject open, JsonObject secret) throws CodecException {
        if (kind.equals(PaperCodec.PAPER)) {
            return PaperCodec.paper(id, open, secret);
        }
        if (kind.equals(PaperCodec.ATTACHMENT)) {
            return PaperCodec.attachment(id, open, secret);
        }
        FurtherCodec more = new FurtherCodec(open);
        if (kind.equals(PARTY)) {
            return new Party(
                    id,
                    secret.text("name"),
                    secret.textOr("idNumber"),
                    secret.textOr("userType"),
                    secret.textOr("address"),
                    more.rest(FurtherCodec.RECORD, secret, FurtherCodec.PARTY_SECRET));
        }
        List<?> share = secret.list("share");
        if (share.size() == 2 && share.get(0) instanceof Long up && share.get(1) instanceof Long down) {
            return new Right(
                    id,
                    secret.id("party"),
                    ParcelId.of(secret.id("parcel")),
                    Math.toIntExact(up),
                    Math.toIntExact(down),
                    more.rest(FurtherCodec.RECORD, secret, FurtherCodec.RIGHT_SECRET));
        }
        throw new CodecException("not a share", null);
    }
}
