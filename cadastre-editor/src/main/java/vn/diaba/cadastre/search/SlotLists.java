package vn.diaba.cadastre.search;

import java.util.Arrays;
import java.util.BitSet;

/** For each of many words the slots it stands at, ascending, in one or two bytes each. Immutable. */
final class SlotLists {
    private final int[] ends;
    private final byte[] bytes;

    private SlotLists(int[] ends, byte[] bytes) {
        this.ends = ends;
        this.bytes = bytes;
    }

    /** Adds the slots of the words from one to another, that one left out. */
    void addTo(BitSet slots, int from, int to) {
        for (int word = from; word < to; word++) {
            int slot = -1;
            for (int at = word == 0 ? 0 : ends[word - 1]; at < ends[word]; ) {
                int step = 0;
                int shift = 0;
                for (; bytes[at] < 0; shift += 7) {
                    step |= (bytes[at++] & 0x7F) << shift;
                }
                slot += step | bytes[at++] << shift;
                slots.set(slot);
            }
        }
    }

    /** Takes words and slots, the slots ascending. Confined to one thread, used once. */
    static final class Builder {
        private int[] words = new int[1024];
        private int[] slots = new int[1024];
        private int size;
        private int[] last = new int[1024];

        /** Notes that a word, by its number, stands at a slot; a second time is of no account. */
        void add(int word, int slot) {
            if (word >= last.length) {
                last = Arrays.copyOf(last, Math.max(word + 1, last.length * 2));
            }
            if (last[word] == slot + 1) {
                return;
            }
            last[word] = slot + 1;
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
                slots = Arrays.copyOf(slots, size * 2);
            }
            words[size] = word;
            slots[size++] = slot;
        }

        /**
         * The lists.
         *
         * @param place for each word its number in the lists
         */
        SlotLists done(int[] place) {
            int[] next = new int[place.length + 1];
            for (int i = 0; i < size; i++) {
                next[place[words[i]] + 1]++;
            }
            for (int i = 1; i < next.length; i++) {
                next[i] += next[i - 1];
            }
            int[] starts = next.clone();
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                sorted[next[place[words[i]]]++] = slots[i];
            }
            byte[] bytes = new byte[size * 2 + 16];
            int[] ends = new int[place.length];
            int at = 0;
            for (int word = 0; word < place.length; word++) {
                int slot = -1;
                for (int i = starts[word]; i < starts[word + 1]; i++) {
                    if (at + 5 > bytes.length) {
                        bytes = Arrays.copyOf(bytes, bytes.length * 3 / 2 + 5);
                    }
                    int step = sorted[i] - slot;
                    slot = sorted[i];
                    for (; step >= 0x80; step >>>= 7) {
                        bytes[at++] = (byte) (step | 0x80);
                    }
                    bytes[at++] = (byte) step;
                }
                ends[word] = at;
            }
            return new SlotLists(ends, Arrays.copyOf(bytes, at));
        }
    }
}
