package vn.diaba.store.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;

/** The values of the calls to JSON and back. Bytes are {@code \x…} as PostgreSQL writes them. Stateless. */
public final class WireJson {
    private static final HexFormat HEX = HexFormat.of();

    private WireJson() {}

    /** Bytes as text. */
    public static String hex(byte[] bytes) {
        return "\\x" + HEX.formatHex(bytes);
    }

    /** Text as bytes. */
    public static byte[] bytes(String text) throws CodecException {
        try {
            return HEX.parseHex(text.startsWith("\\x") ? text.substring(2) : text);
        } catch (IllegalArgumentException e) {
            throw new CodecException("not bytes", e);
        }
    }

    /** Fields in the order given: name, value, name, value. */
    public static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The text of bytes in UTF-8. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The items of a JSON array that is a text. */
    static List<?> array(String text) throws CodecException {
        return Json.read(utf8("{\"items\":" + text + "}")).list("items");
    }

    /** The bytes of a text in UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A value that must be an object. */
    public static JsonObject object(@Nullable Object value) throws CodecException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new CodecException("not an object", null);
    }

    /** A number from 0 on that must be there. */
    public static int count(JsonObject from, String name) throws CodecException {
        long number = from.number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new CodecException(name + " is out of range", null);
        }
        return (int) number;
    }

    /** Versions as triples of kind, object, version. */
    public static List<Object> versionRows(List<ObjectVersion> versions) {
        List<Object> list = new ArrayList<>(versions.size());
        versions.forEach(one -> list.add(List.of(one.key().kind(), one.key().object(), one.version())));
        return list;
    }

    /** The reverse of {@link #versionRows}. */
    public static List<ObjectVersion> versions(List<?> list) throws CodecException {
        List<ObjectVersion> versions = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof List<?> triple) || triple.size() != 3 || !(triple.get(2) instanceof Long version)) {
                throw new CodecException("not a version", null);
            }
            versions.add(new ObjectVersion(key(triple), version));
        }
        return versions;
    }

    private static ObjectKey key(List<?> item) {
        return new ObjectKey(String.valueOf(item.get(0)), String.valueOf(item.get(1)));
    }

    /** What the land database says of itself, and of its user. */
    public static Map<String, @Nullable Object> hello(Hello hello, Instant now) {
        Hello.Grant grant = hello.grant();
        List<Object> zones = new ArrayList<>();
        for (Hello.Zone zone : hello.zones()) {
            Hello.Right right = grant == null
                    ? null
                    : grant.rights().stream()
                            .filter(one -> one.zone() == zone.zone())
                            .findFirst()
                            .orElse(null);
            zones.add(fields(
                    "zone",
                    zone.zone(),
                    "name",
                    zone.name(),
                    "srid",
                    zone.srid(),
                    "mode",
                    zone.approval() ? "approval" : "direct",
                    "head",
                    zone.headSeq(),
                    "write",
                    right != null && right.write(),
                    "pii",
                    right != null && right.persons()));
        }
        Map<String, @Nullable Object> said = fields(
                "epoch",
                hello.epoch(),
                "protocolMin",
                Functions.PROTOCOL,
                "protocolMax",
                Functions.PROTOCOL,
                "time",
                now,
                "maxChanges",
                hello.maxChanges(),
                "user",
                grant == null ? "" : grant.user(),
                "zones",
                zones);
        if (!hello.files().isEmpty()) {
            said.put("files", hello.files());
        }
        return said;
    }

    /** The reverse of {@link #hello(Hello, Instant)}; PostgreSQL says role and days as well. */
    public static Hello hello(JsonObject from) throws CodecException {
        List<Hello.Zone> zones = new ArrayList<>();
        List<Hello.Right> rights = new ArrayList<>();
        for (Object item : from.list("zones")) {
            JsonObject zone = object(item);
            zones.add(new Hello.Zone(
                    count(zone, "zone"),
                    zone.text("name"),
                    count(zone, "srid"),
                    zone.number("head"),
                    zone.textOr("mode").equals("approval")));
            rights.add(new Hello.Right(count(zone, "zone"), is(zone, "write"), is(zone, "pii")));
        }
        String user = from.textOr("user");
        Hello.Grant grant = user.isEmpty()
                ? null
                : new Hello.Grant(
                        user,
                        from.textOr("role"),
                        rights,
                        time(from.text("time")),
                        from.fields().get("days") instanceof Long days ? Math.toIntExact(days) : 0);
        return new Hello(from.id("epoch"), count(from, "maxChanges"), zones, from.textOr("files"), grant);
    }

    private static boolean is(JsonObject from, String name) {
        return Boolean.TRUE.equals(from.fields().get(name));
    }

    /** A moment, as this program and as PostgreSQL writes it. */
    private static Instant time(String text) throws CodecException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new CodecException("not a time", e);
        }
    }

    /** An offered change set. */
    public static Map<String, @Nullable Object> push(Push push) {
        return fields(
                "p_id",
                push.id(),
                "p_client",
                push.client(),
                "p_protocol",
                Functions.PROTOCOL,
                "p_zone",
                push.zone(),
                "p_author",
                push.author(),
                "p_land",
                text(push.payload().land()),
                "p_person",
                text(push.payload().person()),
                "p_guards",
                versionRows(push.guards()));
    }

    /** The reverse of {@link #push(Push)}. */
    public static Push push(JsonObject from) throws CodecException {
        return new Push(
                from.id("p_id"),
                from.id("p_client"),
                from.text("p_author"),
                count(from, "p_zone"),
                new Payload(utf8(from.text("p_land")), utf8(from.text("p_person"))),
                versions(from.list("p_guards")));
    }

    /** A verdict. */
    public static Map<String, @Nullable Object> answer(PushAnswer answer) {
        if (answer instanceof PushAnswer.Accepted accepted) {
            return fields("status", "accepted", "seq", accepted.seq(), "versions", versionRows(accepted.versions()));
        }
        if (answer instanceof PushAnswer.Stale stale) {
            List<Object> objects = new ArrayList<>();
            stale.objects().forEach(key -> objects.add(List.of(key.kind(), key.object())));
            return fields("status", "stale", "objects", objects);
        }
        if (answer instanceof PushAnswer.Proposed) {
            return fields("status", "proposed");
        }
        if (answer instanceof PushAnswer.Declined declined) {
            return fields("status", "declined", "by", declined.by(), "reason", declined.reason());
        }
        List<Object> errors = new ArrayList<>();
        for (LandJudge.Refusal refusal : ((PushAnswer.Refused) answer).refusals()) {
            errors.add(fields(
                    "rule",
                    refusal.rule(),
                    "parcels",
                    refusal.parcels().stream().map(ParcelId::toString).toList(),
                    "east",
                    refusal.east(),
                    "north",
                    refusal.north(),
                    "detail",
                    refusal.detail()));
        }
        return fields("status", "refused", "refusals", errors);
    }

    /** The reverse of {@link #answer(PushAnswer)}. */
    public static PushAnswer answer(JsonObject from) throws CodecException {
        switch (from.text("status")) {
            case "accepted":
                return new PushAnswer.Accepted(from.number("seq"), versions(from.list("versions")));
            case "stale":
                List<ObjectKey> objects = new ArrayList<>();
                for (Object item : from.list("objects")) {
                    if (!(item instanceof List<?> pair) || pair.size() != 2) {
                        throw new CodecException("not an object", null);
                    }
                    objects.add(key(pair));
                }
                return new PushAnswer.Stale(objects);
            case "refused":
                List<LandJudge.Refusal> refusals = new ArrayList<>();
                for (Object item : from.list("refusals")) {
                    JsonObject error = object(item);
                    List<ParcelId> parcels = new ArrayList<>();
                    for (Object parcel : error.list("parcels")) {
                        parcels.add(ParcelId.of(JsonObject.id(parcel)));
                    }
                    refusals.add(new LandJudge.Refusal(
                            error.text("rule"),
                            parcels,
                            error.decimal("east"),
                            error.decimal("north"),
                            error.textOr("detail")));
                }
                return new PushAnswer.Refused(refusals);
            case "proposed":
                return new PushAnswer.Proposed();
            case "declined":
                return new PushAnswer.Declined(from.text("by"), from.text("reason"));
            default:
                throw new CodecException("an unknown verdict", null);
        }
    }

    /** Change sets of a zone as rows; the first tells the zone's head only. */
    public static List<Object> delta(Delta delta) {
        List<Object> rows = new ArrayList<>();
        rows.add(fields("head", delta.headSeq()));
        for (Delta.Entry entry : delta.entries()) {
            rows.add(fields(
                    "seq",
                    entry.seq(),
                    "id",
                    entry.id(),
                    "author",
                    entry.author(),
                    "accepted_at",
                    entry.acceptedAt(),
                    "land",
                    text(entry.payload().land()),
                    "person",
                    text(entry.payload().person()),
                    "person_hash",
                    hex(entry.personHash()),
                    "hash",
                    hex(entry.hash()),
                    "versions",
                    versionRows(entry.versions())));
        }
        return rows;
    }

    /** The reverse of {@link #delta(Delta)}. */
    public static Delta delta(List<?> rows) throws CodecException {
        List<Delta.Entry> entries = new ArrayList<>();
        for (Object item : rows.subList(Math.min(1, rows.size()), rows.size())) {
            JsonObject entry = object(item);
            entries.add(new Delta.Entry(
                    entry.number("seq"),
                    entry.id("id"),
                    entry.text("author"),
                    instant(entry.text("accepted_at")),
                    new Payload(utf8(entry.text("land")), utf8(entry.text("person"))),
                    bytes(entry.text("person_hash")),
                    bytes(entry.text("hash")),
                    versions(entry.list("versions"))));
        }
        return new Delta(entries, rows.isEmpty() ? 0 : object(rows.get(0)).number("head"));
    }

    /** Rows of an answer. */
    static List<?> rows(Object answer) throws CodecException {
        if (answer instanceof List<?> rows) {
            return rows;
        }
        throw new CodecException("not rows", null);
    }

    /** A moment in ISO form, with or without the offset that PostgreSQL writes. */
    public static Instant instant(String text) throws CodecException {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new CodecException("not a time", e);
        }
    }

    /** A checkpoint. */
    public static Map<String, @Nullable Object> checkpoint(Checkpoint at) {
        return fields("zone", at.zone(), "srid", at.srid(), "epoch", at.epoch(), "seq", at.seq(), "chain", at.chain());
    }

    /** The reverse of {@link #checkpoint(Checkpoint)}. */
    public static Checkpoint checkpoint(JsonObject from) throws CodecException {
        return new Checkpoint(
                count(from, "zone"), count(from, "srid"), from.id("epoch"), from.number("seq"), from.text("chain"));
    }
}
