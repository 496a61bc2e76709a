package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.command.RingInsert;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.plane.CutGraph;
import vn.diaba.cadastre.plane.FaceWalk;
import vn.diaba.cadastre.plane.Pieces;

/**
 * Splits a parcel along a line. The line is first attached to the sides it meets, as corners that the neighbours get
 * too; then the faces are found by walking the sides. The parcel is retired; each piece becomes a parcel of its own with
 * the next number of the sheet, and the legal area is shared in proportion to the surveyed areas, to the tenth.
 * Immutable.
 *
 * @param parcel which parcel
 * @param line at least two positions; what lies outside the parcel is ignored
 * @param day the day the parcel ends and the pieces begin
 * @param ids fresh ids for the act
 */
public record SplitParcel(ParcelId parcel, List<EastNorth> line, LocalDate day, IdBlock ids) implements EditCommand {
    /** Copies the line. */
    public SplitParcel {
        line = List.copyOf(line);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     line-too-short}, {@code line-does-not-cut} with the parcel's label and the place of a loose end or the line's
     *     first position
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel parent = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        if (line.size() < 2) {
            throw new ImpossibleEditException("line-too-short", line.size());
        }
        CutGraph graph = new CutGraph(fabric, parent);
        graph.draw(line);
        EastNorth looseEnd = dropLooseEnds(graph);
        List<Pieces.Piece> pieces = graph.lineEdges.isEmpty() ? List.of() : walk(graph);
        if (pieces.size() <= parent.faces().size()) {
            throw new ImpossibleEditException(
                    "line-does-not-cut", parent.label(), looseEnd == null ? line.get(0) : looseEnd);
        }
        Lineage lineage = new Lineage(fabric, ids);
        CornerId[] corners = corners(graph, lineage);
        splitSides(fabric, graph, corners, lineage);
        lineage.retire(parent, day);
        addPieces(fabric, parent, pieces, corners, lineage);
        return ChangeSet.planned(ids.uuid(0), "split-parcel", lineage.changes());
    }

    /** Drops the stretches of the line that end inside the parcel; gives the place of one such end, if any. */
    private static @Nullable EastNorth dropLooseEnds(CutGraph graph) {
        EastNorth place = null;
        boolean again = true;
        while (again) {
            again = false;
            Map<Integer, Integer> degree = new HashMap<>();
            for (int[] edge : graph.lineEdges) {
                degree.merge(edge[0], 1, Integer::sum);
                degree.merge(edge[1], 1, Integer::sum);
            }
            for (int[] edge : List.copyOf(graph.lineEdges)) {
                for (int end : edge) {
                    if (degree.getOrDefault(end, 0) == 1 && !graph.isOnRing(end)) {
                        long[] at = graph.places.get(end);
                        place = place == null ? EastNorth.ofGrid(at[0], at[1]) : place;
                        again |= graph.lineEdges.remove(edge);
                    }
                }
            }
        }
        return place;
    }

    private static List<Pieces.Piece> walk(CutGraph graph) {
        Set<Integer> used = usedNodes(graph);
        FaceWalk walk = new FaceWalk(graph.places);
        for (CutGraph.Side side : graph.sides) {
            List<Integer> nodes = along(side, used);
            for (int i = 0; i + 1 < nodes.size(); i++) {
                walk.side(nodes.get(i), nodes.get(i + 1));
            }
        }
        for (int[] edge : graph.lineEdges) {
            walk.side(edge[0], edge[1]);
            walk.side(edge[1], edge[0]);
        }
        List<Pieces.Piece> pieces = new ArrayList<>(new Pieces(graph.places).of(walk));
        pieces.sort(Comparator.comparingDouble(piece -> -piece.area()));
        return pieces;
    }

    private static Set<Integer> usedNodes(CutGraph graph) {
        Set<Integer> used = new HashSet<>();
        for (int[] edge : graph.lineEdges) {
            used.add(edge[0]);
            used.add(edge[1]);
        }
        return used;
    }

    private static List<Integer> along(CutGraph.Side side, Set<Integer> used) {
        List<Integer> nodes = side.nodes();
        return IntStream.range(0, nodes.size())
                .filter(i -> i == 0 || i == nodes.size() - 1 || used.contains(nodes.get(i)))
                .mapToObj(nodes::get)
                .toList();
    }

    /** The corner of each node that is used; new ones are made. */
    private static CornerId[] corners(CutGraph graph, Lineage lineage) {
        CornerId[] corners = graph.ids.toArray(new CornerId[0]);
        for (int node : usedNodes(graph).stream().sorted().toList()) {
            if (corners[node] == null) {
                long[] at = graph.places.get(node);
                corners[node] = lineage.ids().corner(lineage.nextId());
                Corner corner = Corner.at(corners[node], EastNorth.ofGrid(at[0], at[1]));
                lineage.add(new Change.CornerChange(corner.id(), null, corner));
            }
        }
        return corners;
    }

    /** Gives the neighbours the corners that lie on sides they share, and the parts of a side the facts it had. */
    private void splitSides(Fabric fabric, CutGraph graph, CornerId[] corners, Lineage lineage) {
        Set<Integer> used = usedNodes(graph);
        Map<SideKey, List<CornerId>> inserted = new LinkedHashMap<>();
        Set<ParcelId> neighbours = new java.util.TreeSet<>();
        for (CutGraph.Side side : graph.sides) {
            List<Integer> nodes = along(side, used);
            if (nodes.size() > 2) {
                CornerId from = corners[side.from()];
                CornerId to = corners[side.to()];
                List<CornerId> between = new ArrayList<>();
                nodes.subList(1, nodes.size() - 1).forEach(node -> between.add(corners[node]));
                SideKey key = new SideKey(from, to);
                if (!key.first().equals(from)) {
                    Collections.reverse(between);
                }
                inserted.put(key, between);
                neighbours.addAll(fabric.parcelsAt(from));
                splitFacts(fabric, key, between, lineage);
            }
        }
        neighbours.remove(parcel);
        for (ParcelId id : neighbours) {
            Parcel before = fabric.parcel(id);
            Parcel after = before.withFaces(RingInsert.into(before.faces(), inserted));
            if (!after.equals(before) && before.set() == fabric.parcel(parcel).set()) {
                lineage.add(new Change.ParcelChange(id, before, after));
            }
        }
    }

    private static void splitFacts(Fabric fabric, SideKey key, List<CornerId> between, Lineage lineage) {
        fabric.findSide(key).ifPresent(facts -> {
            lineage.add(new Change.SideChange(key, facts, null));
            List<CornerId> all = new ArrayList<>(between);
            all.add(0, key.first());
            all.add(key.second());
            for (int i = 0; i + 1 < all.size(); i++) {
                lineage.add(new Change.SideChange(new SideKey(all.get(i), all.get(i + 1)), null, facts));
            }
        });
    }

    private void addPieces(
            Fabric fabric, Parcel parent, List<Pieces.Piece> pieces, CornerId[] corners, Lineage lineage) {
        List<Double> weights = pieces.stream().map(Pieces.Piece::area).toList();
        LegalArea legal = parent.facts().legalArea();
        List<LegalArea> shares = legal == null ? List.of() : LegalArea.share(legal, weights);
        ParcelNumber cited = parent.number();
        long number = fabric.largestNumber(cited.commune(), cited.sheet());
        for (int i = 0; i < pieces.size(); i++) {
            ParcelId id = ids.parcel(lineage.nextId());
            Parcel piece = new Parcel(
                    id,
                    parent.set(),
                    new ParcelNumber(cited.commune(), cited.sheet(), Long.toString(number + 1 + i)),
                    facts(parent.facts(), shares.isEmpty() ? null : shares.get(i)),
                    List.of(face(pieces.get(i), corners)),
                    new Lifespan(day, null),
                    List.of(parent.id()),
                    null);
            lineage.add(new Change.ParcelChange(id, null, piece));
            lineage.copyRights(parent.id(), id);
        }
    }

    private static Face face(Pieces.Piece piece, CornerId[] corners) {
        List<Ring> holes =
                piece.holes().stream().map(hole -> ring(hole, corners)).toList();
        return new Face(ring(piece.shell(), corners), holes);
    }

    private static Ring ring(int[] nodes, CornerId[] corners) {
        return new Ring(IntStream.of(nodes).mapToObj(node -> corners[node]).toList());
    }

    /** A piece has the parent's uses, without their areas, and no code, source key or old number of its own. */
    private static ParcelFacts facts(ParcelFacts parent, @Nullable LegalArea legal) {
        return new ParcelFacts(
                "",
                "",
                parent.landUses().stream()
                        .map(use -> new LandUse(use.code(), null))
                        .toList(),
                parent.legalLandUses().stream()
                        .map(use -> new LandUse(use.code(), null))
                        .toList(),
                legal,
                parent.state(),
                "",
                "",
                parent.address(),
                parent.extras());
    }
}
