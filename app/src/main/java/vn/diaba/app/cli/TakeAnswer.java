package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.OfficeData;
import vn.diaba.app.central.TakePlan;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.NumberReserve;

/**
 * What was taken, or would be. Immutable.
 *
 * @param plan how much it is, and what should be in order before one leaves
 * @param folder the workspace
 * @param numbers how many are reserved on each sheet
 * @param taken the numbers reserved; null when it was only asked
 * @param office what came of the office's files
 * @param gone contents of attachments that the land database has not
 */
record TakeAnswer(
        TakePlan plan, Path folder, int numbers, @Nullable List<NumberReserve.Run> taken, OfficeData office, int gone)
        implements Answer {
    /** Tells the size before the work begins. */
    static void note(CommandRun run, TakePlan plan) {
        run.note(
                "take-size",
                plan.size().own(),
                plan.size().parcels(),
                kilobytes(plan),
                plan.size().seconds());
        if (!plan.files().isEmpty()) {
            run.note("take-files", plan.files().size(), fileKilobytes(plan));
        }
        if (!plan.contents().isEmpty()) {
            run.note("take-attachments", plan.contents().size(), contentKilobytes(plan));
        }
    }

    private static long fileKilobytes(TakePlan plan) {
        return (plan.fileBytes() + 1023) / 1024;
    }

    private static long contentKilobytes(TakePlan plan) {
        return (plan.contentBytes() + 1023) / 1024;
    }

    private static long kilobytes(TakePlan plan) {
        return (plan.size().bytes() + 1023) / 1024;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.flag("dryRun", taken == null)
                .text("workspace", folder.toString())
                .number("zone", plan.zone().zone())
                .text("name", plan.zone().name())
                .text("crs", "EPSG:" + plan.zone().srid())
                .number("parcels", plan.size().own())
                .number("neighbours", plan.size().parcels() - plan.size().own())
                .number("bytes", plan.size().bytes())
                .number("seconds", plan.size().seconds())
                .number("officeFiles", plan.files().size())
                .number("officeBytes", plan.fileBytes())
                .number("attachments", plan.contents().size())
                .number("attachmentBytes", plan.contentBytes())
                .number("attachmentsGone", gone)
                .texts("sheets", plan.area().sheets().stream().sorted().toList())
                .texts("cases", plan.area().cases().stream().sorted().toList())
                .objects(
                        "extents",
                        plan.area().extents(),
                        (inner, box) -> inner.metresArray("extent", box.west(), box.south(), box.east(), box.north()))
                .decimal("marginM", plan.area().marginMetres(), 1)
                .number("numbersPerSheet", numbers)
                .flag("ready", plan.isReady())
                .objects("checks", plan.checks(), (inner, check) -> inner.text("code", check.code())
                        .flag("ok", check.good())
                        .value("arguments", check.arguments()));
        OfficeText.write(json, office);
        LeaseText.write(json, "others", plan.others());
        json.objects("numbers", taken == null ? List.<NumberReserve.Run>of() : taken, (inner, run) -> inner.text(
                        "sheet", run.sheet())
                .number("first", run.first())
                .number("last", run.last()));
    }

    @Override
    public void writeText(TextLines lines) {
        if (taken == null) {
            lines.say(
                    "take-zone",
                    plan.zone().zone(),
                    plan.zone().name(),
                    plan.zone().srid());
            lines.say(
                    "take-size",
                    plan.size().own(),
                    plan.size().parcels(),
                    kilobytes(plan),
                    plan.size().seconds());
            if (!plan.files().isEmpty()) {
                lines.say("take-files", plan.files().size(), fileKilobytes(plan));
            }
            if (!plan.contents().isEmpty()) {
                lines.say("take-attachments", plan.contents().size(), contentKilobytes(plan));
            }
        } else {
            lines.say(
                    "take-done",
                    plan.size().own(),
                    plan.size().parcels() - plan.size().own(),
                    folder);
            OfficeText.say(lines, office);
            if (gone > 0) {
                lines.say("take-attachments-gone", gone);
            }
        }
        LeaseText.say(lines, "lease-other", plan.others());
        if (taken == null && numbers > 0) {
            lines.say("take-numbers-would", numbers);
        }
        for (NumberReserve.Run run : taken == null ? List.<NumberReserve.Run>of() : taken) {
            lines.say("take-numbers", LeaseText.sheet(run), run.first(), run.last());
        }
        Messages messages = lines.messages();
        for (TakePlan.Check check : plan.checks()) {
            lines.line((check.good() ? "✓ " : "! ") + messages.sentence(check.code(), check.arguments()));
        }
        lines.say(plan.isReady() ? "take-ready" : "take-not-ready");
    }
}
