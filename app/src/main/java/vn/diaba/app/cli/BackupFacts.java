package vn.diaba.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.workspace.WorkspaceBackups.Stick;

/** How backups are shown, by several commands alike. Stateless. */
final class BackupFacts {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private BackupFacts() {}

    /** The hour alone if it was today, else an instant to be shown with its date. */
    static Object when(Instant moment, Clock clock) {
        boolean today = LocalDate.ofInstant(moment, clock.getZone()).equals(LocalDate.now(clock));
        return today ? HOUR.format(moment.atZone(clock.getZone())) : moment;
    }

    /** The fields of a backup. */
    static void write(JsonWriter json, Backup backup) throws IOException {
        json.text("file", backup.file().toString())
                .text("made", backup.made().toString())
                .text("reason", backup.reason())
                .number("sequence", backup.sequence())
                .number("bytes", backup.bytes());
    }

    /** The field {@code stick}. */
    static void write(JsonWriter json, Optional<Stick> stick) throws IOException {
        if (stick.isEmpty()) {
            json.nothing("stick");
            return;
        }
        json.object("stick", inner -> inner.text("folder", stick.get().folder().toString())
                .flag("isThere", stick.get().isThere())
                .text("made", text(stick.get().made()))
                .number("sequence", stick.get().sequence()));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** A line on the stick. */
    static void say(TextLines lines, Optional<Stick> stick, Clock clock) {
        if (stick.isEmpty()) {
            lines.say("backup-stick-none");
            return;
        }
        Instant made = stick.get().made();
        lines.say(
                stick.get().isThere() ? "backup-stick" : "backup-stick-away",
                made == null ? "–" : when(made, clock),
                stick.get().folder());
    }
}
