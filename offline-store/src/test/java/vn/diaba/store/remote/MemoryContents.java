package vn.diaba.store.remote;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.content.Content;

/** Contents in maps, for everybody who reaches them. */
final class MemoryContents implements Contents {
    private final Map<String, Map<Integer, byte[]>> coming = new HashMap<>();
    private final Map<String, Map<Integer, byte[]>> there = new HashMap<>();

    private static String key(int zone, Content content) {
        return zone + " " + content.sha256();
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) {
        return asked.stream()
                .filter(content -> !there.containsKey(key(zone, content)))
                .toList();
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        if (bytes.length != content.partBytes(part)) {
            throw new RemoteException("request-wrong", List.of("content_bring"), null);
        }
        coming.computeIfAbsent(key(zone, content), any -> new TreeMap<>()).putIfAbsent(part, bytes.clone());
    }

    @Override
    public List<Integer> settle(int zone, Content content) {
        if (there.containsKey(key(zone, content))) {
            return List.of();
        }
        Map<Integer, byte[]> parts = coming.getOrDefault(key(zone, content), new TreeMap<>());
        List<Integer> missing = IntStream.range(0, content.parts())
                .filter(part -> !parts.containsKey(part))
                .boxed()
                .toList();
        if (missing.isEmpty()) {
            MessageDigest digest = Payload.sha256();
            parts.values().forEach(digest::update);
            coming.remove(key(zone, content));
            if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
                return IntStream.range(0, content.parts()).boxed().toList();
            }
            there.put(key(zone, content), parts);
        }
        return missing;
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        Map<Integer, byte[]> parts = there.get(key(zone, content));
        if (parts == null) {
            throw new RemoteException("content-gone", List.of(content.sha256()), null);
        }
        return parts.get(part).clone();
    }
}
