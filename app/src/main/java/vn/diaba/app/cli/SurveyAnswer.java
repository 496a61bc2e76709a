package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Suspicion;
import vn.diaba.cadastre.traverse.TraverseResult;
import vn.diaba.exchange.points.PointLayout;
import vn.diaba.exchange.points.RepeatedShots;
import vn.diaba.exchange.table.Issue;

/** What files from the field came to: how they were read, what closes and what does not, and what was stored. */
record SurveyAnswer(List<Surveyed> results, String adjust, boolean dryRun, Messages messages) implements Answer {
    private static final int SHOWN = 50;

    private long sum(java.util.function.ToLongFunction<Surveyed> part) {
        return results.stream().mapToLong(part).sum();
    }

    @Override
    public ExitCode exitCode() {
        boolean doubt = results.stream().anyMatch(SurveyAnswer::isInDoubt);
        return doubt ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
    }

    private static boolean isInDoubt(Surveyed result) {
        return result.traverses().stream().anyMatch(each -> !each.suspicions().isEmpty())
                || result.network().stream().anyMatch(each -> !each.suspicions().isEmpty())
                || result.repeated().stream().anyMatch(each -> !each.agree());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.number("read", sum(Surveyed::read))
                .number("points", sum(result -> result.points().size()))
                .flag("dryRun", dryRun)
                .text("adjust", adjust)
                .objects("files", results, this::writeFile);
    }

    private void writeFile(JsonWriter json, Surveyed result) throws IOException {
        json.text("file", result.file());
        if (result.layout().isPresent()) {
            PointLayout layout = result.layout().get();
            json.object("layout", inner -> inner.text("format", layout.format())
                    .text("encoding", layout.encoding())
                    .text("separator", layout.separator())
                    .text("decimalMark", layout.decimalMark())
                    .flag("heading", layout.heading())
                    .text("axes", layout.northFirst() ? "ne" : "en")
                    .texts("columns", layout.columns()));
        }
        json.objects("points", result.points(), (inner, point) -> inner.text("number", point.number())
                        .metresArray(
                                "place",
                                point.position().east(),
                                point.position().north())
                        .metres("height", point.heightMetres())
                        .metres("sigmaM", point.observation().sigmaMetres())
                        .text("code", point.code()))
                .objects("repeated", result.repeated(), SurveyAnswer::writeShots)
                .objects("traverses", result.traverses(), this::writeTraverse)
                .objects("networks", result.network().stream().toList(), this::writeNetwork)
                .objects("issues", result.issues(), (inner, issue) -> inner.text("code", issue.code())
                        .number("record", issue.record())
                        .text("message", messages.sentence(issue.code(), issue.arguments())));
    }

    private static void writeShots(JsonWriter json, RepeatedShots shots) throws IOException {
        json.text("number", shots.name())
                .number("shots", shots.shots().size())
                .metresArray("mean", shots.mean().east(), shots.mean().north())
                .metres("spreadM", shots.spreadMetres())
                .flag("agree", shots.agree())
                .objects("rejected", shots.rejected(), (inner, shot) -> inner.number("record", shot.record())
                        .metresArray("place", shot.place().east(), shot.place().north()));
    }

    private void writeTraverse(JsonWriter json, TraverseResult traverse) throws IOException {
        json.metres("lengthM", traverse.lengthMetres())
                .decimal("angularMiscloseSeconds", traverse.angularMiscloseDegrees() * 3600, 1)
                .number("angles", traverse.anglesSharing())
                .metres("eastMiscloseM", traverse.eastMisclose())
                .metres("northMiscloseM", traverse.northMisclose())
                .metres("linearMiscloseM", traverse.linearMiscloseMetres())
                .decimal("ratio", traverse.ratio(), 0)
                .objects("rows", traverse.rows(), (inner, row) -> inner.text("from", row.from())
                        .text("to", row.to())
                        .decimal("measuredBearing", row.measuredBearing().degrees(), 6)
                        .metres("measuredM", row.measuredMetres())
                        .metresArray("before", row.before().east(), row.before().north())
                        .decimal("bearing", row.bearing().degrees(), 6)
                        .metres("lengthM", row.metres())
                        .metresArray("after", row.after().east(), row.after().north()))
                .objects("suspicions", traverse.suspicions(), this::writeSuspicion);
    }

    private void writeNetwork(JsonWriter json, NetworkResult network) throws IOException {
        json.objects("free", network.free().stream().toList(), SurveyAnswer::writeFit)
                .object("weighted", inner -> writeFit(inner, network.weighted()))
                .objects("points", network.points(), (inner, point) -> inner.text("number", point.name())
                        .metresArray(
                                "place",
                                point.position().east(),
                                point.position().north())
                        .metres("majorM", point.major())
                        .metres("minorM", point.minor())
                        .decimal("axis", point.axis().degrees(), 1))
                .objects("observations", network.observations(), (inner, row) -> inner.text(
                                "kind", row.observation().kind().name().toLowerCase(java.util.Locale.ROOT))
                        .text("at", row.observation().at())
                        .text("to", row.observation().to())
                        .decimal("value", row.observation().value(), 6)
                        .decimal("residual", row.residual(), 6)
                        .decimal("redundancy", row.redundancy(), 3)
                        .decimal("standardised", row.standardised(), 2))
                .objects("suspicions", network.suspicions(), this::writeSuspicion);
    }

    private static void writeFit(JsonWriter json, NetworkResult.Fit fit) throws IOException {
        json.decimal("sigma0", fit.sigma0(), 4)
                .number("redundancy", fit.redundancy())
                .number("iterations", fit.iterations())
                .decimal("largestStandardised", fit.largestStandardised(), 2);
    }

    private void writeSuspicion(JsonWriter json, Suspicion suspicion) throws IOException {
        json.text("code", suspicion.code())
                .metres("leftM", suspicion.leftMetres())
                .text("message", messages.sentence(suspicion.code(), suspicion.arguments()));
    }

    @Override
    public void writeText(TextLines lines) {
        for (Surveyed result : results) {
            result.layout()
                    .ifPresent(layout -> lines.say(
                            "survey-layout",
                            result.file(),
                            layout.format(),
                            layout.encoding(),
                            layout.separator().isEmpty() ? "-" : layout.separator(),
                            layout.decimalMark(),
                            String.join(" ", layout.columns())));
            int shown = 0;
            for (Issue issue : result.issues()) {
                if (++shown > 20) {
                    lines.say("import-more-issues", result.issues().size() - 20);
                    break;
                }
                String at = issue.record() > 0 ? issue.file() + " " + issue.record() : issue.file();
                lines.line(at + ": " + messages.sentence(issue.code(), issue.arguments()));
            }
            result.repeated().stream()
                    .limit(SHOWN)
                    .forEach(shots -> lines.say(
                            shots.agree() ? "survey-shots-mean" : "survey-shots-apart",
                            shots.name(),
                            shots.shots().size(),
                            shots.spreadMetres(),
                            shots.rejected().size()));
            result.traverses().forEach(traverse -> show(lines, traverse));
            result.network().ifPresent(network -> show(lines, network));
        }
        lines.say(dryRun ? "survey-would" : "survey-done", sum(Surveyed::read), sum(result -> result.points()
                .size()));
    }

    private static void show(TextLines lines, TraverseResult traverse) {
        int last = traverse.rows().size() - 1;
        lines.say(
                "survey-traverse",
                traverse.rows().get(0).from(),
                traverse.rows().get(last).to(),
                traverse.rows().size(),
                traverse.lengthMetres());
        if (traverse.anglesSharing() > 0) {
            lines.say("survey-angular", AngleText.dms(traverse.angularMiscloseDegrees(), 1), traverse.anglesSharing());
        }
        if (Double.isNaN(traverse.linearMiscloseMetres())) {
            lines.say("survey-open");
        } else {
            lines.say(
                    "survey-linear",
                    traverse.eastMisclose(),
                    traverse.northMisclose(),
                    traverse.linearMiscloseMetres(),
                    Double.isInfinite(traverse.ratio()) ? "∞" : Math.round(traverse.ratio()));
        }
        lines.say("survey-row-heading");
        for (TraverseResult.Row row : traverse.rows()) {
            lines.say(
                    "survey-row",
                    row.from(),
                    row.to(),
                    AngleText.dms(row.measuredBearing().degrees(), 0),
                    row.measuredMetres(),
                    row.before(),
                    AngleText.dms(row.bearing().degrees(), 0),
                    row.metres(),
                    row.after());
        }
        suspicions(lines, traverse.suspicions());
    }

    private static void show(TextLines lines, NetworkResult network) {
        network.free().ifPresent(fit -> lines.say("survey-free", fit.sigma0(), fit.redundancy()));
        lines.say(
                "survey-network",
                network.weighted().sigma0(),
                network.weighted().redundancy(),
                network.weighted().largestStandardised());
        network.points().stream()
                .limit(SHOWN)
                .forEach(point -> lines.say(
                        "survey-network-point", point.name(), point.position(), point.major(), point.minor(), (double)
                                Math.round(point.axis().degrees())));
        suspicions(lines, network.suspicions());
    }

    private static void suspicions(TextLines lines, List<Suspicion> suspicions) {
        if (!suspicions.isEmpty()) {
            lines.say("survey-suspects");
            suspicions.forEach(each -> lines.line("  " + lines.messages().sentence(each.code(), each.arguments())));
        }
    }
}
