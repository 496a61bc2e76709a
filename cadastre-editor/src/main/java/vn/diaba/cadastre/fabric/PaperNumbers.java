package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.record.Paper;

/**
 * Papers by the row of digits of their numbers, which all spellings of a number have. It may point to papers that are gone or
 * numbered otherwise by now, and is asked with the land of now; so an act only adds to it. Immutable.
 */
final class PaperNumbers {
    /** The hash of the digits in the upper half, the place among the ids in the lower; in order. */
    private final long[] all;

    private final UUID[] ids;
    /** Those numbered since, by hash. */
    private final ChunkedMap<Integer, List<UUID>> since;

    private PaperNumbers(long[] all, UUID[] ids, ChunkedMap<Integer, List<UUID>> since) {
        this.all = all;
        this.ids = ids;
        this.since = since;
    }

    /** Reads all papers. */
    static PaperNumbers of(Fabric fabric) {
        List<UUID> ids = new ArrayList<>();
        LongList numbers = new LongList(64);
        fabric.forEachPlaceless(Paper.class, paper -> {
            if (!paper.number().isEmpty()) {
                numbers.add((long) hash(paper.number()) << 32 | ids.size());
                ids.add(paper.id());
            }
        });
        long[] all = numbers.toArray();
        Arrays.sort(all);
        return new PaperNumbers(all, ids.toArray(UUID[]::new), ChunkedMap.empty());
    }

    private static int hash(String number) {
        int sum = 1;
        for (int i = 0; i < number.length(); i++) {
            char one = number.charAt(i);
            if (one >= '0' && one <= '9') {
                sum = sum * 31 + one;
            }
        }
        return sum;
    }

    PaperNumbers with(List<Change> changes) {
        Map<Integer, List<UUID>> more = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.RecordChange entry && entry.after() instanceof Paper after) {
                String before = entry.before() instanceof Paper paper ? paper.number() : "";
                if (!after.number().equals(before)) {
                    more.computeIfAbsent(hash(after.number()), hash -> new ArrayList<>(known(hash)))
                            .add(after.id());
                }
            }
        }
        more.replaceAll((hash, found) -> found.stream().distinct().toList());
        return more.isEmpty() ? this : new PaperNumbers(all, ids, since.with(more));
    }

    private List<UUID> known(int hash) {
        @Nullable List<UUID> known = since.find(hash);
        return known == null ? List.of() : known;
    }

    /** The papers with the digits of a number, by their numbers. */
    List<Paper> of(Fabric fabric, String number) {
        int hash = hash(number);
        List<UUID> found = new ArrayList<>(known(hash));
        int at = Arrays.binarySearch(all, (long) hash << 32);
        for (int i = at < 0 ? -at - 1 : at; i < all.length && (int) (all[i] >> 32) == hash; i++) {
            found.add(ids[(int) all[i]]);
        }
        List<Paper> papers = new ArrayList<>();
        for (UUID id : found.stream().distinct().toList()) {
            if (fabric.findRecord(id).orElse(null) instanceof Paper paper && hash(paper.number()) == hash) {
                papers.add(paper);
            }
        }
        papers.sort(Comparator.comparing(Paper::number).thenComparing(Paper::id));
        return papers;
    }
}
