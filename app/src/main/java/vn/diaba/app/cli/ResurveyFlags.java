package vn.diaba.app.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.model.Observation;

/** What a person may say of how a corner's place was found. */
final class ResurveyFlags {
    @Option(names = "--method", paramLabel = "TEXT")
    private @Nullable String method;

    @Option(names = "--sigma", paramLabel = "METRES")
    private @Nullable Double sigma;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private @Nullable String date;

    @Option(names = "--surveyor", paramLabel = "NAME")
    private @Nullable String surveyor;

    @Option(names = "--instrument", paramLabel = "TEXT")
    private @Nullable String instrument;

    @Option(names = "--monument", paramLabel = "TEXT")
    private @Nullable String monument;

    /** What was said; a survey without a date is of today. */
    Resurvey told(CommandRun run, String command) throws CommandFailure {
        boolean surveyed = method != null || sigma != null || date != null || surveyor != null || instrument != null;
        if (sigma != null && !(sigma > 0 && sigma <= 100)) {
            throw CommandFailure.usage("usage-value-wrong", sigma, "--sigma", command);
        }
        Observation observation = surveyed
                ? new Observation(
                        text(method),
                        sigma == null ? Double.NaN : sigma,
                        day(run, command),
                        text(surveyor),
                        text(instrument))
                : null;
        return new Resurvey(observation, monument == null ? null : monument.strip());
    }

    private LocalDate day(CommandRun run, String command) throws CommandFailure {
        try {
            return date == null ? LocalDate.now(run.clock()) : LocalDate.parse(date.strip());
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage("usage-value-wrong", String.valueOf(date), "--date", command);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
