package vn.diaba.app.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.DeskState;
import vn.diaba.app.edit.Land;
import vn.diaba.app.sync.BackupState;
import vn.diaba.app.sync.SyncFacts;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.map.tool.Measurement;

/** The words of the status bar. Immutable, without a toolkit. */
public record StatusTexts(Messages messages, Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Where the pointer is, as on Vietnamese papers: X is north, Y is east, metres to the millimetre. */
    public String place(double east, double north) {
        return messages.sentence("status-place", north, east);
    }

    /** The scale for its box: {@code 1:500}. */
    public static String scale(double denominator) {
        return "1:" + Math.round(denominator);
    }

    /**
     * Reads what was typed into the scale box: {@code 500} or {@code 1:500}.
     *
     * @return the denominator; empty if it is none
     */
    public static Optional<Double> scaleOf(String typed) {
        String number = typed.strip().replaceFirst("^1\\s*[:/]", "").replaceAll("[.,\\s]", "");
        return number.matches("[1-9]\\d{0,8}") ? Optional.of(Double.valueOf(number)) : Optional.empty();
    }

    /** The CRS by name; "" without a workspace. */
    public String crs(@Nullable Land land) {
        return land == null ? "" : land.crsName();
    }

    /** The case that is worked in; "" for none. */
    public String worked(DeskState state) {
        return state.findCase()
                .map(file -> messages.sentence("status-case", file.number()))
                .orElse("");
    }

    /** How many errors the land has. */
    public String errors(@Nullable CheckReport report) {
        return report == null
                ? messages.sentence("status-errors-unknown")
                : messages.sentence("status-errors", report.count(Severity.ERROR), report.count(Severity.WARNING));
    }

    /** How many acts no land database has and how far they are, when both were last together, and what stands against it. */
    public String sync(DeskState state, SyncFacts facts, boolean isOffline) {
        List<String> parts = new ArrayList<>();
        counted(state, facts).forEach(one -> parts.add(messages.sentence(one.word, one.count)));
        Instant last = facts.syncedAt();
        if (last != null) {
            parts.add(messages.sentence("status-synced", when(last)));
        }
        if (isOffline) {
            parts.add(messages.sentence("status-offline"));
        }
        return String.join(" · ", parts);
    }

    /** The same in whole sentences, a line each. */
    public String syncTip(DeskState state, SyncFacts facts, boolean isOffline) {
        List<String> lines = new ArrayList<>();
        counted(state, facts).forEach(one -> lines.add(messages.sentence(one.sentence, one.count)));
        Instant last = facts.syncedAt();
        lines.add(last == null ? messages.sentence("status-tip-never") : messages.sentence("status-tip-synced", last));
        if (isOffline) {
            lines.add(messages.sentence("status-tip-offline"));
        }
        return String.join("\n", lines);
    }

    /** So many of a kind, by the code of its word in the bar and of its sentence in the tip. */
    private record Counted(String word, String sentence, int count) {}

    /** What the next sync sends, acts made a moment ago among it, and whatever else there is that waits. */
    private static List<Counted> counted(DeskState state, SyncFacts facts) {
        List<Counted> all = new ArrayList<>(List.of(
                new Counted("status-for-hand-in", "status-tip-for-hand-in", facts.forHandIn()),
                new Counted("status-proposed", "status-tip-proposed", facts.proposed()),
                new Counted("status-refused", "status-tip-refused", facts.refused()),
                new Counted("status-conflicts", "status-tip-conflicts", facts.conflicts())));
        all.removeIf(one -> one.count == 0);
        all.add(0, new Counted("status-unsent", "status-tip-unsent", Math.max(0, state.unsent() - facts.held())));
        return all;
    }

    private String when(Instant moment) {
        boolean isToday = LocalDate.ofInstant(moment, clock.getZone()).equals(LocalDate.now(clock));
        return (isToday ? HOUR : DAY).format(moment.atZone(clock.getZone()));
    }

    /** Where the last backup is and when it was made; "" without a workspace. */
    public String backup(BackupState state) {
        Instant made = state.made();
        return switch (state.place()) {
            case NOWHERE -> "";
            case OWN ->
                made == null ? messages.sentence("status-backup-none") : messages.sentence("status-backup", when(made));
            case STICK -> messages.sentence("status-backup-stick", made == null ? "–" : when(made));
            case STICK_AWAY -> messages.sentence("status-backup-away", made == null ? "–" : when(made));
        };
    }

    /** When the last act was forced to disk. */
    public String saved(DeskState state) {
        return state.findSavedAt()
                .map(at -> messages.sentence("status-saved", TIME.format(at.atZone(clock.getZone()))))
                .orElse("");
    }

    /** What was measured: plane and grid are named, because they differ from ground and true north. */
    public String measured(Measurement measured) {
        String text = messages.sentence("measure-length", measured.lengthMetres(), measured.lastSideMetres());
        if (!Double.isNaN(measured.lastBearingDegrees())) {
            text += "\n" + messages.sentence("measure-bearing", degrees(measured.lastBearingDegrees()));
        }
        if (measured.areaSquareMetres() > 0) {
            text += "\n" + messages.sentence("measure-area", measured.areaSquareMetres());
        }
        return text;
    }

    /** Degrees, minutes, whole seconds: {@code 45°30'15"}. */
    static String degrees(double degrees) {
        long seconds = Math.round(degrees * 3600) % (360 * 3600);
        return String.format(Locale.ROOT, "%d°%02d'%02d\"", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
