package vn.diaba.store.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/** Contents at the other end of a line, and the answering half for them. Safe if the line is. */
final class WiredContents implements Contents {
    private final Line line;

    WiredContents(Line line) {
        this.line = line;
    }

    /** Answers a call about contents. */
    static Object answer(Contents there, String function, JsonObject arguments) throws RemoteException, CodecException {
        int zone = WireJson.count(arguments, "p_zone");
        if (function.equals(Functions.CONTENT_MISSING)) {
            if (arguments.list("p_contents").size() > ContentRows.MOST) {
                throw new RemoteException("request-too-large", List.of(ContentRows.MOST), null);
            }
            List<Content> asked = ContentRows.contents(arguments.list("p_contents"));
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

    private static List<String> hashes(List<Content> contents) {
        return contents.stream().map(Content::sha256).toList();
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        try {
            return ContentRows.missing(
                    asked,
                    rows -> WireJson.object(
                            line.call(Functions.CONTENT_MISSING, WireJson.fields("p_zone", zone, "p_contents", rows))));
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.CONTENT_MISSING), e);
        }
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
            return ContentRows.parts(WireJson.object(answer));
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.CONTENT_SETTLE), e);
        }
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        Map<String, @Nullable Object> arguments = named(zone, content);
        arguments.put("p_part", part);
        return line.bytes(Functions.CONTENT_PART, arguments, content.partBytes(part));
    }
}
