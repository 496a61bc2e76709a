package vn.diaba.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.remedy.FixPlan;
import vn.diaba.cadastre.remedy.Remedy;
import vn.diaba.cadastre.rule.Violation;

/** What was mended, what moved and how far, and what was left with the reason. */
final class FixAnswer implements Answer {
    private static final int SHOWN = 50;

    private final FixPlan plan;
    private final ParcelNames before;
    private final EditOutcome.@Nullable Applied applied;
    private final Messages messages;

    /** The answer for a plan; not applied when it is only a rehearsal or there is nothing to do. */
    FixAnswer(FixPlan plan, EditOutcome.@Nullable Applied applied, Messages messages) {
        this.plan = plan;
        this.before = new ParcelNames(plan.start());
        this.applied = applied;
        this.messages = messages;
    }

    @Override
    public ExitCode exitCode() {
        return plan.left().isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.text("changeSet", applied == null ? null : applied.changes().id().toString())
                .number("fixed", plan.fixes().size())
                .objects("fixes", plan.fixes(), this::write)
                .objects("refused", plan.left(), (inner, left) -> inner.text(
                                "violation", left.fault().id())
                        .text("rule", left.fault().rule())
                        .text("reason", left.code())
                        .text("message", messages.sentence(left.code())));
        json.texts("alsoMended", plan.gone().stream().map(Violation::id).toList());
        if (applied != null) {
            ParcelNames names = new ParcelNames(applied.fabric());
            json.objects("violations", applied.violations(), (inner, violation) -> new ParcelJson(names)
                    .write(inner, violation, messages));
        }
    }

    private void write(JsonWriter json, FixPlan.Fix fix) throws IOException {
        Remedy remedy = fix.remedy();
        json.text("violation", fix.fault().id())
                .text("rule", fix.fault().rule())
                .text("kind", remedy.kind())
                .text("message", messages.sentence(remedy.kind(), before.labels(remedy.parcels())))
                .number("alternatives", fix.alternatives())
                .flag("safe", remedy.isSafe())
                .objects("moved", remedy.shifts(), (inner, shift) -> inner.metresArray(
                                "from", shift.from().east(), shift.from().north())
                        .metresArray("to", shift.to().east(), shift.to().north())
                        .metres("metres", shift.metres()))
                .objects("areas", remedy.areas(), (inner, area) -> inner.text("parcel", before.label(area.parcel()))
                        .metres("beforeM2", area.before())
                        .metres("afterM2", area.after()))
                .number("errorsLeft", remedy.errorsLeft());
    }

    @Override
    public void writeText(TextLines lines) {
        plan.fixes().stream().limit(SHOWN).forEach(fix -> {
            double farthest = fix.remedy().shifts().stream()
                    .mapToDouble(Remedy.Shift::metres)
                    .max()
                    .orElse(0);
            lines.say(
                    "fix-line",
                    before.sentence(messages, fix.fault()),
                    messages.sentence(
                            fix.remedy().kind(), before.labels(fix.remedy().parcels())),
                    farthest,
                    fix.remedy().largestAreaChange());
        });
        if (plan.fixes().size() > SHOWN) {
            lines.say("check-more", plan.fixes().size() - SHOWN);
        }
        plan.left().stream()
                .limit(SHOWN)
                .forEach(left ->
                        lines.say("fix-left", before.sentence(messages, left.fault()), messages.sentence(left.code())));
        lines.say(
                applied == null ? "fix-would" : "fix-done",
                plan.fixes().size() + plan.gone().size(),
                plan.left().size());
    }
}
