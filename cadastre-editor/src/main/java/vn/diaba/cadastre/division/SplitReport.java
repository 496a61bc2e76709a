package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param gifts pieces that go to another parcel instead of becoming one
 * @param remarks what to know
 */
public record SplitReport(
        List<Parent> parents,
        List<Part> parts,
        List<StripLoss> losses,
        List<Gift> gifts,
        List<PlannedDivision.Remark> remarks) {
    /** Copies the lists. */
    public SplitReport {
        parents = List.copyOf(parents);
        parts = List.copyOf(parts);
        losses = List.copyOf(losses);
        gifts = List.copyOf(gifts);
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
     * @param area as computed, after the grid, with what it is given of others
     * @param surveyed the same to the tenth; all pieces of a parent, given away or not, sum to its surveyed area, by
     *     largest remainder
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
     * A piece that would go to another parcel.
     *
     * @param from the parcel it is of
     * @param fromLabel how that is named
     * @param to who would get it, a parcel that lives on or one that would begin
     * @param toLabel how that would be named
     * @param area its size
     */
    public record Gift(ParcelId from, String fromLabel, ParcelId to, String toLabel, Area area) {}

    /**
     * Measures a planned division.
     *
     * @param before the land it was planned on
     * @param after the land with its changes
     */
    public static SplitReport of(Fabric before, Fabric after, PlannedDivision planned) {
        Map<ParcelId, List<PlannedDivision.Child>> byParent = new LinkedHashMap<>();
        planned.children().forEach(child -> byParent.computeIfAbsent(child.parent(), p -> new ArrayList<>())
                .add(child));
        planned.gifts().forEach(gift -> byParent.computeIfAbsent(gift.from(), p -> new ArrayList<>()));
        Rounded rounded = Rounded.of(before, after, planned, byParent);
        List<Parent> parents = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        byParent.forEach((id, children) -> {
            Parcel parent = before.parcel(id);
            boolean hasRoad = Frontage.isBeside(before, id);
            for (PlannedDivision.Child child : children) {
                Parcel made = after.parcel(child.parcel());
                LegalArea legal = made.facts().legalArea();
                Frontage front = hasRoad ? Frontage.of(after, child.parcel()) : null;
                parts.add(new Part(
                        child.parcel(),
                        made.number(),
                        id,
                        child.share(),
                        after.areaOf(child.parcel()),
                        new LegalArea(rounded.tenths.getOrDefault(child.parcel(), 0L)),
                        legal,
                        front == null ? null : new Length(front.metres()),
                        front == null || front.metres() == 0 ? null : new Length(front.depthMetres())));
            }
            Area whole = before.areaOf(id);
            parents.add(new Parent(
                    id,
                    parent.label(),
                    whole,
                    LegalArea.of(whole),
                    parent.facts().legalArea(),
                    legalDifference(parent, after, planned)));
        });
        List<Gift> gifts = planned.gifts().stream()
                .map(gift -> new Gift(
                        gift.from(),
                        before.parcel(gift.from()).label(),
                        gift.to(),
                        after.parcel(gift.to()).label(),
                        gift.area()))
                .toList();
        return new SplitReport(parents, parts, planned.losses(), gifts, planned.remarks());
    }

    /** Legal areas of all pieces of a parent, given away or not, less its own. */
    private static long legalDifference(Parcel parent, Fabric after, PlannedDivision planned) {
        LegalArea own = parent.facts().legalArea();
        if (own == null) {
            return 0;
        }
        long sum = -own.tenths();
        for (PlannedDivision.Child child : planned.children()) {
            if (child.parent().equals(parent.id())) {
                LegalArea legal = after.parcel(child.parcel()).facts().legalArea();
                if (legal == null) {
                    return 0;
                }
                sum += legal.tenths();
            }
            for (PlannedDivision.Gift gift : planned.gifts()) {
                LegalArea legal = gift.legal();
                boolean isReceived =
                        gift.to().equals(child.parcel()) && child.parent().equals(parent.id());
                sum -= isReceived && legal != null ? legal.tenths() : 0;
            }
        }
        for (PlannedDivision.Gift gift : planned.gifts()) {
            LegalArea legal = gift.legal();
            sum += gift.from().equals(parent.id()) && legal != null ? legal.tenths() : 0;
        }
        return sum;
    }

    /** Tenths of each part: its own by largest remainder among all of its parent, and those it is given. */
    private record Rounded(Map<ParcelId, Long> tenths) {
        static Rounded of(
                Fabric before,
                Fabric after,
                PlannedDivision planned,
                Map<ParcelId, List<PlannedDivision.Child>> byParent) {
            Map<ParcelId, Double> received = new HashMap<>();
            planned.gifts()
                    .forEach(gift -> received.merge(gift.to(), gift.area().squareMetres(), Double::sum));
            Map<ParcelId, Long> tenths = new HashMap<>();
            byParent.forEach((id, children) -> {
                List<ParcelId> takers = new ArrayList<>();
                List<Double> weights = new ArrayList<>();
                for (PlannedDivision.Child child : children) {
                    takers.add(child.parcel());
                    double more = received.getOrDefault(child.parcel(), 0.0);
                    weights.add(Math.max(0, after.areaOf(child.parcel()).squareMetres() - more));
                }
                for (PlannedDivision.Gift gift : planned.gifts()) {
                    if (gift.from().equals(id)) {
                        takers.add(gift.to());
                        weights.add(gift.area().squareMetres());
                    }
                }
                List<LegalArea> shares = LegalArea.share(LegalArea.of(before.areaOf(id)), weights);
                for (int i = 0; i < shares.size(); i++) {
                    tenths.merge(takers.get(i), shares.get(i).tenths(), Long::sum);
                }
            });
            return new Rounded(tenths);
        }
    }
}
