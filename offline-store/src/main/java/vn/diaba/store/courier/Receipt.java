package vn.diaba.store.courier;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.LandPages;
import vn.diaba.store.wire.PackedLand;
import vn.diaba.store.wire.WireJson;

/**
 * What the office answers to a file. Immutable.
 *
 * @param hello of the land database, for this user
 * @param verdicts by change set: a {@link PushAnswer}, or the {@link RemoteException} it met
 * @param from where {@code delta} begins; null where there is none
 * @param delta what is new; null where the zone was not said or is given whole
 * @param snapshot all land of the zone, for a first time; null else
 * @param fault why there is neither; null else
 * @param token the right to work, made new
 * @param cargo the contents it brings
 */
public record Receipt(
        Hello hello,
        Map<UUID, Object> verdicts,
        @Nullable Checkpoint from,
        @Nullable Delta delta,
        @Nullable Snapshot snapshot,
        @Nullable RemoteException fault,
        String token,
        Cargo cargo) {
    /** Copies the map. */
    public Receipt {
        verdicts = Map.copyOf(verdicts);
    }

    /** How many change sets became land. */
    public int accepted() {
        return (int) verdicts.values().stream()
                .filter(PushAnswer.Accepted.class::isInstance)
                .count();
    }

    private static Map<String, @Nullable Object> fault(RemoteException fault) {
        return WireJson.fields(
                "code",
                fault.code(),
                "arguments",
                fault.arguments().stream().map(String::valueOf).toList());
    }

    private static RemoteException fault(JsonObject from) throws CodecException {
        return new RemoteException(
                from.text("code"),
                from.list("arguments").stream().map(String::valueOf).toList(),
                null);
    }

    Map<String, @Nullable Object> content(String user, Instant now) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        verdicts.forEach((id, verdict) -> answers.put(
                id.toString(),
                verdict instanceof PushAnswer answer
                        ? WireJson.answer(answer)
                        : WireJson.fields("fault", fault((RemoteException) verdict))));
        Map<String, @Nullable Object> fields =
                WireJson.fields("version", 1, "hello", WireJson.hello(hello, now), "verdicts", answers, "token", token);
        if (from != null && delta != null) {
            fields.put("from", WireJson.checkpoint(from));
            fields.put("delta", WireJson.delta(delta));
        }
        if (snapshot != null) {
            fields.put("snapshot", snapshot(snapshot));
        }
        if (fault != null) {
            fields.put("fault", fault(fault));
        }
        if (!cargo.asked().isEmpty()) {
            fields.put("cargo", cargo.fields());
        }
        return fields;
    }

    private static Object snapshot(Snapshot snapshot) {
        Payload packed = new PackedLand(LandPages.of(snapshot.land()), snapshot.versions()).packed();
        return WireJson.fields(
                "name",
                snapshot.zone().name(),
                "at",
                WireJson.checkpoint(snapshot.at()),
                "land",
                Base64.getEncoder().encodeToString(packed.land()),
                "person",
                Base64.getEncoder().encodeToString(packed.person()));
    }

    private static Snapshot snapshot(JsonObject from) throws CodecException {
        Checkpoint at = WireJson.checkpoint(from.object("at"));
        PackedLand land = PackedLand.of(new Payload(base64(from.text("land")), base64(from.text("person"))));
        return new Snapshot(new ZoneSpec(at.zone(), from.text("name"), at.srid()), land.land(), at, land.versions());
    }

    private static byte[] base64(String text) throws CodecException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CodecException("not base64", e);
        }
    }

    static Receipt of(JsonObject from) throws CodecException {
        Map<UUID, Object> verdicts = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> one :
                from.object("verdicts").fields().entrySet()) {
            JsonObject verdict = WireJson.object(one.getValue());
            JsonObject met = verdict.findObject("fault");
            verdicts.put(UUID.fromString(one.getKey()), met == null ? WireJson.answer(verdict) : fault(met));
        }
        JsonObject at = from.findObject("from");
        JsonObject snapshot = from.findObject("snapshot");
        JsonObject met = from.findObject("fault");
        return new Receipt(
                WireJson.hello(from.object("hello")),
                verdicts,
                at == null ? null : WireJson.checkpoint(at),
                at == null ? null : WireJson.delta(from.list("delta")),
                snapshot == null ? null : snapshot(snapshot),
                met == null ? null : fault(met),
                from.text("token"),
                Cargo.of(from.findObject("cargo")));
    }
}
