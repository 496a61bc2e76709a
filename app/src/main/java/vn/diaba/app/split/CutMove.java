package vn.diaba.app.split;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.app.text.Language;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A cut that is being moved: the part before it grows by what the next one loses, the others keep their areas. Immutable.
 *
 * @param plan the plan it was taken hold of in
 * @param divide its division
 * @param areas of all its parts, square metres
 * @param part number of the part before the cut, from 1
 */
public record CutMove(SplitPlan plan, DivideParcel divide, List<Double> areas, int part) {
    private static final double LEAST = 0.1;

    /** Takes hold of a cut; empty when the plan is no division into parts or has no such cut. */
    static Optional<CutMove> of(SplitPlan plan, int part) {
        if (!(plan.division() instanceof DivideParcel divide)) {
            return Optional.empty();
        }
        int count = plan.report().parts().stream()
                .mapToInt(SplitReport.Part::share)
                .max()
                .orElse(0);
        Double[] areas = new Double[count];
        Arrays.fill(areas, 0.0);
        for (SplitReport.Part one : plan.report().parts()) {
            areas[one.share() - 1] += one.area().squareMetres();
        }
        return part >= 1 && part < count
                ? Optional.of(new CutMove(plan, divide, List.of(areas), part))
                : Optional.empty();
    }

    /** What the box would say with the cut at a place, to the tenth: {@code 101,5; 98,0; còn lại}. */
    Optional<String> areas(EastNorth place, Language language) {
        try {
            double before = areas.subList(0, part - 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double both = areas.get(part - 1) + areas.get(part);
            double behind = divide.direction()
                    .squareMetresBehind(plan.before(), plan.before().parcel(divide.parcel()), place);
            double one = Math.rint(10 * Math.min(Math.max(behind - before, LEAST), both - LEAST)) / 10;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i + 1 < areas.size(); i++) {
                double area = i == part - 1 ? one : i == part ? both - one : areas.get(i);
                String written = String.format(Locale.ROOT, "%.1f", area);
                text.append(text.length() == 0 ? "" : "; ")
                        .append(language == Language.VIETNAMESE ? written.replace('.', ',') : written);
            }
            String rest = language == Language.VIETNAMESE ? "còn lại" : "rest";
            return Optional.of(areas.size() == 2 ? text.toString() : text + "; " + rest);
        } catch (ImpossibleEditException e) {
            return Optional.empty();
        }
    }
}
