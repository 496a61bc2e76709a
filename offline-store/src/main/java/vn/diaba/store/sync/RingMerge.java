package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Ring;

/**
 * Three-way merge of rings as sequences of corner ids: both sides' changes are taken unless they changed the same stretch
 * between two unchanged corners differently. Stateless.
 *
 * @see <a href="https://www.cis.upenn.edu/~bcpierce/papers/diff3-short.pdf">Khanna, Kunal, Pierce: A Formal Investigation
 *     of Diff3 (2007)</a>
 */
final class RingMerge {
    private RingMerge() {}

    /** The merged faces; none where both sides changed the same stretch, or faces or holes came or went on both. */
    static Optional<List<Face>> faces(List<Face> base, List<Face> mine, List<Face> theirs) {
        if (base.size() != mine.size() || base.size() != theirs.size()) {
            return Optional.empty();
        }
        List<Face> merged = new ArrayList<>();
        for (int f = 0; f < base.size(); f++) {
            List<Ring> b = base.get(f).rings().toList();
            List<Ring> m = mine.get(f).rings().toList();
            List<Ring> t = theirs.get(f).rings().toList();
            if (b.size() != m.size() || b.size() != t.size()) {
                return Optional.empty();
            }
            List<Ring> rings = new ArrayList<>();
            for (int r = 0; r < b.size(); r++) {
                Optional<Ring> ring = merge(b.get(r), m.get(r), t.get(r));
                if (ring.isEmpty()) {
                    return Optional.empty();
                }
                rings.add(ring.get());
            }
            merged.add(new Face(rings.get(0), rings.subList(1, rings.size())));
        }
        return Optional.of(merged);
    }

    /** The merged ring, begun at a corner all three have. */
    static Optional<Ring> merge(Ring base, Ring mine, Ring theirs) {
        if (mine.equals(theirs) || base.equals(theirs)) {
            return Optional.of(mine);
        }
        if (base.equals(mine)) {
            return Optional.of(theirs);
        }
        Set<CornerId> common = new HashSet<>(mine.corners());
        common.retainAll(new HashSet<>(theirs.corners()));
        for (CornerId anchor : base.corners()) {
            if (common.contains(anchor)) {
                List<CornerId> merged = sequence(from(base, anchor), from(mine, anchor), from(theirs, anchor));
                return merged.isEmpty() ? Optional.empty() : ring(merged);
            }
        }
        return Optional.empty();
    }

    private static Optional<Ring> ring(List<CornerId> corners) {
        try {
            return Optional.of(new Ring(corners));
        } catch (IllegalArgumentException noRing) {
            return Optional.empty();
        }
    }

    private static List<CornerId> from(Ring ring, CornerId first) {
        List<CornerId> turned = new ArrayList<>(ring.corners());
        Collections.rotate(turned, -turned.indexOf(first));
        return turned;
    }

    /** Linear diff3; empty on conflict. All three begin with the same corner. */
    private static List<CornerId> sequence(List<CornerId> base, List<CornerId> mine, List<CornerId> theirs) {
        int[] inMine = matches(base, mine);
        int[] inTheirs = matches(base, theirs);
        List<CornerId> merged = new ArrayList<>();
        int b = 0;
        int m = 0;
        int t = 0;
        for (int i = 0; i <= base.size(); i++) {
            boolean end = i == base.size();
            if (!end && (inMine[i] < 0 || inTheirs[i] < 0)) {
                continue;
            }
            List<CornerId> was = base.subList(b, i);
            List<CornerId> one = mine.subList(m, end ? mine.size() : inMine[i]);
            List<CornerId> other = theirs.subList(t, end ? theirs.size() : inTheirs[i]);
            if (one.equals(other) || was.equals(other)) {
                merged.addAll(one);
            } else if (was.equals(one)) {
                merged.addAll(other);
            } else {
                return List.of();
            }
            if (!end) {
                merged.add(base.get(i));
                b = i + 1;
                m = inMine[i] + 1;
                t = inTheirs[i] + 1;
            }
        }
        return merged;
    }

    /** For each place of {@code a} its partner in a longest common subsequence with {@code b}, −1 for none. */
    private static int[] matches(List<CornerId> a, List<CornerId> b) {
        int head = 0;
        int most = Math.min(a.size(), b.size());
        while (head < most && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        int[] partner = new int[a.size()];
        for (int i = 0; i < partner.length; i++) {
            partner[i] = i < head ? i : i >= a.size() - tail ? i - a.size() + b.size() : -1;
        }
        int n = a.size() - head - tail;
        int k = b.size() - head - tail;
        int[][] length = new int[n + 1][k + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = k - 1; j >= 0; j--) {
                length[i][j] = a.get(head + i).equals(b.get(head + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < n && j < k; ) {
            if (a.get(head + i).equals(b.get(head + j))) {
                partner[head + i++] = head + j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return partner;
    }
}
