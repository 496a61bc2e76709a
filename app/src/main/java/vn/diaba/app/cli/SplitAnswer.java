package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.division.PlannedDivision;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.division.StripLoss;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;

/** What a split made or would make, measured. */
final class SplitAnswer implements Answer {
    private final SplitReport report;
    private final List<SplitLimits.Finding> limits;
    private final List<Integer> wholeWays;
    private final EditOutcome.@Nullable Applied applied;
    private final Messages messages;

    /**
     * The answer.
     *
     * @param wholeWays sides parallel to which no part would be in pieces; empty when that is not wanted
     * @param applied what was done; null for a dry run
     */
    SplitAnswer(
            SplitReport report,
            List<SplitLimits.Finding> limits,
            List<Integer> wholeWays,
            EditOutcome.@Nullable Applied applied,
            Messages messages) {
        this.report = report;
        this.limits = limits;
        this.wholeWays = wholeWays;
        this.applied = applied;
        this.messages = messages;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.flag("dryRun", applied == null);
        if (applied == null) {
            json.objects("created", report.parts(), (inner, part) -> {
                LegalArea legal = part.legal();
                inner.text("parcel", part.label())
                        .metres("areaM2", part.area().squareMetres())
                        .value("legalAreaM2", legal == null ? null : legal.squareMetres());
            });
        } else {
            new EditAnswer(applied, messages).writeJson(json);
        }
        json.objects("parents", report.parents(), SplitAnswer::parent)
                .objects("parts", report.parts(), SplitAnswer::part)
                .objects("losses", report.losses(), SplitAnswer::loss)
                .objects("gifts", report.gifts(), (inner, gift) -> inner.text("from", gift.fromLabel())
                        .text("to", gift.toLabel())
                        .metres("areaM2", gift.area().squareMetres()))
                .objects("limits", limits, (inner, finding) -> inner.text("code", finding.code())
                        .text("parcel", String.valueOf(finding.arguments().get(0)))
                        .flag("short", finding.isShort())
                        .text(
                                "message",
                                messages.sentence(
                                        finding.code(), finding.arguments().toArray())))
                .objects("remarks", report.remarks(), (inner, remark) -> inner.text("code", remark.code())
                        .text(
                                "message",
                                messages.sentence(
                                        remark.code(), remark.arguments().toArray())))
                .texts(
                        "sidesGivingWholeParts",
                        wholeWays.stream().map(String::valueOf).toList());
    }

    private static void parent(JsonWriter json, SplitReport.Parent parent) throws IOException {
        LegalArea legal = parent.legal();
        json.text("parcel", parent.label())
                .metres("areaM2", parent.area().squareMetres())
                .value("surveyedAreaM2", parent.surveyed().squareMetres())
                .value("legalAreaM2", legal == null ? null : legal.squareMetres())
                .decimal("legalDifferenceM2", parent.legalDifferenceTenths() / 10.0, 1);
    }

    private static void part(JsonWriter json, SplitReport.Part part) throws IOException {
        LegalArea legal = part.legal();
        json.text("parcel", part.label())
                .number("share", part.share())
                .metres("areaM2", part.area().squareMetres())
                .value("surveyedAreaM2", part.surveyed().squareMetres())
                .value("legalAreaM2", legal == null ? null : legal.squareMetres());
        metres(json, "frontageM", part.frontage());
        metres(json, "depthM", part.depth());
    }

    private static void metres(JsonWriter json, String name, @Nullable Length length) throws IOException {
        if (length == null) {
            json.nothing(name);
        } else {
            json.metres(name, length.metres());
        }
    }

    private static void loss(JsonWriter json, StripLoss loss) throws IOException {
        json.text("parcel", loss.label())
                .metres("beforeM2", loss.before().squareMetres())
                .metres("lostM2", loss.lost().squareMetres())
                .metres("leftM2", loss.left().squareMetres())
                .number("pieces", loss.piecesLeft())
                .number("orphans", loss.orphans());
    }

    @Override
    public void writeText(TextLines lines) {
        if (applied == null) {
            lines.say("split-would-make", report.parts().size());
            for (SplitReport.Part part : report.parts()) {
                LegalArea legal = part.legal();
                if (legal == null) {
                    lines.say("edit-created", part.label(), part.surveyed());
                } else {
                    lines.say("edit-created-legal", part.label(), part.surveyed(), legal);
                }
            }
        } else {
            new EditAnswer(applied, messages).writeText(lines);
        }
        for (SplitReport.Parent parent : report.parents()) {
            LegalArea legal = parent.legal();
            if (legal != null && parent.legalDifferenceTenths() != 0) {
                lines.say("split-legal-difference", parent.label(), parent.legalDifferenceTenths() / 10.0, legal);
            }
        }
        for (StripLoss loss : report.losses()) {
            lines.say("strip-loss", loss.label(), loss.before(), loss.lost(), loss.left());
        }
        for (PlannedDivision.Remark remark : report.remarks()) {
            lines.sayWith(remark.code(), remark.arguments());
        }
        if (!wholeWays.isEmpty()) {
            lines.say("split-whole-ways", wholeWays);
        }
        for (SplitLimits.Finding finding : limits) {
            lines.sayWith(finding.code(), finding.arguments());
        }
    }
}
