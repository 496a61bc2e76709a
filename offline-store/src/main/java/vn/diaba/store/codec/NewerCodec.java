package vn.diaba.store.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.record.NewerRecord;

/** Changes of objects of kinds that only a newer version of the program knows. Stateless. */
final class NewerCodec {
    /** Kinds of objects that changes name, among which a record tells its own kind. */
    private static final String RECORD = "record";

    private static final Set<String> CHANGE = Set.of("k", "id", "b", "a");
    private static final String HEAD = "head";
    private static final String BODY = "body";

    private NewerCodec() {}

    /** The name for a record of a kind. */
    static String kind(String ofRecord) {
        return RECORD + "/" + ofRecord;
    }

    private static boolean isRecord(String kind) {
        return kind.startsWith(RECORD + "/");
    }

    /** Names the object in a change. */
    static void head(NewerRecord entry, Map<String, Object> land) {
        land.put("k", isRecord(entry.kind()) ? RECORD : entry.kind());
        land.put("id", entry.id());
        if (!isRecord(entry.kind())) {
            object(entry, HEAD).fields().forEach(land::put);
        }
    }

    static void write(NewerRecord entry, Map<String, Object> open, Map<String, Object> secret) {
        if (isRecord(entry.kind())) {
            FurtherCodec.put(entry.open(), open);
        } else {
            object(entry, BODY).fields().forEach(open::put);
        }
        FurtherCodec.put(entry.secret(), secret);
    }

    private static JsonObject object(NewerRecord entry, String part) {
        try {
            return FurtherCodec.fields(entry.open()).object(part);
        } catch (CodecException e) {
            throw new IllegalArgumentException("not what was carried along", e);
        }
    }

    static NewerRecord entry(UUID id, String kind, JsonObject open, JsonObject secret) {
        return new NewerRecord(id, kind(kind), FurtherCodec.text(open.fields()), FurtherCodec.text(secret.fields()));
    }

    /** A change of an object that is no record. */
    static @Nullable Change change(JsonObject land, JsonObject before, JsonObject after) throws CodecException {
        NewerRecord was = other(land, "b", before);
        NewerRecord is = other(land, "a", after);
        return was == null && is == null ? null : new Change.RecordChange(land.id("id"), was, is);
    }

    private static @Nullable NewerRecord other(JsonObject land, String part, JsonObject secret) throws CodecException {
        JsonObject body = land.findObject(part);
        if (body == null) {
            return null;
        }
        Map<String, @Nullable Object> head = new LinkedHashMap<>(land.fields());
        head.keySet().removeAll(CHANGE);
        String open = FurtherCodec.text(Map.of(HEAD, head, BODY, body));
        return new NewerRecord(land.id("id"), land.text("k"), open, FurtherCodec.text(secret.fields()));
    }
}
