package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.accuracy.AccuracyLimits;
import vn.diaba.cadastre.accuracy.AccuracyVerdict;
import vn.diaba.cadastre.accuracy.Measured;

/** The verdict on measurements, its figures and its table. */
record AccuracyAnswer(AccuracyVerdict verdict, AccuracyLimits limits, List<String> unmatched, boolean sides)
        implements Answer {
    @Override
    public ExitCode exitCode() {
        return verdict.passes() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.flag("passes", verdict.passes())
                .number("checked", verdict.rows().size())
                .number("above", verdict.above())
                .number("near", verdict.near())
                .flag("systematic", verdict.systematic())
                .metres("rmsM", verdict.rootMeanSquareMetres())
                .metres("meanEastM", verdict.meanEastMetres())
                .metres("meanNorthM", verdict.meanNorthMetres())
                .metres("meanSideM", verdict.meanSideMetres())
                .object("limits", inner -> inner.number("scale", limits.scale())
                        .text("kind", limits.farmland() ? "agricultural" : "other")
                        .metres("pointM", limits.pointMetres())
                        .metres("sideM", limits.sideMetres())
                        .metres("shortSideM", limits.shortSideMetres())
                        .text("source", limits.source()))
                .objects("rows", verdict.rows(), (inner, row) -> inner.text("name", row.name())
                        .metresArray("place", row.place().east(), row.place().north())
                        .metres("errorM", row.errorMetres())
                        .metres("limitM", row.limitMetres())
                        .decimal("share", row.share(), 3))
                .texts("unmatched", unmatched);
    }

    @Override
    public void writeText(TextLines lines) {
        lines.say(
                "accuracy-limits", limits.scale(), sides ? limits.sideMetres() : limits.pointMetres(), limits.source());
        for (Measured row : verdict.rows()) {
            lines.say("accuracy-row", row.name(), row.errorMetres(), row.limitMetres(), 100 * row.share(), row.place());
        }
        if (!unmatched.isEmpty()) {
            lines.say("accuracy-unmatched", unmatched.size(), unmatched);
        }
        lines.say(
                "accuracy-figures",
                verdict.rows().size(),
                verdict.above(),
                verdict.near(),
                verdict.rootMeanSquareMetres());
        if (sides) {
            lines.say("accuracy-mean-side", verdict.meanSideMetres());
        } else {
            lines.say("accuracy-mean-shift", verdict.meanEastMetres(), verdict.meanNorthMetres());
        }
        if (verdict.systematic()) {
            lines.say("accuracy-systematic");
        }
        lines.say(verdict.passes() ? "accuracy-passes" : "accuracy-fails");
    }
}
