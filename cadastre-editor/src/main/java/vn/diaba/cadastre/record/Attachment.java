package vn.diaba.cadastre.record;

import java.util.UUID;
import java.util.regex.Pattern;
import vn.diaba.cadastre.model.Further;

/**
 * A file that belongs to something of the land: a scan, a photograph. Its content is kept apart and known by its hash, so
 * that it travels and is stored once. Immutable. Everything in it is personal: encrypted wherever it is stored.
 *
 * @param id names it for ever
 * @param of id of the parcel, paper, case, map object or survey point it belongs to
 * @param name of the file, without folders; as it came, so not to be used as a name on a disk without a look
 * @param mediaType what the content is ({@code image/jpeg}), "" when unknown
 * @param bytes length of the content
 * @param sha256 hash of the content, 64 hexadecimal digits, small letters
 * @param remark anything else, "" for nothing
 * @param further what a newer version of the program knows
 */
public record Attachment(
        UUID id, UUID of, String name, String mediaType, long bytes, String sha256, String remark, Further further)
        implements LandRecord {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Rejects what is no length or no hash. */
    public Attachment {
        if (bytes < 0 || !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a content: " + bytes + " bytes, " + sha256);
        }
    }

    /** An attachment without anything newer. */
    public Attachment(UUID id, UUID of, String name, String mediaType, long bytes, String sha256, String remark) {
        this(id, of, name, mediaType, bytes, sha256, remark, Further.NONE);
    }

    /** The same under another name and with other words. */
    public Attachment described(String as, String words) {
        return new Attachment(id, of, as, mediaType, bytes, sha256, words, further);
    }
}
