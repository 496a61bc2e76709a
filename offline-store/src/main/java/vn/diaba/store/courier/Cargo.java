package vn.diaba.store.courier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.ContentRows;
import vn.diaba.store.wire.WireJson;

/**
 * The contents a receipt brings, of those that were asked for. Immutable.
 *
 * @param given those behind its envelope, in its order
 * @param withheld those that are not
 * @param why the code of what forbids them, "" for those that the office has not, or not whole
 */
public record Cargo(List<Content> given, List<Content> withheld, String why) {
    /** Nothing was asked for. */
    public static final Cargo NONE = new Cargo(List.of(), List.of(), "");

    /** What no other content of the zone would meet otherwise. */
    private static final Set<String> FORBIDS = Set.of("content-hidden", "zone-unknown", "contents-not-kept");

    private static final Set<String> OF_ONE = Set.of("content-gone", "content-broken");

    /** Copies the lists. */
    public Cargo {
        given = List.copyOf(given);
        withheld = List.copyOf(withheld);
    }

    /** All that were asked for. */
    public List<Content> asked() {
        List<Content> all = new ArrayList<>(given);
        all.addAll(withheld);
        return all;
    }

    /** Looks which are there whole for who asks, by reading each. */
    static Cargo of(Contents there, int zone, List<Content> wanted) throws RemoteException {
        if (wanted.isEmpty()) {
            return NONE;
        }
        List<Content> given = new ArrayList<>();
        List<Content> withheld = new ArrayList<>();
        try {
            Set<Content> missing = new HashSet<>(there.missing(zone, wanted));
            for (Content content : new LinkedHashSet<>(wanted)) {
                boolean whole = !missing.contains(content) && isWhole(there, zone, content);
                (whole ? given : withheld).add(content);
            }
        } catch (RemoteException e) {
            if (!FORBIDS.contains(e.code())) {
                throw e;
            }
            return new Cargo(List.of(), wanted, e.code());
        }
        return new Cargo(given, withheld, "");
    }

    private static boolean isWhole(Contents there, int zone, Content content) throws RemoteException {
        try {
            for (int part = 0; part < content.parts(); part++) {
                there.part(zone, content, part);
            }
            return true;
        } catch (RemoteException e) {
            if (!OF_ONE.contains(e.code())) {
                throw e;
            }
            return false;
        }
    }

    Map<String, @Nullable Object> fields() {
        return WireJson.fields("given", ContentRows.of(given), "withheld", ContentRows.of(withheld), "why", why);
    }

    static Cargo of(@Nullable JsonObject from) throws CodecException {
        return from == null
                ? NONE
                : new Cargo(
                        ContentRows.contents(from.list("given")),
                        ContentRows.contents(from.list("withheld")),
                        from.text("why"));
    }
}
