package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.command.RingInsert;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.measure.Area;
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
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Turns pieces of a cut graph into parcels: makes the corners that are missing, gives them to the neighbours, ends the
 * parents and begins the children. Confined to one thread, used once.
 */
final class Subdivision {
    private final Fabric fabric;
    private final ParcelGraph graph;
    private final Lineage lineage;
    private final LocalDate day;
    private final LegalShare legal;
    private final Map<Integer, CornerId> made = new HashMap<>();
    /** Sides that got facts, each once: on dirty land two sides may run over one. */
    private final Set<SideKey> told = new HashSet<>();

    private final Set<CornerId> kept = new HashSet<>();
    private final List<Parcel> ended = new ArrayList<>();
    private final List<PlannedDivision.Child> children = new ArrayList<>();
    private final Map<ParcelNumber, Long> largest = new HashMap<>();
    private final List<PlannedDivision.Gift> moved = new ArrayList<>();
    private final GivenPieces given = new GivenPieces();

    /** A piece that becomes a parcel, and which of the wanted parts it belongs to. */
    record Part(Piece piece, int share) {}

    Subdivision(Fabric fabric, ParcelGraph graph, Terms terms) {
        this.fabric = fabric;
        this.graph = graph;
        lineage = new Lineage(fabric, terms.ids());
        day = terms.day();
        legal = terms.legal();
    }

    /** How children are made: where legal areas come from, the day, fresh ids. */
    record Terms(LegalShare legal, LocalDate day, IdBlock ids) {}

    /**
     * Refuses an outline that does not part into pieces of the same size.
     *
     * @throws ImpossibleEditException {@code outline-crosses-itself} with the parcel's label and a corner of it
     */
    static void checkWhole(Fabric fabric, ParcelGraph graph, ParcelGraph.Cut cut) throws ImpossibleEditException {
        if (!graph.isWhole(cut)) {
            Parcel parent = fabric.parcel(cut.parcel());
            throw new ImpossibleEditException(
                    "outline-crosses-itself",
                    parent.label(),
                    fabric.corner(parent.faces().get(0).shell().at(0)).position());
        }
    }

    /** Gives the neighbours the corners that lie on sides they share, and the parts of a side the facts it had. */
    void splitSides(Set<ParcelId> parents) {
        Map<SideKey, List<CornerId>> inserted = new LinkedHashMap<>();
        List<ParcelGraph.SideSplit> splits = graph.splits();
        for (ParcelGraph.SideSplit split : splits) {
            List<CornerId> between = new ArrayList<>();
            for (int node : split.between()) {
                between.add(corner(node));
            }
            SideKey key = new SideKey(split.from(), split.to());
            if (!key.first().equals(split.from())) {
                Collections.reverse(between);
            }
            inserted.put(key, between);
        }
        SidesBeside beside = new SidesBeside(fabric, graph, parents, Set.copyOf(inserted.keySet()));
        for (ParcelGraph.SideSplit split : splits) {
            for (int node : split.between()) {
                beside.find(graph.place(node), corner(node));
            }
        }
        inserted.putAll(beside.sides());
        inserted.forEach(this::splitFacts);
        for (ParcelId id : beside.neighbours()) {
            Parcel before = fabric.parcel(id);
            List<Face> faces = RingInsert.into(before.faces(), inserted);
            if (!faces.equals(before.faces())) {
                lineage.add(new Change.ParcelChange(id, before, before.withFaces(faces)));
                faces.forEach(face -> face.rings().forEach(ring -> kept.addAll(ring.corners())));
            }
        }
    }

    private void splitFacts(SideKey key, List<CornerId> between) {
        fabric.findSide(key).ifPresent(facts -> {
            lineage.add(new Change.SideChange(key, facts, null));
            List<CornerId> all = new ArrayList<>(between);
            all.add(0, key.first());
            all.add(key.second());
            for (int i = 0; i + 1 < all.size(); i++) {
                SideKey part = new SideKey(all.get(i), all.get(i + 1));
                if (fabric.findSide(part).isEmpty() && told.add(part)) {
                    lineage.add(new Change.SideChange(part, null, facts));
                }
            }
        });
    }

    /** The corner at a node, made if there was none. */
    CornerId corner(int node) {
        CornerId there = graph.cornerAt(node);
        if (there != null) {
            return there;
        }
        return made.computeIfAbsent(node, fresh -> {
            Corner corner = Corner.at(lineage.ids().corner(lineage.nextId()), graph.place(fresh));
            lineage.add(new Change.CornerChange(corner.id(), null, corner));
            return corner.id();
        });
    }

    /** The land of a piece. */
    Face face(Piece piece) {
        List<Ring> holes = new ArrayList<>(piece.holes().size());
        piece.holes().forEach(hole -> holes.add(ring(hole)));
        return new Face(ring(piece.shell()), holes);
    }

    private Ring ring(int[] nodes) {
        List<CornerId> corners = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            corners.add(corner(node));
        }
        return new Ring(corners);
    }

    /** Notes which parts of a parcel go to somebody; to be told of all parcels before any is divided. */
    void give(Parcel parent, List<Part> parts, Map<Piece, GivenPieces.Taker> takers) {
        List<@Nullable LegalArea> areas = legalAreas(fabric, parent, legal, weights(parts));
        for (int i = 0; i < parts.size(); i++) {
            GivenPieces.Taker taker = takers.get(parts.get(i).piece);
            if (taker != null) {
                given.add(taker, new GivenPieces.Given(parent.id(), parts.get(i).piece, areas.get(i)));
            }
        }
    }

    /**
     * Ends a parcel and begins its parts, numbered in their order; those given away begin nothing.
     *
     * @throws ImpossibleEditException {@code outline-unclear} as {@link #enlargeTakers}
     */
    void divide(Parcel parent, List<Part> parts) throws ImpossibleEditException {
        List<@Nullable LegalArea> areas = legalAreas(fabric, parent, legal, weights(parts));
        end(parent);
        for (int i = 0; i < parts.size(); i++) {
            if (!given.isAway(parts.get(i).piece)) {
                begin(parent, parts.get(i), areas.get(i));
            }
        }
    }

    private static List<Double> weights(List<Part> parts) {
        List<Double> weights = new ArrayList<>(parts.size());
        parts.forEach(part -> weights.add(part.piece.squareMetres()));
        return weights;
    }

    private void begin(Parcel parent, Part part, @Nullable LegalArea own) throws ImpossibleEditException {
        ParcelId id = lineage.ids().parcel(lineage.nextId());
        List<GivenPieces.Given> gifts = given.to(new GivenPieces.Taker(parent.id(), part.piece));
        List<Face> faces = gifts.isEmpty()
                ? List.of(face(part.piece))
                : joined(parent, part.piece.squareMetres(), GivenPieces.rings(part.piece), gifts);
        faces.forEach(face -> face.rings().forEach(ring -> kept.addAll(ring.corners())));
        Set<ParcelId> parents = new LinkedHashSet<>(List.of(parent.id()));
        gifts.forEach(gift -> parents.add(gift.from()));
        lineage.add(new Change.ParcelChange(
                id,
                null,
                new Parcel(
                        id,
                        parent.set(),
                        nextNumber(parent.number()),
                        facts(parent.facts(), GivenPieces.sum(own, gifts)),
                        faces,
                        new Lifespan(day, null),
                        List.copyOf(parents),
                        null)));
        lineage.copyRights(parent.id(), id);
        children.add(new PlannedDivision.Child(id, parent.id(), part.share));
        told(gifts, id);
    }

    /**
     * Gives parcels that live on what they are given; they stay the same parcels.
     *
     * @throws ImpossibleEditException {@code outline-unclear} with a parcel's label and a corner of it when its land and
     *     what it is given lie on each other, so that they cannot be put together
     */
    void enlargeTakers() throws ImpossibleEditException {
        for (ParcelId id : given.livingOn()) {
            enlarge(fabric.parcel(id), given.to(new GivenPieces.Taker(id, null)));
        }
    }

    private void enlarge(Parcel taker, List<GivenPieces.Given> gifts) throws ImpossibleEditException {
        double own = fabric.areaOf(taker.id()).squareMetres();
        List<Face> faces = joined(taker, own, graph.outlines(taker.id()), gifts);
        faces.forEach(face -> face.rings().forEach(ring -> kept.addAll(ring.corners())));
        ParcelFacts f = taker.facts();
        LegalArea legalArea = GivenPieces.sum(f.legalArea(), gifts);
        double size = own;
        for (GivenPieces.Given gift : gifts) {
            size += gift.piece().squareMetres();
        }
        ParcelFacts facts = new ParcelFacts(
                f.code(),
                f.sourceId(),
                uses(f.landUses(), LegalArea.of(new Area(size))),
                uses(f.legalLandUses(), legalArea),
                legalArea,
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras(),
                f.further());
        lineage.add(new Change.ParcelChange(
                taker.id(), taker, taker.withFaces(faces).withFacts(facts)));
        ended.add(taker);
        told(gifts, taker.id());
    }

    /** A use that is alone has all of the area; how several share it is not known any more. */
    private static List<LandUse> uses(List<LandUse> before, @Nullable LegalArea whole) {
        LegalArea each = before.size() == 1 && before.get(0).area() != null ? whole : null;
        return before.stream().map(use -> new LandUse(use.code(), each)).toList();
    }

    private void told(List<GivenPieces.Given> gifts, ParcelId to) {
        gifts.forEach(gift -> moved.add(
                new PlannedDivision.Gift(gift.from(), to, new Area(gift.piece().squareMetres()), gift.legal())));
    }

    /** Land of a parcel with what it is given, the sides between them left out and forgotten. */
    private List<Face> joined(Parcel parcel, double own, List<int[]> rings, List<GivenPieces.Given> gifts)
            throws ImpossibleEditException {
        double size = own;
        for (GivenPieces.Given gift : gifts) {
            size += gift.piece().squareMetres();
        }
        List<Face> faces = new ArrayList<>();
        for (Piece piece : GivenPieces.join(graph.graph(), rings, gifts, this::forget)) {
            size -= piece.squareMetres();
            faces.add(face(piece));
        }
        if (faces.isEmpty() || Math.abs(size) > 0.01 + 0.001 * Frontage.perimeter(fabric, parcel.id())) {
            throw unclear(parcel);
        }
        return faces;
    }

    /** Says of sides that are new what kind of line they are; of those that were there nothing. */
    void drawLine(List<int[]> sides, int lineKind) {
        SideFacts facts = new SideFacts(lineKind, "", "", SideFacts.Agreement.UNKNOWN);
        for (int[] side : sides) {
            SideKey key = new SideKey(corner(side[0]), corner(side[1]));
            if (fabric.findSide(key).isEmpty() && told.add(key)) {
                lineage.add(new Change.SideChange(key, null, facts));
            }
        }
    }

    private ImpossibleEditException unclear(Parcel taker) {
        return new ImpossibleEditException(
                "outline-unclear",
                taker.label(),
                fabric.corner(taker.faces().get(0).shell().at(0)).position());
    }

    private void forget(int a, int b) {
        CornerId from = known(a);
        CornerId to = known(b);
        if (from != null && to != null) {
            SideKey key = new SideKey(from, to);
            lineage.changes()
                    .removeIf(change -> change instanceof Change.SideChange side
                            && side.before() == null
                            && side.id().equals(key));
            fabric.findSide(key).ifPresent(facts -> lineage.add(new Change.SideChange(key, facts, null)));
        }
    }

    private @Nullable CornerId known(int node) {
        CornerId there = graph.cornerAt(node);
        return there == null ? made.get(node) : there;
    }

    private void end(Parcel parent) {
        lineage.retire(parent, day);
        ended.add(parent);
    }

    private ParcelNumber nextNumber(ParcelNumber cited) {
        ParcelNumber sheet = new ParcelNumber(cited.commune(), cited.sheet(), "");
        long before = largest.getOrDefault(sheet, 0L);
        long next = fabric.nextNumber(cited.commune(), cited.sheet(), before);
        largest.put(sheet, next == 0 ? Long.MAX_VALUE : next);
        return new ParcelNumber(cited.commune(), cited.sheet(), NumberReserve.text(next));
    }

    /** The legal area of each part, null where there is none to share. */
    static List<@Nullable LegalArea> legalAreas(Fabric fabric, Parcel parent, LegalShare legal, List<Double> weights) {
        LegalArea whole = legal == LegalShare.SURVEYED
                ? LegalArea.of(fabric.areaOf(parent.id()))
                : parent.facts().legalArea();
        List<@Nullable LegalArea> areas = new ArrayList<>();
        if (whole == null) {
            weights.forEach(weight -> areas.add(null));
        } else {
            areas.addAll(LegalArea.share(whole, shareable(weights)));
        }
        return areas;
    }

    /** The weights; equal ones where land without extent, or turned inside out, gives none to share by. */
    private static List<Double> shareable(List<Double> weights) {
        boolean isSound = weights.stream().allMatch(weight -> weight >= 0)
                && weights.stream().mapToDouble(Double::doubleValue).sum() > 0;
        return isSound ? weights : Collections.nCopies(weights.size(), 1.0);
    }

    /** The act and what it makes. */
    PlannedDivision done(String label, List<PlannedDivision.Remark> remarks) {
        return done(label, List.of(), remarks);
    }

    /** The act, what it makes, and what it takes. */
    PlannedDivision done(String label, List<StripLoss> losses, List<PlannedDivision.Remark> remarks) {
        lineage.removeOrphans(ended, kept);
        lineage.settleSides(ended);
        return new PlannedDivision(
                ChangeSet.planned(lineage.ids().uuid(0), label, lineage.changes()), children, losses, moved, remarks);
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
