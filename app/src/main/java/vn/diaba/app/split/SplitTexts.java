package vn.diaba.app.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.text.Messages;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.division.PlannedDivision;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.division.StripLoss;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Party;

/** A plan in words: the rows of the table and what there is to say. Immutable, without a toolkit. */
public record SplitTexts(Messages messages) {
    /** Columns of the table of parts. */
    static final List<String> PART_COLUMNS = List.of(
            "split-number",
            "split-area-exact",
            "split-area-rounded",
            "split-area-legal",
            "split-frontage",
            "split-depth",
            "split-limits");
    /** Columns of the table of what a strip takes. */
    static final List<String> LOSS_COLUMNS =
            List.of("split-number", "split-holder", "split-before", "split-lost", "split-left", "split-orphans");

    /**
     * A row of the table.
     *
     * @param cells a text a column
     * @param isShort whether the office's limits or a small piece speak against it
     * @param isSum whether it sums the others up
     */
    public record TableRow(List<String> cells, boolean isShort, boolean isSum) {}

    /** Codes of the columns' headings. */
    public static List<String> columns(SplitPlan plan) {
        return plan.report().losses().isEmpty() ? PART_COLUMNS : LOSS_COLUMNS;
    }

    /** Whether a column holds words, not numbers. */
    static boolean isText(String column) {
        return column.equals("split-limits") || column.equals("split-holder") || column.equals("split-orphans");
    }

    /** The table; the sum is the last row of parts, the first of what a strip takes from many. */
    public List<TableRow> rows(SplitPlan plan) {
        return plan.report().losses().isEmpty() ? partRows(plan) : lossRows(plan);
    }

    private List<TableRow> partRows(SplitPlan plan) {
        Values values = messages.values();
        Map<ParcelId, List<SplitLimits.Finding>> findings =
                plan.limits().stream().collect(Collectors.groupingBy(SplitLimits.Finding::parcel));
        List<TableRow> rows = new ArrayList<>();
        double area = 0;
        long surveyed = 0;
        @Nullable LegalArea legal = new LegalArea(0);
        for (SplitReport.Part part : plan.report().parts()) {
            List<SplitLimits.Finding> own = findings.getOrDefault(part.parcel(), List.of());
            rows.add(new TableRow(
                    List.of(
                            part.label(),
                            values.styled(part.area().squareMetres(), "mm"),
                            values.plain(part.surveyed()),
                            plain(part.legal()),
                            plain(part.frontage()),
                            plain(part.depth()),
                            limits(own)),
                    own.stream().anyMatch(SplitLimits.Finding::isShort),
                    false));
            area += part.area().squareMetres();
            surveyed += part.surveyed().tenths();
            legal = legal == null || part.legal() == null ? null : legal.plus(part.legal());
        }
        if (!rows.isEmpty()) {
            rows.add(new TableRow(
                    List.of(
                            messages.sentence("split-sum", rows.size()),
                            values.styled(area, "mm"),
                            values.plain(new LegalArea(surveyed)),
                            plain(legal),
                            "",
                            "",
                            ""),
                    false,
                    true));
        }
        return rows;
    }

    private String plain(@Nullable Object value) {
        if (value instanceof Length || value instanceof LegalArea) {
            return messages.values().plain(value);
        }
        return "–";
    }

    /** In a few words; the sentences are in {@link #remarks}. */
    private String limits(List<SplitLimits.Finding> findings) {
        if (findings.isEmpty()) {
            return messages.sentence("limit-met");
        }
        return findings.stream()
                .map(finding -> messages.sentence(
                        "short." + finding.code(),
                        finding.isShort() ? List.of(finding.arguments().get(2)) : List.of()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<TableRow> lossRows(SplitPlan plan) {
        Values values = messages.values();
        List<TableRow> rows = new ArrayList<>();
        double[] sums = new double[3];
        int orphans = 0;
        for (StripLoss loss : plan.report().losses()) {
            rows.add(new TableRow(
                    List.of(
                            loss.label(),
                            holders(plan.before(), loss.parcel()),
                            values.plain(loss.before()),
                            values.plain(loss.lost()),
                            values.plain(loss.left()),
                            orphans(plan, loss)),
                    loss.orphans() > 0 || loss.piecesLeft() == 0,
                    false));
            sums[0] += loss.before().squareMetres();
            sums[1] += loss.lost().squareMetres();
            sums[2] += loss.left().squareMetres();
            orphans += loss.orphans();
        }
        rows.add(
                0,
                new TableRow(
                        List.of(
                                messages.sentence("split-sum", rows.size()),
                                "",
                                values.styled(sums[0], "m2"),
                                values.styled(sums[1], "m2"),
                                values.styled(sums[2], "m2"),
                                orphans == 0 ? "" : String.valueOf(orphans)),
                        false,
                        true));
        return rows;
    }

    private String orphans(SplitPlan plan, StripLoss loss) {
        if (loss.piecesLeft() == 0) {
            return messages.sentence("split-all-taken");
        }
        List<Object> takers = new ArrayList<>();
        for (SplitReport.Gift gift : plan.report().gifts()) {
            if (gift.from().equals(loss.parcel()) && !gift.to().equals(road(plan))) {
                takers.add(gift.toLabel());
            }
        }
        if (!takers.isEmpty()) {
            return messages.sentence("split-orphan-to", takers);
        }
        return loss.orphans() == 0 ? "" : messages.sentence("split-orphans-kept", loss.orphans());
    }

    private static @Nullable ParcelId road(SplitPlan plan) {
        return plan.division() instanceof TakeStrip strip ? strip.road() : null;
    }

    /** The names of those who hold a parcel. */
    static String holders(Fabric fabric, ParcelId parcel) {
        return fabric.rightsOf(parcel).stream()
                .flatMap(right -> fabric.findRecord(right.party()).stream())
                .filter(Party.class::isInstance)
                .map(record -> ((Party) record).name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What a surveyor should know, in sentences; a refusal alone when there is one. */
    public List<String> remarks(SplitPlan plan) {
        List<String> sentences = new ArrayList<>();
        if (plan.findRefusal().isPresent()) {
            return List.of(messages.sentence(
                    plan.findRefusal().get().code(), plan.findRefusal().get().arguments()));
        }
        for (PlannedDivision.Remark remark : plan.report().remarks()) {
            sentences.add(messages.sentence(remark.code(), remark.arguments()));
        }
        for (SplitReport.Parent parent : plan.report().parents()) {
            LegalArea legal = parent.legal();
            if (legal != null && parent.legalDifferenceTenths() != 0) {
                sentences.add(messages.sentence(
                        "split-legal-difference", parent.label(), parent.legalDifferenceTenths() / 10.0, legal));
            }
        }
        plan.limits().stream()
                .filter(SplitLimits.Finding::isShort)
                .forEach(finding -> sentences.add(messages.sentence(finding.code(), finding.arguments())));
        if (plan.neighbours().count() > 0) {
            sentences.add(messages.sentence(
                    "split-neighbours",
                    plan.neighbours().count(),
                    plan.neighbours().largestChange()));
        }
        return sentences;
    }
}
