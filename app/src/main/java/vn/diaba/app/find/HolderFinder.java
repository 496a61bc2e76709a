package vn.diaba.app.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Party;

/**
 * Finds the land user a person means: by the whole name, whatever the case of its letters, by the identity number, or by the
 * id or the last eight letters of that. Never by a part of a name. Stateless.
 */
public final class HolderFinder {
    private HolderFinder() {}

    /**
     * The one party a text means.
     *
     * @throws WorkspaceException {@code holder-not-found} with initials, {@code holder-ambiguous} with initials and ids
     */
    public static Party one(Fabric fabric, String text) throws WorkspaceException {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        RecordId id = RecordId.of(text);
        List<Party> found = new ArrayList<>();
        fabric.forEachRecord(record -> {
            if (record instanceof Party party
                    && (party.name().equalsIgnoreCase(name) || party.idNumber().equals(name) || id.means(party))) {
                found.add(party);
            }
        });
        return RecordId.one(found, initials(name), "holder-not-found", "holder-ambiguous");
    }

    /** Tells which of several was meant without naming anybody, since errors are logged. */
    private static String initials(String name) {
        return Arrays.stream(name.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }
}
