package vn.diaba.cadastre.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the slots of words, whole or by how they begin. Of the words themselves only hashes are kept. Immutable. */
final class WordTable {
    /** A longer beginning is looked up by so much of it. */
    private static final int LONGEST = 10;

    /** Hashes, ascending; the words of the i-th run from {@code from[i]} to {@code to[i]}. */
    private final long[] hashes;

    private final int[] from;
    private final int[] to;
    private final SlotLists lists;

    private WordTable(Map<Long, int[]> ranges, SlotLists lists) {
        this.lists = lists;
        hashes = ranges.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        from = new int[hashes.length];
        to = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            int[] range = ranges.get(hashes[i]);
            from[i] = range[0];
            to[i] = range[1];
        }
    }

    private static long hash(String word, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ word.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return hash * 0xBF58_476D_1CE4_E5B9L;
    }

    /** Adds the slots of all words that begin so, or that are so where whole words are kept; perhaps some more. */
    void addTo(BitSet slots, String word) {
        int at = java.util.Arrays.binarySearch(hashes, hash(word, Math.min(word.length(), LONGEST)));
        if (at >= 0) {
            lists.addTo(slots, from[at], to[at]);
        }
    }

    /** Takes words with slots, the slots ascending. Confined to one thread, used once. */
    static final class Builder {
        private final Map<String, Integer> words = new HashMap<>();
        private final SlotLists.Builder lists = new SlotLists.Builder();
        private final boolean byBeginning;

        /** Whether words are to be found by how they begin, or only whole. */
        Builder(boolean byBeginning) {
            this.byBeginning = byBeginning;
        }

        void add(String word, int slot) {
            lists.add(words.computeIfAbsent(word, fresh -> words.size()), slot);
        }

        WordTable done() {
            List<String> sorted = new ArrayList<>(words.keySet());
            Collections.sort(sorted);
            int[] place = new int[sorted.size()];
            Map<Long, int[]> ranges = new HashMap<>();
            for (int i = 0; i < place.length; i++) {
                String word = sorted.get(i);
                place[words.get(word)] = i;
                int longest = Math.min(word.length(), LONGEST);
                for (int length = byBeginning ? Math.min(1, longest) : longest; length <= longest; length++) {
                    int end = i + 1;
                    int start = i;
                    ranges.merge(hash(word, length), new int[] {start, end}, (old, own) -> new int[] {old[0], own[1]});
                }
            }
            return new WordTable(ranges, lists.done(place));
        }
    }
}
