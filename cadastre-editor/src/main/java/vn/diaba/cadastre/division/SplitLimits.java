package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * The least area, frontage and depth a part may have, as the office's table says. An empty table knows no rule, which is
 * said, never taken for consent. Immutable.
 *
 * @param rows the table; of those that fit a part the one that names its commune goes first, then the one that names its
 *     land use, then the later one
 */
public record SplitLimits(List<Row> rows) {
    /** No table. */
    public static final SplitLimits NONE = new SplitLimits(List.of());

    /** Copies the list. */
    public SplitLimits {
        rows = List.copyOf(rows);
    }

    /**
     * One rule.
     *
     * @param commune the commune's code, "" for all
     * @param landUse the land-use code, "" for all
     * @param squareMetres least area; 0 for none
     * @param frontageMetres least length along roads; 0 for none
     * @param depthMetres least depth from the road; 0 for none
     * @param source the decision and its clause
     * @param from first day it holds; null when since ever
     * @param to last day it holds; null when it still does
     */
    public record Row(
            String commune,
            String landUse,
            double squareMetres,
            double frontageMetres,
            double depthMetres,
            String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean fits(String ofCommune, String use, LocalDate asOf) {
            return (commune.isEmpty() || commune.equals(ofCommune))
                    && (landUse.isEmpty() || landUse.equals(use))
                    && (from == null || !from.isAfter(asOf))
                    && (to == null || !to.isBefore(asOf));
        }

        int rank() {
            return (commune.isEmpty() ? 0 : 2) + (landUse.isEmpty() ? 0 : 1);
        }
    }

    /**
     * What is to be said of a part.
     *
     * @param code {@code split-area-short}, {@code split-frontage-short}, {@code split-depth-short} with number,
     *     measured, least and source; {@code split-frontage-unknown} and {@code split-limits-none} with number and commune
     * @param parcel the part
     * @param arguments for the sentence
     */
    public record Finding(String code, ParcelId parcel, List<Object> arguments) {
        /** Copies the list. */
        public Finding {
            arguments = List.copyOf(arguments);
        }

        /** Whether the part falls short; else the rule is not known or cannot be asked. */
        public boolean isShort() {
            return code.endsWith("-short");
        }
    }

    /**
     * Compares the parts that would begin with the table; strip that is taken is not compared.
     *
     * @param fabric the land before
     * @param asOf the day whose rules count
     */
    public List<Finding> check(Fabric fabric, SplitReport report, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        boolean isStrip = !report.losses().isEmpty();
        for (SplitReport.Part part : report.parts()) {
            if (!isStrip || part.share() != 2) {
                check(fabric.parcel(part.parent()), part, asOf, findings);
            }
        }
        return findings;
    }

    private void check(Parcel parent, SplitReport.Part part, LocalDate asOf, List<Finding> findings) {
        List<String> uses = new ArrayList<>();
        List<LandUse> known = parent.facts().legalLandUses().isEmpty()
                ? parent.facts().landUses()
                : parent.facts().legalLandUses();
        known.forEach(use -> uses.add(use.code()));
        if (uses.isEmpty()) {
            uses.add("");
        }
        boolean any = false;
        for (String use : uses) {
            Row row = rowFor(part.number(), use, asOf);
            if (row != null) {
                any = true;
                compare(part, row, findings);
            }
        }
        if (!any) {
            findings.add(finding("split-limits-none", part, part.number().commune()));
        }
    }

    private @Nullable Row rowFor(ParcelNumber number, String use, LocalDate asOf) {
        Row best = null;
        for (Row row : rows) {
            if (row.fits(number.commune(), use, asOf) && (best == null || row.rank() >= best.rank())) {
                best = row;
            }
        }
        return best;
    }

    private static void compare(SplitReport.Part part, Row row, List<Finding> findings) {
        double area = part.surveyed().tenths() / 10.0;
        if (area < row.squareMetres) {
            findings.add(finding("split-area-short", part, area, row.squareMetres, row.source));
        }
        if (row.frontageMetres <= 0 && row.depthMetres <= 0) {
            return;
        }
        var frontage = part.frontage();
        var depth = part.depth();
        if (frontage == null) {
            findings.add(finding("split-frontage-unknown", part, part.number().commune()));
            return;
        }
        if (frontage.metres() < row.frontageMetres) {
            findings.add(finding("split-frontage-short", part, frontage.metres(), row.frontageMetres, row.source));
        }
        if (depth != null && depth.metres() < row.depthMetres) {
            findings.add(finding("split-depth-short", part, depth.metres(), row.depthMetres, row.source));
        }
    }

    private static Finding finding(String code, SplitReport.Part part, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(part.label()));
        arguments.addAll(List.of(more));
        return new Finding(code, part.parcel(), arguments);
    }
}
