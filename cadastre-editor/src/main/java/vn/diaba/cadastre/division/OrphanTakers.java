package vn.diaba.cadastre.division;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Finds who lies beside a piece that is too small to be a parcel: of those told, the one with the longest common boundary.
 * Confined to one thread.
 */
final class OrphanTakers {
    private final ParcelGraph graph;
    private final Map<Long, GivenPieces.Taker> owners = new HashMap<>();

    OrphanTakers(ParcelGraph graph) {
        this.graph = graph;
    }

    /** Tells the rings of one that may get something, land on their left. */
    void add(GivenPieces.Taker taker, List<int[]> rings) {
        GivenPieces.forSides(rings, (a, b) -> owners.put((long) a << 32 | b, taker));
    }

    /** The one with the longest common boundary; null when none of those told lies beside it. */
    GivenPieces.@Nullable Taker find(Piece orphan) {
        Map<GivenPieces.Taker, Double> common = new LinkedHashMap<>();
        GivenPieces.forSides(GivenPieces.rings(orphan), (a, b) -> {
            GivenPieces.Taker beside = owners.get((long) b << 32 | a);
            if (beside != null) {
                common.merge(beside, graph.place(a).distanceTo(graph.place(b)), Double::sum);
            }
        });
        return common.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
