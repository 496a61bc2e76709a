package vn.diaba.app.take;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.TakePlan;
import vn.diaba.app.sync.FieldPlace;
import vn.diaba.app.sync.SyncProspect;
import vn.diaba.app.text.Messages;
import vn.diaba.store.take.Lease;

/**
 * What taking will be, in words. Immutable.
 *
 * @param zones the zones to choose one of; then nothing else is known yet
 * @param lines how much it is, what is reserved, who works there, whether all is ready
 * @param plan to be carried out; null while a zone is to be chosen
 */
record TakeProspect(
        List<SyncProspect.Zone> zones,
        List<Line> lines,
        @Nullable TakePlan plan) {
    /** Copies the lists. */
    TakeProspect {
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
    }

    /** How a line is meant. */
    enum Kind {
        /** It tells. */
        PLAIN,
        /** It is in order. */
        GOOD,
        /** It should be put in order first. */
        AMISS
    }

    /** A line. */
    record Line(Kind kind, String words) {}

    static TakeProspect choosing(List<SyncProspect.Zone> zones) {
        return new TakeProspect(zones, List.of(), null);
    }

    static TakeProspect of(TakePlan plan, TakeWish wish, Messages messages) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Kind.PLAIN,
                messages.sentence(
                        "take-zone",
                        plan.zone().zone(),
                        plan.zone().name(),
                        plan.zone().srid())));
        lines.add(new Line(
                Kind.PLAIN,
                messages.sentence(
                        "take-size",
                        plan.size().own(),
                        plan.size().parcels(),
                        kilobytes(plan.size().bytes()),
                        plan.size().seconds())));
        if (!plan.files().isEmpty()) {
            lines.add(new Line(
                    Kind.PLAIN, messages.sentence("take-files", plan.files().size(), kilobytes(plan.fileBytes()))));
        }
        if (wish.attachments()) {
            lines.add(new Line(Kind.PLAIN, attachments(plan, messages)));
        }
        if (wish.reserved() > 0) {
            lines.add(new Line(Kind.PLAIN, messages.sentence("take-numbers-would", wish.reserved())));
        }
        for (Lease lease : plan.others()) {
            lines.add(new Line(Kind.AMISS, FieldPlace.words(lease, messages)));
        }
        for (TakePlan.Check check : plan.checks()) {
            lines.add(new Line(
                    check.good() ? Kind.GOOD : Kind.AMISS, messages.sentence(check.code(), check.arguments())));
        }
        lines.add(new Line(
                plan.isReady() ? Kind.GOOD : Kind.AMISS,
                messages.sentence(plan.isReady() ? "take-ready" : "take-not-ready")));
        return new TakeProspect(List.of(), lines, plan);
    }

    private static String attachments(TakePlan plan, Messages messages) {
        return plan.contents().isEmpty()
                ? messages.sentence("take-attachments-none")
                : messages.sentence("take-attachments", plan.contents().size(), kilobytes(plan.contentBytes()));
    }

    private static long kilobytes(long bytes) {
        return (bytes + 1023) / 1024;
    }
}
