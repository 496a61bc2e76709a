package vn.diaba.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.PastLand;

/**
 * Moments as people write them: the sequence of an act in the log ({@code 17}), a day ({@code 2026-06-30}, its end), a day
 * and time here or with an offset ({@code 2026-06-30T08:15}, {@code 2026-06-30T08:15:00+07:00}).
 */
final class Moments {
    private Moments() {}

    /** The land of a moment; that of now where none is given. */
    static PastMoment moment(CommandRun run, OpenWorkspace open, @Nullable String text)
            throws StoreException, CommandFailure {
        long last = open.store().log().sequence();
        if (text == null) {
            return new PastMoment(open.fabric(), last);
        }
        PastLand past = new PastLand(open.store().log());
        String moment = text.strip();
        long sequence = isNumber(moment)
                ? Long.parseLong(moment)
                : past.sequenceAt(instant(moment, run.clock().getZone()));
        if (sequence > last) {
            throw new CommandFailure("moment-not-reached", sequence, last);
        }
        return new PastMoment(past.at(sequence), sequence);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Instant instant(String text, ZoneId zone) throws CommandFailure {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(1);
            }
            boolean hasOffset =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException noDate) {
            throw new CommandFailure(ExitCode.USAGE, "moment-not-understood", java.util.List.of(text), noDate);
        }
    }
}
