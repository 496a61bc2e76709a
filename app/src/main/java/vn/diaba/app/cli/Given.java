package vn.diaba.app.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;

/** What options say of a record that is made or altered: an option that was not given leaves things as they were. Stateless. */
final class Given {
    private Given() {}

    /** A text without blanks around it. */
    static String text(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given.strip();
    }

    /**
     * A day as 2026-11-20; "" for none.
     *
     * @param option which one it is, for who typed it wrongly
     * @param command whose option it is
     * @throws CommandFailure {@code usage-value-wrong}
     */
    static @Nullable LocalDate day(@Nullable String given, @Nullable LocalDate otherwise, String option, String command)
            throws CommandFailure {
        try {
            return given == null ? otherwise : given.isBlank() ? null : LocalDate.parse(given.strip());
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage("usage-value-wrong", String.valueOf(given), option, command);
        }
    }

    /**
     * Parcels, instead of all those before.
     *
     * @throws WorkspaceException when one is not found, or is not the only one
     */
    static List<ParcelId> parcels(Fabric land, @Nullable List<String> given, List<ParcelId> otherwise)
            throws WorkspaceException {
        if (given == null) {
            return otherwise;
        }
        List<ParcelId> found = new ArrayList<>();
        for (String one : given) {
            found.add(ParcelFinder.one(land, one).id());
        }
        return found;
    }

    /**
     * A value that cannot be done without.
     *
     * @throws CommandFailure {@code usage-argument-missing} with its name and the command's
     */
    static <T> T required(@Nullable T given, String name, String command) throws CommandFailure {
        if (given == null) {
            throw CommandFailure.usage("usage-argument-missing", name, command);
        }
        return given;
    }
}
