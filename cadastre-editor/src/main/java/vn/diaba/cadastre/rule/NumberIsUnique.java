package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * No two parcels of one set have the same number on the same sheet of a commune; a parcel without a number is
 * information. In a scope the touched parcels' numbers are compared with all the land's, which is read only where some
 * number occurs twice. The arguments are sheet and number.
 */
record NumberIsUnique(Tolerances tolerances) implements LookRule {
    /** The upper six bits of a hash choose the bit of a filter that spares most parcels the look into the set. */
    private static final int FILTER_SHIFT = 58;

    @Override
    public String id() {
        return "number-is-unique";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        if (!look.comparesNumbers()) {
            return;
        }
        ParcelCursor cursor = look.fabric.cursor();
        Set<Long> suspects = suspects(look, cursor, into);
        if (suspects.isEmpty()) {
            return;
        }
        long filter = 0;
        for (long hash : suspects) {
            filter |= 1L << (hash >>> FILTER_SHIFT);
        }
        Map<List<Object>, List<ParcelId>> groups = new LinkedHashMap<>();
        BitSet asked = new BitSet();
        for (int slot = 0; slot < look.fabric.parcelSlots(); slot++) {
            if (!cursor.at(slot)) {
                continue;
            }
            long hash = hash(cursor);
            if ((filter >>> (hash >>> FILTER_SHIFT) & 1) != 0 && suspects.contains(hash)) {
                asked.set(slot, look.touched().get(slot));
                groups.computeIfAbsent(key(cursor), k -> new ArrayList<>()).add(cursor.id());
            }
        }
        Set<List<Object>> wanted = new HashSet<>();
        asked.stream().forEach(slot -> {
            cursor.at(slot);
            wanted.add(key(cursor));
        });
        groups.forEach((key, parcels) -> {
            if (parcels.size() > 1 && wanted.contains(key)) {
                int slot = look.fabric.slotOf(parcels.get(0));
                Outline o = look.outline(slot);
                into.add(Found.at(o.place(0), parcels).with(key.get(2), key.get(3)));
            }
        });
    }

    /** The hashes that touched parcels share with others, or among many parcels the hashes that occur twice. */
    private static Set<Long> suspects(Look look, ParcelCursor cursor, Findings into) {
        long[] hashes = new long[look.touched().cardinality()];
        int n = 0;
        for (int slot = look.touched().nextSetBit(0);
                slot >= 0;
                slot = look.touched().nextSetBit(slot + 1)) {
            cursor.at(slot);
            long hash = hash(cursor);
            if (hash != 0) {
                hashes[n] = hash;
                n += look.isWhole() || look.fabric.countOfNumber(cursor) > 1 ? 1 : 0;
            } else if (into.isFull()) {
                into.count(Severity.INFORMATION);
            } else {
                into.add(Found.at(cursor.position(0, 0), List.of(cursor.id())).only(Severity.INFORMATION));
            }
        }
        Arrays.sort(hashes, 0, n);
        Set<Long> suspects = new HashSet<>();
        for (int i = 0; i < n; i++) {
            if (!look.isWhole() || (i > 0 && hashes[i] == hashes[i - 1])) {
                suspects.add(hashes[i]);
            }
        }
        return suspects;
    }

    private static long hash(ParcelCursor cursor) {
        long hash = cursor.numberHash();
        return hash == 0 ? 0 : hash + 2L * cursor.set().ordinal();
    }

    private static List<Object> key(ParcelCursor cursor) {
        return List.of(
                cursor.set(),
                cursor.commune(),
                ParcelNumber.canonical(cursor.sheet()),
                ParcelNumber.canonical(cursor.number()));
    }
}
