package vn.diaba.cadastre.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map: a copy with some entries changed shares all segments that were not touched. Immutable.
 *
 * @param <K> key with value equality
 * @param <V> value
 */
final class ChunkedMap<K, V> {
    private static final int ENTRIES_PER_SEGMENT = 64;

    private final Map<K, V>[] segments;
    private final int size;

    private ChunkedMap(Map<K, V>[] segments, int size) {
        this.segments = segments;
        this.size = size;
    }

    static <K, V> ChunkedMap<K, V> empty() {
        return new ChunkedMap<>(segments(1), 0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K, V> Map<K, V>[] segments(int count) {
        return new Map[count];
    }

    int size() {
        return size;
    }

    @Nullable
    V find(K key) {
        Map<K, V> segment = segments[segmentOf(key, segments.length)];
        return segment == null ? null : segment.get(key);
    }

    void forEach(BiConsumer<K, V> action) {
        for (Map<K, V> segment : segments) {
            if (segment != null) {
                segment.forEach(action);
            }
        }
    }

    /** A copy in which each key of {@code changes} has its value there, or none where that is null. */
    ChunkedMap<K, V> with(Map<K, ? extends @Nullable V> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<K, V>[] next = segments.clone();
        boolean[] owned = new boolean[next.length];
        int count = size;
        for (Map.Entry<K, ? extends @Nullable V> change : changes.entrySet()) {
            int at = segmentOf(change.getKey(), next.length);
            if (!owned[at]) {
                next[at] = next[at] == null ? new HashMap<>() : new HashMap<>(next[at]);
                owned[at] = true;
            }
            V value = change.getValue();
            V old = value == null ? next[at].remove(change.getKey()) : next[at].put(change.getKey(), value);
            count += (value == null ? 0 : 1) - (old == null ? 0 : 1);
        }
        return count > ENTRIES_PER_SEGMENT * next.length ? grown(next, count) : new ChunkedMap<>(next, count);
    }

    private static <K, V> ChunkedMap<K, V> grown(Map<K, V>[] old, int count) {
        int length = old.length;
        while (count * 4L > (long) ENTRIES_PER_SEGMENT * length) {
            length *= 2;
        }
        Map<K, V>[] next = segments(length);
        for (Map<K, V> segment : old) {
            if (segment != null) {
                for (Map.Entry<K, V> entry : segment.entrySet()) {
                    int at = segmentOf(entry.getKey(), length);
                    if (next[at] == null) {
                        next[at] = new HashMap<>();
                    }
                    next[at].put(entry.getKey(), entry.getValue());
                }
            }
        }
        return new ChunkedMap<>(next, count);
    }

    private static int segmentOf(Object key, int length) {
        int hash = key.hashCode() * 0x9E37_79B9;
        return (hash ^ hash >>> 15) & (length - 1);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ChunkedMap<?, ?> map) || map.size != size) {
            return false;
        }
        @SuppressWarnings("unchecked")
        ChunkedMap<Object, Object> same = (ChunkedMap<Object, Object>) map;
        boolean[] equal = {true};
        forEach((key, value) -> equal[0] &= Objects.equals(value, same.find(key)));
        return equal[0];
    }

    @Override
    public int hashCode() {
        return size;
    }
}
