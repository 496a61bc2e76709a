package vn.diaba.store.take;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;

/**
 * Who works where: told to others, binding nobody. Immutable.
 *
 * @param client the workspace
 * @param user who works there
 * @param area where
 * @param until when it ends if it is not renewed
 */
public record Lease(UUID client, String user, Area area, Instant until) {
    /** How long one lasts after it was taken or renewed. */
    public static final Duration TERM = Duration.ofDays(7);

    /** Its fields as JSON values. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("client", client);
        fields.put("user", user);
        fields.put("area", area.fields());
        fields.put("until", until);
        return fields;
    }

    /**
     * The reverse of {@link #fields}.
     *
     * @throws CodecException if they are not those of a lease
     */
    public static Lease of(JsonObject fields) throws CodecException {
        try {
            return new Lease(
                    fields.id("client"),
                    fields.text("user"),
                    Area.of(fields.object("area")),
                    OffsetDateTime.parse(fields.text("until")).toInstant());
        } catch (DateTimeException e) {
            throw new CodecException("not a time", e);
        }
    }
}
