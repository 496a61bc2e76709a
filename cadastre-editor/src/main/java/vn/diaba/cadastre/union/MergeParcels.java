package vn.diaba.cadastre.union;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * Merges neighbours into one parcel: the sides between them go, all others stay as they are. The parts are retired; the
 * whole gets the next number of the first part's sheet and is described as chosen. Immutable.
 *
 * @param parcels at least two live parcels of one set, connected by common sides
 * @param choice how the whole is described
 * @param reason why parcels of different land users or states become one, "" when they are alike; kept with the act
 * @param day the day the parts end and the whole begins
 * @param ids fresh ids for the act
 */
public record MergeParcels(List<ParcelId> parcels, MergeChoice choice, String reason, LocalDate day, IdBlock ids)
        implements EditCommand {
    private static final String LABEL = "merge-parcels";

    /** Copies the list, each parcel once. */
    public MergeParcels {
        parcels = List.copyOf(new LinkedHashSet<>(parcels));
    }

    /** A merge in which nothing is chosen. */
    public MergeParcels(List<ParcelId> parcels, String reason, LocalDate day, IdBlock ids) {
        this(parcels, MergeChoice.NONE, reason, day, ids);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code too-few-parcels}, {@code parcel-unknown}, {@code parcel-retired}, {@code
     *     parcel-frozen}, {@code sets-differ}, {@code land-users-differ} and {@code states-differ} (give a reason),
     *     {@code parcels-not-adjacent}, {@code parcels-overlap}, {@code outline-unclear}; the labels of the parcels
     *     concerned and the place are among the arguments; {@code not-a-part}, {@code number-not-reused} and the codes
     *     of {@link ParcelAttributes#with} for a choice without meaning
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> parts = parts(fabric);
        Consents.check(fabric, parts, reason);
        return merged(fabric, parts, LABEL);
    }

    /** The parts, live, at least two. */
    List<Parcel> parts(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> parts = new ArrayList<>();
        for (ParcelId id : parcels) {
            parts.add(Guards.live(fabric, id));
        }
        if (parts.size() < 2) {
            throw new ImpossibleEditException("too-few-parcels", parts.size());
        }
        return parts;
    }

    /** The act, whatever stands against it among attributes and land users. */
    ChangeSet merged(Fabric fabric, List<Parcel> parts, String label) throws ImpossibleEditException {
        Joining.Joined joined = Joining.of(fabric, parts);
        StraightCorners straight =
                new StraightCorners(fabric, parts.stream().map(Parcel::id).collect(Collectors.toSet()), joined.seams());
        List<Face> faces = choice.dropsStraightCorners() ? straight.without(joined.faces()) : joined.faces();
        Lineage lineage = new Lineage(fabric, ids);
        ParcelId id = ids.parcel(lineage.nextId());
        Parcel whole = MergedFacts.chosen(whole(fabric, parts, faces, id), parts, choice);
        parts.forEach(part -> lineage.retire(part, day));
        lineage.add(new Change.ParcelChange(id, null, whole));
        holders(parts, id, lineage);
        Set<CornerId> kept = new HashSet<>();
        Set<SideKey> keptSides = new HashSet<>();
        whole.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                kept.add(ring.at(i));
                keptSides.add(new SideKey(ring.at(i), ring.at(i + 1)));
            }
        });
        forgetInnerSides(fabric, parts, keptSides, lineage);
        straight.joined().forEach((key, facts) -> {
            if (keptSides.contains(key)) {
                lineage.add(new Change.SideChange(key, null, facts));
            }
        });
        lineage.removeOrphans(parts, kept);
        return ChangeSet.planned(ids.uuid(0), label, lineage.changes())
                .withWaivers(Consents.kept(fabric, parts, reason, label));
    }

    private Parcel whole(Fabric fabric, List<Parcel> parts, List<Face> faces, ParcelId id) {
        LegalArea legal = choice.legal() == Terms.Legal.SURVEY
                ? LegalArea.of(Outlines.area(fabric, faces))
                : MergedFacts.legalSum(parts);
        Parcel first = parts.get(0);
        return new Parcel(
                id,
                first.set(),
                number(fabric, parts),
                MergedFacts.of(parts, legal),
                faces,
                new Lifespan(day, null),
                parts.stream().map(Parcel::id).toList(),
                null);
    }

    /** The next number of the sheet the whole will be on. */
    private ParcelNumber number(Fabric fabric, List<Parcel> parts) {
        String commune = cited(parts, "commune");
        String sheet = cited(parts, "sheet");
        return new ParcelNumber(commune, sheet, NumberReserve.text(fabric.nextNumber(commune, sheet, 0)));
    }

    private String cited(List<Parcel> parts, String name) {
        @Nullable ParcelId from = choice.from().get(name);
        Optional<Parcel> source =
                parts.stream().filter(part -> part.id().equals(from)).findFirst();
        String value = choice.values().get(name);
        return value != null ? value.strip() : ParcelAttributes.text(source.orElse(parts.get(0)), name);
    }

    /** Gives the whole the chosen part's land users, or a new one. */
    private void holders(List<Parcel> parts, ParcelId whole, Lineage lineage) throws ImpossibleEditException {
        Map<String, String> values = choice.values();
        if (ParcelAttributes.OF_HOLDER.stream().anyMatch(values::containsKey)) {
            Party fresh = new Party(
                    ids.uuid(lineage.nextId()),
                    values.getOrDefault("landUser", "").strip(),
                    values.getOrDefault("idNumber", "").strip(),
                    values.getOrDefault("userType", "").strip(),
                    "");
            lineage.add(new Change.RecordChange(fresh.id(), null, fresh));
            Right right = new Right(ids.uuid(lineage.nextId()), fresh.id(), whole, 1, 1);
            lineage.add(new Change.RecordChange(right.id(), null, right));
            return;
        }
        Parcel source = parts.get(0);
        for (String name : List.of("userType", "idNumber", "landUser")) {
            @Nullable ParcelId from = choice.from().get(name);
            source = from == null ? source : MergedFacts.part(parts, name, from);
        }
        lineage.copyRights(source.id(), whole);
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
}
