package vn.diaba.app.attach;

import java.util.UUID;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.model.Attachment;

/**
 * An attached file as it is listed. Immutable.
 *
 * @param id the attachment
 * @param name of the file
 * @param size in words
 * @param isHere whether its content is on this machine, not still at the land database
 */
public record AttachedFile(UUID id, String name, String size, boolean isHere) {
    private static final long KILO = 1024;

    /** A file in words. */
    static AttachedFile of(Attachment file, boolean isHere, Messages messages) {
        return new AttachedFile(file.id(), file.name(), size(file.bytes(), messages), isHere);
    }

    private static String size(long bytes, Messages messages) {
        if (bytes < KILO) {
            return messages.sentence("card-file-bytes", bytes);
        }
        return bytes < KILO * KILO
                ? messages.sentence("card-file-kilo", (double) bytes / KILO)
                : messages.sentence("card-file-mega", (double) bytes / (KILO * KILO));
    }
}
