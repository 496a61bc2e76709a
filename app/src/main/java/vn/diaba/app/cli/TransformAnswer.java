package vn.diaba.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.measure.PlaneFit;

/**
 * How a fit came out and what became of the land.
 *
 * @param fit the fit; null without one
 * @param changes how many corners move or are joined, with all that follows
 * @param edit what was done; null when nothing was to be changed
 */
record TransformAnswer(
        @Nullable PlaneFit fit, int changes, @Nullable EditAnswer edit) implements Answer {
    private static final double PARTS_PER_MILLION = 1e6;

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.number("changes", changes).flag("dryRun", edit == null);
        PlaneFit shown = fit;
        if (shown == null) {
            json.nothing("fit");
        } else {
            json.object("fit", inner -> fit(inner, shown));
        }
        if (edit != null) {
            edit.writeJson(json);
        }
    }

    private static void fit(JsonWriter json, PlaneFit fit) throws IOException {
        json.text("kind", fit.kind() == PlaneFit.Kind.HELMERT ? "helmert" : "affine")
                .decimal("scale", fit.transform().scale(), 10)
                .decimal("rotationDegrees", fit.transform().rotationDegrees(), 8)
                .metresArray(
                        "centre", fit.transform().fromEast(), fit.transform().fromNorth())
                .metresArray("image", fit.transform().toEast(), fit.transform().toNorth())
                .decimal("ee", fit.transform().ee(), 12)
                .decimal("en", fit.transform().en(), 12)
                .decimal("ne", fit.transform().ne(), 12)
                .decimal("nn", fit.transform().nn(), 12)
                .metres("rmsM", fit.rmsMetres())
                .metres("sigmaM", fit.sigmaMetres())
                .objects("residuals", fit.residuals(), (inner, residual) -> inner.text(
                                "name", residual.point().name())
                        .flag("used", residual.point().isUsed())
                        .metres("eastM", residual.eastMetres())
                        .metres("northM", residual.northMetres())
                        .metres("lengthM", residual.lengthMetres())
                        .decimal("studentised", residual.studentised(), 3)
                        .flag("suspect", residual.isSuspect()));
    }

    @Override
    public void writeText(TextLines lines) {
        if (fit != null) {
            for (PlaneFit.Residual residual : fit.residuals()) {
                lines.say(
                        code(residual),
                        residual.point().name(),
                        residual.eastMetres(),
                        residual.northMetres(),
                        residual.lengthMetres());
            }
            lines.say(
                    fit.kind() == PlaneFit.Kind.HELMERT ? "fit-helmert" : "fit-affine",
                    (fit.transform().scale() - 1) * PARTS_PER_MILLION,
                    fit.transform().rotationDegrees() * 3600,
                    fit.rmsMetres());
        }
        if (edit == null) {
            lines.say("transform-would", changes);
        } else {
            lines.say("transform-done", changes);
            edit.writeText(lines);
        }
    }

    private static String code(PlaneFit.Residual residual) {
        if (residual.isSuspect()) {
            return "fit-suspect";
        }
        return residual.point().isUsed() ? "fit-residual" : "fit-left-out";
    }
}
