package vn.diaba.app.survey;

import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Traverse;
import vn.diaba.cadastre.traverse.TraverseResult;

/**
 * The bottom line: what does not close, against the limits. Immutable.
 *
 * @param text the line, "" while there is nothing to close
 * @param isWithin whether all is within the limits
 */
record Misclose(String text, boolean isWithin) {
    /** The line of a traverse. */
    static Misclose of(TraverseSketch sketch, Messages messages) {
        TraverseResult result = sketch.result();
        if (result == null) {
            return new Misclose(messages.sentence("traverse-hint"), true);
        }
        Traverse.Limits limits = sketch.draft().limits();
        StringBuilder text = new StringBuilder(
                messages.sentence("traverse-length", result.rows().size(), result.lengthMetres()));
        boolean within = true;
        if (!Double.isNaN(result.angularMiscloseDegrees())) {
            double allowed = limits.degrees(result.anglesSharing());
            boolean fits = Math.abs(result.angularMiscloseDegrees()) <= allowed;
            within = fits;
            text.append("  ")
                    .append(messages.sentence(
                            fits ? "traverse-angular" : "traverse-angular-over",
                            AngleText.dms(result.angularMiscloseDegrees(), 1),
                            AngleText.dms(allowed, 0)));
        }
        if (!Double.isNaN(result.linearMiscloseMetres())) {
            double metres = result.linearMiscloseMetres();
            boolean fits = metres <= limits.metres(result.lengthMetres());
            within &= fits;
            Object ratio = Double.isInfinite(result.ratio()) ? "∞" : (Object) Math.floor(result.ratio() * (1 + 1e-6));
            text.append("  ")
                    .append(messages.sentence(
                            fits ? "traverse-linear" : "traverse-linear-over", metres, ratio, limits.ratio()));
        } else {
            text.append("  ").append(messages.sentence("traverse-open"));
        }
        NetworkResult network = sketch.network();
        if (network != null) {
            text.append("  ")
                    .append(messages.sentence(
                            "traverse-fit",
                            network.weighted().sigma0(),
                            network.weighted().redundancy(),
                            network.weighted().largestStandardised()));
        }
        return new Misclose(text.toString(), within);
    }
}
