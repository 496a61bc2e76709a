package vn.diaba.store.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.workspace.Workspaces;

/** A client of the next version: writes attributes, values and kinds of objects that this version does not know. */
final class NewerWriter {
    /** In the order of their names and as PostgreSQL writes numbers, so that they can be compared as text. */
    static final String MORE = "\"newer\":{\"a\":[1,2.50,\"ễ\",true,null],\"z\":123456789012345678901234567890}";

    static final String SECRET = "\"newerSecret\":\"Canarius 7\"";

    private final LandDatabase line;
    private final int zone;

    NewerWriter(LandDatabase line, int zone) {
        this.line = line;
        this.zone = zone;
    }

    static ChangeSet act(List<Change> changes) {
        return new ChangeSet(
                UUID.randomUUID(),
                "newer-act",
                Origin.SURVEYOR,
                null,
                "moi",
                Workspaces.CLOCK.instant(),
                null,
                List.of(),
                changes);
    }

    /** Lays what this version does not know on every object of some changes that change nothing else. */
    PushAnswer push(TestDesk stand, List<Change> changes) throws Exception {
        ChangeSet act = act(changes);
        Payload plain = ChangeCodec.encode(act);
        JsonObject land = Json.read(plain.land());
        JsonObject person = plain.person().length == 0
                ? Json.read("{\"salt\":\"00\",\"reasons\":[],\"changes\":[]}".getBytes(StandardCharsets.UTF_8))
                : Json.read(plain.person());
        Map<String, Object> open = new LinkedHashMap<>(land.fields());
        List<Object> all = new ArrayList<>();
        for (Object change : land.list("changes")) {
            all.add(with(change, MORE, changes));
        }
        open.put("changes", all);
        Map<String, Object> secret = new LinkedHashMap<>(person.fields());
        List<Object> persons = new ArrayList<>();
        for (Object change : person.list("changes")) {
            persons.add(with(change, SECRET, changes));
        }
        secret.put("changes", persons);
        return push(stand, act, new Payload(Json.write(open), Json.write(secret)));
    }

    private static Map<String, Object> with(Object change, String more, List<Change> changes) throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>(((JsonObject) change).fields());
        Map<String, Object> after = new LinkedHashMap<>(((JsonObject) fields.get("a")).fields());
        after.putAll(json("{" + more + "}").fields());
        fields.put("a", after);
        return fields;
    }

    static JsonObject json(String text) throws Exception {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Pushes bytes as they are. */
    PushAnswer push(TestDesk stand, ChangeSet act, Payload payload) throws Exception {
        Fabric here = stand.fabric();
        return line.push(new Push(
                act.id(),
                stand.store().id(),
                act.author(),
                zone,
                payload,
                stand.store().sync().versions(vn.diaba.store.remote.Guards.of(act, here), here)));
    }

    /**
     * A change set's bytes with one new object of a kind this version does not know.
     *
     * @param kind of a record; or, beginning with a stroke, of an object that is no record
     */
    static Payload made(ChangeSet act, String kind, UUID id, UUID cited) {
        String land = new String(Json.write(ChangeCodec.header(act)), StandardCharsets.UTF_8);
        boolean isRecord = !kind.startsWith("/");
        String change = (isRecord ? "{\"k\":\"record\"" : "{\"k\":\"" + kind.substring(1) + "\",\"level\":2")
                + ",\"id\":\"" + id + "\",\"a\":{" + (isRecord ? "\"t\":\"" + kind + "\"," : "")
                + "\"of\":\"" + cited + "\"," + MORE + "}}";
        return new Payload(
                (land.substring(0, land.length() - 1) + ",\"changes\":[" + change + "]}")
                        .getBytes(StandardCharsets.UTF_8),
                ("{\"salt\":\"00\",\"reasons\":[],\"changes\":[{\"i\":0,\"a\":{" + SECRET + "}}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The last change set of a zone that changed an object: its body there as text, and what it says of persons. */
    static String body(ObjectKey key, Payload payload) throws Exception {
        JsonObject land = Json.read(payload.land());
        int i = 0;
        for (Object change : land.list("changes")) {
            JsonObject fields = (JsonObject) change;
            if (fields.text("k").equals(key.kind()) && key.object().startsWith(fields.text("id"))) {
                StringBuilder text =
                        new StringBuilder(new String(Json.write(fields.object("a")), StandardCharsets.UTF_8));
                for (Object person : Json.read(payload.person()).list("changes")) {
                    if (((JsonObject) person).number("i") == i) {
                        text.append(new String(Json.write(((JsonObject) person).object("a")), StandardCharsets.UTF_8));
                    }
                }
                return text.toString();
            }
            i++;
        }
        return "";
    }
}
