package vn.diaba.store.courier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Push;
import vn.diaba.store.wire.ContentRows;
import vn.diaba.store.wire.WireJson;

/**
 * What a workspace says in a file. Immutable.
 *
 * @param device the workspace
 * @param machine how its machine calls itself
 * @param token what allows it
 * @param zone the zone it has or wants; null to be told which there are
 * @param at how far it has taken the zone over; null before the first time
 * @param pushes what waits, in order
 * @param asked change sets whose verdicts are wanted again
 * @param contents what the pushes name and the file carries, in its order
 * @param wanted contents that the receipt is asked to bring
 */
public record Outgoing(
        UUID device,
        String machine,
        String token,
        @Nullable Integer zone,
        @Nullable Checkpoint at,
        List<Push> pushes,
        List<UUID> asked,
        List<Content> contents,
        List<Content> wanted) {
    /** Copies the lists. */
    public Outgoing {
        pushes = List.copyOf(pushes);
        asked = List.copyOf(asked);
        contents = List.copyOf(contents);
        wanted = List.copyOf(wanted);
    }

    /** The zone of the contents that are wanted; −1 when it says none. */
    int wantsOf() {
        return at != null ? at.zone() : zone != null ? zone : -1;
    }

    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> fields = WireJson.fields(
                "version",
                1,
                "device",
                device,
                "machine",
                machine,
                "token",
                token,
                "pushes",
                pushes.stream().map(WireJson::push).toList(),
                "asked",
                asked);
        if (!contents.isEmpty()) {
            fields.put("contents", ContentRows.of(contents));
        }
        if (!wanted.isEmpty()) {
            fields.put("wanted", ContentRows.of(wanted));
        }
        if (zone != null) {
            fields.put("zone", zone);
        }
        if (at != null) {
            fields.put("at", WireJson.checkpoint(at));
        }
        return fields;
    }

    static Outgoing of(JsonObject from) throws CodecException {
        List<Push> pushes = new ArrayList<>();
        for (Object push : from.list("pushes")) {
            pushes.add(WireJson.push(WireJson.object(push)));
        }
        List<UUID> asked = new ArrayList<>();
        for (Object id : from.list("asked")) {
            asked.add(JsonObject.id(id));
        }
        JsonObject at = from.findObject("at");
        return new Outgoing(
                from.id("device"),
                from.text("machine"),
                from.text("token"),
                from.fields().containsKey("zone") ? Integer.valueOf(WireJson.count(from, "zone")) : null,
                at == null ? null : WireJson.checkpoint(at),
                pushes,
                asked,
                ContentRows.contents(from.list("contents")),
                ContentRows.contents(from.list("wanted")));
    }
}
