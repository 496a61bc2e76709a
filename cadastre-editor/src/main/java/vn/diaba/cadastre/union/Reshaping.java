package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Land of some parcels, cut into pieces that are given to them anew. What stays with its parcel and what passes over is
 * told piece by piece; outlines, corners, neighbours, facts of sides, legal areas and lineage follow. Confined to one
 * thread, used once.
 */
final class Reshaping {
    /** The owner of land that nobody has any more. */
    static final int NOBODY = -1;

    /** As far from a straight line as the grid can put a node of it, and a little. */
    private static final double STRAIGHT_METRES = 1 / EastNorth.STEPS_PER_METRE;

    /** Land put together has the size of its pieces, but for the last digits of sums. */
    private static final double SAME_SQUARE_METRES = 0.001;

    private final Fabric fabric;
    private final List<Parcel> parcels;
    private final Terms terms;
    private final ParcelGraph graph;
    private final Lineage lineage;
    private final SheetNumbering numbering;
    private final Map<Integer, CornerId> made = new HashMap<>();
    private final List<ParcelGraph.Cut> cuts;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Integer> drawn = new HashSet<>();
    private int owners;

    /** A piece of a parcel and whose it will be: the number of a parcel, of a new one, or {@link #NOBODY}. */
    static final class Part {
        final int from;
        final Piece piece;
        int to;

        Part(int from, Piece piece) {
            this.from = from;
            this.piece = piece;
            to = from;
        }
    }

    /** The land of live parcels of one set, cut by a line; no line cuts nothing. */
    Reshaping(Fabric fabric, List<Parcel> parcels, List<EastNorth> line, Terms terms, IdBlock ids) {
        this.fabric = fabric;
        this.parcels = parcels;
        this.terms = terms;
        graph = new ParcelGraph(fabric, parcels.stream().map(Parcel::id).toList());
        if (line.size() > 1) {
            graph.draw(line);
        }
        for (EastNorth place : line) {
            drawn.add(graph.graph().node(place.gridEast(), place.gridNorth()));
        }
        cuts = graph.cut();
        for (int p = 0; p < parcels.size(); p++) {
            for (Piece piece : cuts.get(p).pieces()) {
                parts.add(new Part(p, piece));
            }
        }
        owners = parcels.size();
        lineage = new Lineage(fabric, ids);
        numbering = new SheetNumbering(fabric);
    }

    /** All pieces, parcel by parcel; their owners may be set. */
    List<Part> parts() {
        return parts;
    }

    /** The pieces of one parcel. */
    List<Part> partsOf(int parcel) {
        return parts.stream().filter(part -> part.from == parcel).toList();
    }

    /** What the line did to a parcel. */
    ParcelGraph.Cut cutOf(int parcel) {
        return cuts.get(parcel);
    }

    ParcelGraph graph() {
        return graph;
    }

    /** The number of a new parcel, to be given land. */
    int newOwner() {
        return owners++;
    }

    /**
     * The act.
     *
     * @param label its label
     * @param waivers what it accepts
     * @throws ImpossibleEditException {@code outline-unclear} with a parcel's label and a place when land that changes
     *     hands, or what it is put to, cannot be told from what lies on it
     */
    ChangeSet act(String label, List<Waiver> waivers) throws ImpossibleEditException {
        for (int p = 0; p < parcels.size(); p++) {
            if (!stays(p) && !graph.isWhole(cuts.get(p))) {
                Parcel parcel = parcels.get(p);
                CornerId corner = parcel.faces().get(0).shell().at(0);
                throw new ImpossibleEditException(
                        "outline-unclear", parcel.label(), fabric.corner(corner).position());
            }
        }
        List<List<Face>> faces = faces();
        Set<CornerId> kept = new HashSet<>();
        faces.forEach(of -> of.forEach(face -> face.rings().forEach(ring -> kept.addAll(ring.corners()))));
        made.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            Corner corner = Corner.at(entry.getValue(), graph.place(entry.getKey()));
            lineage.add(new Change.CornerChange(corner.id(), null, corner));
        });
        Set<ParcelId> ours = new TreeSet<>();
        for (int owner = 0; owner < owners; owner++) {
            if (!stays(owner)) {
                change(owner, faces.get(owner));
                ours.addAll(owner < parcels.size() ? Set.of(parcels.get(owner).id()) : Set.of());
            }
        }
        SideWork sides = new SideWork(fabric, ours, lineage);
        for (ParcelGraph.SideSplit split : graph.splits()) {
            List<CornerId> between = new ArrayList<>();
            for (int node : split.between()) {
                CornerId known = graph.cornerAt(node);
                CornerId id = known == null ? made.get(node) : known;
                if (id != null) {
                    between.add(id);
                }
            }
            sides.split(split.from(), split.to(), between);
        }
        sides.followNeighbours();
        sides.settleFacts(parcels, faces);
        lineage.removeOrphans(parcels, kept);
        return ChangeSet.planned(lineage.ids().uuid(0), label, lineage.changes())
                .withWaivers(waivers);
    }

    /** The faces of each owner; new corners stand only where lines or parcels meet, or where one was drawn. */
    private List<List<Face>> faces() throws ImpossibleEditException {
        List<List<Piece>> pieces = new ArrayList<>();
        Map<Integer, Set<Integer>> beside = new HashMap<>();
        for (int owner = 0; owner < owners; owner++) {
            pieces.add(stays(owner) ? List.of() : piecesOf(owner));
            pieces.get(owner).forEach(piece -> note(PieceSides.of(piece), beside));
        }
        IntPredicate stands = node -> graph.cornerAt(node) != null
                || drawn.contains(node)
                || !isStraight(node, beside.getOrDefault(node, Set.of()));
        List<List<Face>> faces = new ArrayList<>();
        for (int owner = 0; owner < owners; owner++) {
            faces.add(
                    stays(owner)
                            ? parcels.get(owner).faces()
                            : Outlines.faces(pieces.get(owner), stands, this::corner));
        }
        return faces;
    }

    private boolean isStraight(int node, Set<Integer> beside) {
        if (beside.size() != 2) {
            return false;
        }
        List<EastNorth> ends = beside.stream().map(graph::place).toList();
        return PlaneMath.distanceToSegment(ends.get(0), ends.get(1), graph.place(node)) <= STRAIGHT_METRES;
    }

    private static void note(Set<Long> sides, Map<Integer, Set<Integer>> beside) {
        for (long side : sides) {
            int from = PieceSides.from(side);
            int to = PieceSides.to(side);
            beside.computeIfAbsent(from, k -> new HashSet<>()).add(to);
            beside.computeIfAbsent(to, k -> new HashSet<>()).add(from);
        }
    }

    private List<Piece> piecesOf(int owner) throws ImpossibleEditException {
        Map<Long, Boolean> open = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.to == owner) {
                add(open, part.from, part.piece.shell());
                for (int[] hole : part.piece.holes()) {
                    add(open, part.from, hole);
                }
            }
        }
        if (open.isEmpty()) {
            return List.of();
        }
        FaceFinder finder = new FaceFinder(graph.graph());
        for (long side : open.keySet()) {
            finder.side(PieceSides.from(side), PieceSides.to(side));
        }
        List<Piece> pieces = finder.pieces();
        double found = pieces.stream().mapToDouble(Piece::squareMetres).sum();
        if (pieces.isEmpty() || Math.abs(found - area(owner).squareMetres()) > SAME_SQUARE_METRES) {
            throw new ImpossibleEditException(
                    "outline-unclear",
                    parcels.get(Math.min(owner, parcels.size() - 1)).label(),
                    graph.place(PieceSides.from(open.keySet().iterator().next())));
        }
        return pieces;
    }

    private void add(Map<Long, Boolean> open, int parcel, int[] ring) throws ImpossibleEditException {
        for (int i = 0; i < ring.length; i++) {
            long side = PieceSides.side(ring[i], ring[i + 1 == ring.length ? 0 : i + 1]);
            if (open.remove(PieceSides.back(side)) == null && open.put(side, true) != null) {
                throw new ImpossibleEditException(
                        "outline-unclear", parcels.get(parcel).label(), graph.place(ring[i]));
            }
        }
    }

    private CornerId corner(int node) {
        CornerId known = graph.cornerAt(node);
        return known != null
                ? known
                : made.computeIfAbsent(node, fresh -> lineage.ids().corner(lineage.nextId()));
    }

    /** Computed area of an owner's land to be. */
    private Area area(int owner) {
        return new Area(parts.stream()
                .filter(part -> part.to == owner)
                .mapToDouble(part -> part.piece.squareMetres())
                .sum());
    }

    /** Whether a parcel neither gives nor gets land. */
    private boolean stays(int owner) {
        return owner < parcels.size()
                && parts.stream().noneMatch(part -> (part.to == owner || part.from == owner) && part.to != part.from);
    }

    private void change(int owner, List<Face> faces) {
        boolean isOld = owner < parcels.size();
        List<ParcelId> sources = new ArrayList<>();
        parts.stream()
                .filter(part -> part.to == owner)
                .map(part -> parcels.get(part.from).id())
                .distinct()
                .forEach(sources::add);
        if (isOld && !faces.isEmpty() && terms.identity() == Terms.Identity.KEPT) {
            Parcel before = parcels.get(owner);
            Parcel after = before.withFaces(faces).withFacts(Succession.revised(before.facts(), legal(owner)));
            lineage.add(new Change.ParcelChange(before.id(), before, after));
            return;
        }
        if (isOld) {
            lineage.retire(parcels.get(owner), terms.day());
        }
        if (!faces.isEmpty()) {
            Parcel model = isOld ? parcels.get(owner) : fabric.parcel(sources.get(0));
            Parcel begun = new Succession(lineage, numbering, terms.day()).begin(model, faces, sources);
            lineage.add(new Change.ParcelChange(
                    begun.id(), null, begun.withFacts(Succession.begun(model.facts(), legal(owner)))));
            lineage.copyRights(model.id(), begun.id());
        }
    }

    /** Every piece brings its share of the legal area it comes from; null where one is not known. */
    private @Nullable LegalArea legal(int owner) {
        if (terms.legal() == Terms.Legal.SURVEY) {
            return LegalArea.of(area(owner));
        }
        LegalArea sum = new LegalArea(0);
        for (int p = 0; p < parcels.size(); p++) {
            LegalArea legal = parcels.get(p).facts().legalArea();
            List<Part> pieces = partsOf(p);
            List<Double> weights =
                    pieces.stream().map(part -> part.piece.squareMetres()).toList();
            boolean isLandless = p == owner && pieces.isEmpty();
            boolean concerned = isLandless || pieces.stream().anyMatch(part -> part.to == owner);
            if (concerned && legal == null) {
                return null;
            }
            if (isLandless && legal != null) {
                sum = sum.plus(legal);
            } else if (concerned && legal != null) {
                List<LegalArea> shares = LegalArea.share(legal, weights);
                for (int i = 0; i < shares.size(); i++) {
                    sum = pieces.get(i).to == owner ? sum.plus(shares.get(i)) : sum;
                }
            }
        }
        return sum;
    }
}
