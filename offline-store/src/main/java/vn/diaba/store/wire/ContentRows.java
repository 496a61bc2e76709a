package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.RemoteException;

/** Contents as the calls about them name them. Stateless. */
public final class ContentRows {
    /** How many may be asked for in one call. */
    static final int MOST = 1_000;

    private ContentRows() {}

    /** As hash and length each. */
    public static List<Object> of(List<Content> contents) {
        List<Object> rows = new ArrayList<>();
        contents.forEach(one -> rows.add(List.of(one.sha256(), one.bytes())));
        return rows;
    }

    /** The reverse of {@link #of}. */
    public static List<Content> contents(List<?> rows) throws CodecException {
        List<Content> contents = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> pair) || pair.size() != 2 || !(pair.get(1) instanceof Long bytes)) {
                throw new CodecException("not a content", null);
            }
            contents.add(new Content(String.valueOf(pair.get(0)), bytes));
        }
        return contents;
    }

    /** Asks for the hashes of those that are not there. */
    @FunctionalInterface
    public interface Asking {
        /** The answer about some. */
        JsonObject of(List<Object> rows) throws RemoteException, CodecException;
    }

    /** Those that are not there, asked for in as many calls as it takes; in their order. */
    public static List<Content> missing(List<Content> asked, Asking asking) throws RemoteException, CodecException {
        List<Content> missing = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += MOST) {
            List<Content> page = asked.subList(from, Math.min(asked.size(), from + MOST));
            Set<Object> not = new HashSet<>(asking.of(of(page)).list("missing"));
            page.stream().filter(one -> not.contains(one.sha256())).forEach(missing::add);
        }
        return missing;
    }

    /** The parts that an answer says are missing. */
    public static List<Integer> parts(JsonObject answer) throws CodecException {
        List<Integer> parts = new ArrayList<>();
        for (Object part : answer.list("missing")) {
            if (!(part instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                throw new CodecException("not a part", null);
            }
            parts.add(number.intValue());
        }
        return parts;
    }
}
