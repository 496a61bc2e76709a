package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.workspace.Rung;

/** How it is told how far down its ladder the opening of a workspace had to go. Stateless. */
final class RungText {
    private RungText() {}

    /** The sentence; its argument is {@link #aside}. */
    static String code(Rung rung) {
        switch (rung) {
            case RECOVERED:
                return "opened-recovered";
            case FROM_BACKUP:
                return "opened-of-backup";
            case FROM_JOURNAL:
                return "opened-of-journal";
            default:
                return "opened-as-it-was";
        }
    }

    /** Where the old tables lie; a dash when they were gone. */
    static String aside(Optional<Path> setAside) {
        return setAside.map(Path::toString).orElse("–");
    }

    /** The fields {@code opened} and {@code setAside}. */
    static void write(JsonWriter json, Rung rung, Optional<Path> setAside) throws IOException {
        json.text("opened", rung.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .text("setAside", setAside.map(Path::toString).orElse(null));
    }
}
