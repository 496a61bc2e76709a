package vn.diaba.app.find;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Attachment;

/** Finds the attached file a person means: by its name, or else by its {@linkplain RecordId id}. Stateless. */
public final class AttachmentFinder {
    private AttachmentFinder() {}

    /**
     * The one file a text means.
     *
     * @throws WorkspaceException {@code attachment-not-found}, {@code attachment-ambiguous} with ids
     */
    public static Attachment one(Fabric fabric, String text) throws WorkspaceException {
        RecordId id = RecordId.of(text);
        List<Attachment> called = new ArrayList<>();
        List<Attachment> named = new ArrayList<>();
        fabric.forEachPlaceless(Attachment.class, file -> {
            if (file.name().equalsIgnoreCase(text.strip())) {
                called.add(file);
            } else if (id.means(file)) {
                named.add(file);
            }
        });
        return RecordId.one(called.isEmpty() ? named : called, text, "attachment-not-found", "attachment-ambiguous");
    }
}
