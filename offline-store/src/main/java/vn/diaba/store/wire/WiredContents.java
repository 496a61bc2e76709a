package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.content.Content;

/** Contents at the other end of a line, and the answering half for them. Safe if the line is. */
final class WiredContents implements Contents {
    private static final int MOST_ASKED = 1_000;

    private final Line line;

    WiredContents(Line line) {
        this.line = line;
    }

    /** Answers a call about contents. */
    static Object answer(Contents there, String function, JsonObject arguments) throws RemoteException, CodecException {
        int zone = WireJson.count(arguments, "p_zone");
        if (function.equals(Functions.CONTENT_MISSING)) {
            List<Content> asked = contents(arguments.list("p_contents"));
            return WireJson.fields("missing", hashes(there.missing(zone, asked)));
        }
        Content content = new Content(arguments.text("p_sha256"), arguments.number("p_bytes"));
        switch (function) {
            case Functions.CONTENT_BRING:
                there.bring(
                        zone,
                        content,
                        WireJson.count(arguments, "p_part"),
                        WireJson.bytes(arguments.text("p_content")));
                return WireJson.fields("part", WireJson.count(arguments, "p_part"));
            case Functions.CONTENT_SETTLE:
                return WireJson.fields("missing", there.settle(zone, content));
            default:
                byte[] part = there.part(zone, content, WireJson.count(arguments, "p_part"));
                int from = Math.min(WireJson.count(arguments, "p_from"), part.length);
                return Arrays.copyOfRange(part, from, part.length);
        }
    }

    /** As hash and length each. */
    static List<Object> rows(List<Content> contents) {
        List<Object> rows = new ArrayList<>();
        contents.forEach(one -> rows.add(List.of(one.sha256(), one.bytes())));
        return rows;
    }

    /** The reverse of {@link #rows}. */
    static List<Content> contents(List<?> rows) throws CodecException, RemoteException {
        if (rows.size() > MOST_ASKED) {
            throw new RemoteException("request-too-large", List.of(MOST_ASKED), null);
        }
        List<Content> contents = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> pair) || pair.size() != 2 || !(pair.get(1) instanceof Long bytes)) {
                throw new CodecException("not a content", null);
            }
            contents.add(new Content(String.valueOf(pair.get(0)), bytes));
        }
        return contents;
    }

    private static List<String> hashes(List<Content> contents) {
        return contents.stream().map(Content::sha256).toList();
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        List<Content> missing = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += MOST_ASKED) {
            List<Content> page = asked.subList(from, Math.min(asked.size(), from + MOST_ASKED));
            Object answer =
                    line.call(Functions.CONTENT_MISSING, WireJson.fields("p_zone", zone, "p_contents", rows(page)));
            try {
                Set<Object> not = new HashSet<>(WireJson.object(answer).list("missing"));
                page.stream().filter(one -> not.contains(one.sha256())).forEach(missing::add);
            } catch (CodecException e) {
                throw new RemoteException("land-database-answer-wrong", List.of(Functions.CONTENT_MISSING), e);
            }
        }
        return missing;
    }

    private static Map<String, @Nullable Object> named(int zone, Content content) {
        return WireJson.fields("p_zone", zone, "p_sha256", content.sha256(), "p_bytes", content.bytes());
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        Map<String, @Nullable Object> arguments = named(zone, content);
        arguments.put("p_part", part);
        arguments.put("p_content", WireJson.hex(bytes));
        line.call(Functions.CONTENT_BRING, arguments);
    }

    @Override
    public List<Integer> settle(int zone, Content content) throws RemoteException {
        Object answer = line.call(Functions.CONTENT_SETTLE, named(zone, content));
        try {
            return parts(WireJson.object(answer));
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.CONTENT_SETTLE), e);
        }
    }

    private static List<Integer> parts(JsonObject answer) throws CodecException {
        List<Integer> parts = new ArrayList<>();
        for (Object part : answer.list("missing")) {
            if (!(part instanceof Long number)) {
                throw new CodecException("not a part", null);
            }
            parts.add(Math.toIntExact(number));
        }
        return parts;
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        Map<String, @Nullable Object> arguments = named(zone, content);
        arguments.put("p_part", part);
        return line.bytes(Functions.CONTENT_PART, arguments, content.partBytes(part));
    }
}
