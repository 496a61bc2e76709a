package vn.diaba.cadastre.union;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Right;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.plane.FaceWalk;
import vn.diaba.cadastre.plane.Pieces;

/**
 * Merges neighbours into one parcel: the sides between them go, all others stay as they are. The parts are retired; the
 * whole gets the next number of the first part's sheet, its facts, the sum of the legal areas and all land uses.
 * Immutable.
 *
 * @param parcels at least two live parcels of one set, connected by common sides; the first gives its facts
 * @param reason why parcels of different land users become one, "" when they are of the same
 * @param day the day the parts end and the whole begins
 * @param ids fresh ids for the act
 */
public record MergeParcels(List<ParcelId> parcels, String reason, LocalDate day, IdBlock ids) implements EditCommand {
    /** Copies the list, each parcel once. */
    public MergeParcels {
        parcels = List.copyOf(new LinkedHashSet<>(parcels));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code too-few-parcels}, {@code parcel-unknown}, {@code parcel-retired}, {@code
     *     parcel-frozen}, {@code sets-differ}, {@code land-users-differ} (give a reason), {@code parcels-not-adjacent},
     *     {@code parcels-overlap}; the labels of two parcels concerned are among the arguments
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> parts = new ArrayList<>();
        for (ParcelId id : parcels) {
            parts.add(Guards.live(fabric, id));
        }
        if (parts.size() < 2) {
            throw new ImpossibleEditException("too-few-parcels", parts.size());
        }
        Guards.refuseFrozen(fabric, parcels);
        checkAlike(fabric, parts);
        Map<CornerId, Integer> nodes = new HashMap<>();
        List<CornerId> corners = new ArrayList<>();
        List<long[]> places = new ArrayList<>();
        Set<List<Integer>> sides = new LinkedHashSet<>();
        for (Parcel part : parts) {
            for (List<Integer> side : sidesOf(fabric, part, nodes, corners, places)) {
                if (!sides.remove(List.of(side.get(1), side.get(0))) && !sides.add(side)) {
                    throw new ImpossibleEditException(
                            "parcels-overlap", parts.get(0).label(), part.label());
                }
            }
        }
        FaceWalk walk = new FaceWalk(places);
        sides.forEach(side -> walk.side(side.get(0), side.get(1)));
        List<Pieces.Piece> pieces = new ArrayList<>(new Pieces(places).of(walk));
        checkConnected(parts, pieces);
        pieces.sort(Comparator.comparingDouble(piece -> -piece.area()));
        return act(fabric, parts, pieces, corners);
    }

    private void checkAlike(Fabric fabric, List<Parcel> parts) throws ImpossibleEditException {
        Parcel first = parts.get(0);
        for (Parcel part : parts) {
            if (part.set() != first.set()) {
                throw new ImpossibleEditException("sets-differ", first.label(), part.label());
            }
            if (reason.isBlank() && !holders(fabric, part).equals(holders(fabric, first))) {
                throw new ImpossibleEditException("land-users-differ", first.label(), part.label());
            }
        }
    }

    private static Set<Object> holders(Fabric fabric, Parcel parcel) {
        Set<Object> holders = new HashSet<>();
        for (Right right : fabric.rightsOf(parcel.id())) {
            holders.add(List.of(right.party(), right.numerator(), right.denominator()));
        }
        return holders;
    }

    private static List<List<Integer>> sidesOf(
            Fabric fabric, Parcel part, Map<CornerId, Integer> nodes, List<CornerId> corners, List<long[]> places) {
        List<List<Integer>> sides = new ArrayList<>();
        for (Face face : part.faces()) {
            List<Ring> rings = face.rings().toList();
            for (int r = 0; r < rings.size(); r++) {
                int[] ring = rings.get(r).corners().stream()
                        .mapToInt(id -> nodes.computeIfAbsent(id, fresh -> {
                            EastNorth at = fabric.corner(fresh).position();
                            corners.add(fresh);
                            places.add(new long[] {at.gridEast(), at.gridNorth()});
                            return corners.size() - 1;
                        }))
                        .toArray();
                boolean forward = new FaceWalk(places).signedArea(ring) > 0 == (r == 0);
                for (int i = 0; i < ring.length; i++) {
                    int a = ring[i];
                    int b = ring[(i + 1) % ring.length];
                    sides.add(forward ? List.of(a, b) : List.of(b, a));
                }
            }
        }
        return sides;
    }

    /** The whole must have as many pieces fewer than the parts as there are parts to join, or somebody is not joined. */
    private static void checkConnected(List<Parcel> parts, List<Pieces.Piece> pieces) throws ImpossibleEditException {
        int faces = parts.stream().mapToInt(part -> part.faces().size()).sum();
        if (pieces.isEmpty() || pieces.size() > faces - (parts.size() - 1)) {
            throw new ImpossibleEditException(
                    "parcels-not-adjacent",
                    parts.get(0).label(),
                    parts.get(parts.size() - 1).label());
        }
    }

    private ChangeSet act(Fabric fabric, List<Parcel> parts, List<Pieces.Piece> pieces, List<CornerId> corners) {
        Lineage lineage = new Lineage(fabric, ids);
        List<Face> faces = pieces.stream().map(piece -> face(piece, corners)).toList();
        Parcel first = parts.get(0);
        ParcelNumber cited = first.number();
        ParcelId id = ids.parcel(lineage.nextId());
        String number = Long.toString(fabric.largestNumber(cited.commune(), cited.sheet()) + 1);
        Parcel whole = new Parcel(
                id,
                first.set(),
                new ParcelNumber(cited.commune(), cited.sheet(), number),
                facts(parts),
                faces,
                new Lifespan(day, null),
                parts.stream().map(Parcel::id).toList(),
                null);
        parts.forEach(part -> lineage.retire(part, day));
        lineage.add(new Change.ParcelChange(id, null, whole));
        lineage.copyRights(first.id(), id);
        Set<CornerId> kept = new HashSet<>();
        Set<SideKey> keptSides = new HashSet<>();
        whole.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                kept.add(ring.at(i));
                keptSides.add(new SideKey(ring.at(i), ring.at(i + 1)));
            }
        });
        forgetInnerSides(fabric, parts, keptSides, lineage);
        lineage.removeOrphans(parts, kept);
        return ChangeSet.planned(ids.uuid(0), "merge-parcels", lineage.changes());
    }

    private static void forgetInnerSides(Fabric fabric, List<Parcel> parts, Set<SideKey> kept, Lineage lineage) {
        Set<SideKey> seen = new HashSet<>(kept);
        parts.stream().flatMap(Parcel::rings).forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                SideKey key = new SideKey(ring.at(i), ring.at(i + 1));
                if (seen.add(key)) {
                    fabric.findSide(key).ifPresent(facts -> lineage.add(new Change.SideChange(key, facts, null)));
                }
            }
        });
    }

    private static Face face(Pieces.Piece piece, List<CornerId> corners) {
        List<Ring> holes =
                piece.holes().stream().map(hole -> ring(hole, corners)).toList();
        return new Face(ring(piece.shell(), corners), holes);
    }

    private static Ring ring(int[] nodes, List<CornerId> corners) {
        return new Ring(IntStream.of(nodes).mapToObj(corners::get).toList());
    }

    private static ParcelFacts facts(List<Parcel> parts) {
        ParcelFacts first = parts.get(0).facts();
        return new ParcelFacts(
                "",
                "",
                uses(parts, true),
                uses(parts, false),
                legalArea(parts),
                first.state(),
                "",
                "",
                first.address(),
                first.extras());
    }

    private static List<LandUse> uses(List<Parcel> parts, boolean surveyed) {
        Set<String> codes = new LinkedHashSet<>();
        for (Parcel part : parts) {
            List<LandUse> uses =
                    surveyed ? part.facts().landUses() : part.facts().legalLandUses();
            uses.forEach(use -> codes.add(use.code()));
        }
        return codes.stream().map(code -> new LandUse(code, null)).toList();
    }

    private static @Nullable LegalArea legalArea(List<Parcel> parts) {
        LegalArea sum = new LegalArea(0);
        for (Parcel part : parts) {
            LegalArea area = part.facts().legalArea();
            if (area == null) {
                return null;
            }
            sum = sum.plus(area);
        }
        return sum;
    }
}
