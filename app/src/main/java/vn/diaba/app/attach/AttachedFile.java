package vn.diaba.app.attach;

import java.util.UUID;
import vn.diaba.app.text.FileSize;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.record.Attachment;

/**
 * An attached file as it is listed. Immutable.
 *
 * @param id the attachment
 * @param name of the file
 * @param size in words
 * @param isHere whether its content is on this machine, not still at the land database
 */
public record AttachedFile(UUID id, String name, String size, boolean isHere) {
    /** A file in words. */
    static AttachedFile of(Attachment file, boolean isHere, Messages messages) {
        return new AttachedFile(file.id(), file.name(), FileSize.words(file.bytes(), messages), isHere);
    }
}
