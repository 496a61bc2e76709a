package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * What a division would make, measured, before it is applied. Immutable.
 *
 * @param parents the parcels that would end
 * @param parts the parcels that would begin, in the order of their numbers
 * @param losses what a strip takes from each parcel; empty for other divisions
 * @param remarks what to know
 */
public record SplitReport(
        List<Parent> parents, List<Part> parts, List<StripLoss> losses, List<PlannedDivision.Remark> remarks) {
    /** Copies the lists. */
    public SplitReport {
        parents = List.copyOf(parents);
        parts = List.copyOf(parts);
        losses = List.copyOf(losses);
        remarks = List.copyOf(remarks);
    }

    /**
     * A parcel that would end.
     *
     * @param parcel its id
     * @param label how it is named
     * @param area as computed
     * @param surveyed the same to the tenth
     * @param legal per the papers, when known
     * @param legalDifferenceTenths legal areas of its parts less its own, tenths of a square metre; 0 when not known
     */
    public record Parent(
            ParcelId parcel,
            String label,
            Area area,
            LegalArea surveyed,
            @Nullable LegalArea legal,
            long legalDifferenceTenths) {}

    /**
     * A parcel that would begin.
     *
     * @param parcel its id
     * @param number its number
     * @param parent the parcel it is made of
     * @param share which of the wanted parts it belongs to, from 1; 0 when parts are not counted
     * @param area as computed, after the grid
     * @param surveyed the same to the tenth; all parts of a parent sum to its surveyed area, by largest remainder
     * @param legal per the papers, when known
     * @param frontage length along roads; null when no road is known beside the parent
     * @param depth how far it reaches from the road, square to it; null without a frontage
     */
    public record Part(
            ParcelId parcel,
            ParcelNumber number,
            ParcelId parent,
            int share,
            Area area,
            LegalArea surveyed,
            @Nullable LegalArea legal,
            @Nullable Length frontage,
            @Nullable Length depth) {
        /** How it will be named: sheet and number, the number alone when the sheet is not known. */
        public String label() {
            return number.sheet().isEmpty() ? number.number() : number.label();
        }
    }

    /**
     * Measures a planned division.
     *
     * @throws ImpossibleEditException never for a division planned from this land
     */
    static SplitReport of(Fabric before, PlannedDivision planned) throws ImpossibleEditException {
        Fabric after = before.apply(planned.changes());
        Map<ParcelId, List<PlannedDivision.Child>> byParent = new LinkedHashMap<>();
        planned.children().forEach(child -> byParent.computeIfAbsent(child.parent(), p -> new ArrayList<>())
                .add(child));
        List<Parent> parents = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        byParent.forEach((id, children) -> {
            Parcel parent = before.parcel(id);
            Area whole = before.areaOf(id);
            LegalArea surveyed = LegalArea.of(whole);
            List<Double> areas = new ArrayList<>();
            children.forEach(child -> areas.add(after.areaOf(child.parcel()).squareMetres()));
            areas.addAll(given(planned, id, areas, whole));
            List<LegalArea> rounded = LegalArea.share(surveyed, areas);
            boolean hasRoad = Frontage.isBeside(before, id);
            long legalSum = 0;
            boolean known = parent.facts().legalArea() != null;
            for (int i = 0; i < children.size(); i++) {
                PlannedDivision.Child child = children.get(i);
                Parcel made = after.parcel(child.parcel());
                LegalArea legal = made.facts().legalArea();
                known &= legal != null;
                legalSum += legal == null ? 0 : legal.tenths();
                Frontage front = hasRoad ? Frontage.of(after, child.parcel()) : null;
                parts.add(new Part(
                        child.parcel(),
                        made.number(),
                        id,
                        child.share(),
                        new Area(areas.get(i)),
                        rounded.get(i),
                        legal,
                        front == null ? null : new Length(front.metres()),
                        front == null || front.metres() == 0 ? null : new Length(front.depthMetres())));
            }
            LegalArea own = parent.facts().legalArea();
            parents.add(new Parent(
                    id, parent.label(), whole, surveyed, own, known && own != null ? legalSum - own.tenths() : 0));
        });
        return new SplitReport(parents, parts, planned.losses(), planned.remarks());
    }

    /** What a strip took and no child has, as one more weight. */
    private static List<Double> given(PlannedDivision planned, ParcelId parent, List<Double> areas, Area whole) {
        double left = whole.squareMetres()
                - areas.stream().mapToDouble(Double::doubleValue).sum();
        boolean isGiven =
                planned.losses().stream().anyMatch(loss -> loss.parcel().equals(parent))
                        && left > 0.01 + 1e-4 * Math.sqrt(whole.squareMetres());
        return isGiven ? List.of(left) : List.of();
    }
}
