package vn.diaba.app.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

/**
 * The land of a conflict in three versions, ready to be drawn. Immutable.
 *
 * @param lines pieces of boundary by version: of the base all, of the others those that the base does not have
 * @param nodes corners and points that differ
 * @param place where changes do not fit as land; null where both sides changed the same object
 */
public record ConflictSketch(
        Map<Version, List<Segment>> lines,
        List<NodeShift> nodes,
        @Nullable EastNorth place) {
    private static final double CLOSEST_METRES = 0.8;
    private static final double ROOM = 3;

    /** Copies the collections. */
    public ConflictSketch {
        lines = Map.copyOf(lines);
        nodes = List.copyOf(nodes);
    }

    /** The pieces of boundary of a version. */
    public List<Segment> of(Version version) {
        return lines.getOrDefault(version, List.of());
    }

    /** What a map is to show of it: what differs with room around; nothing when it has no place. */
    public Optional<Extent> extent() {
        List<EastNorth> differing = new ArrayList<>();
        double spread = 0;
        for (NodeShift node : nodes) {
            for (Version version : Version.values()) {
                node.find(version).ifPresent(differing::add);
            }
            spread = Math.max(spread, node.spreadMetres());
        }
        if (place != null) {
            differing.add(place);
        }
        if (nodes.isEmpty()) {
            lines.values().forEach(all -> all.forEach(piece -> differing.addAll(List.of(piece.from(), piece.to()))));
        }
        double room = Math.max(CLOSEST_METRES, ROOM * spread);
        return differing.stream().map(Extent::of).reduce(Extent::union).map(extent -> extent.grownBy(room));
    }
}
