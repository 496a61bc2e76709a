package vn.diaba.store.office;

import java.time.Instant;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.wire.WireJson;

/**
 * A workspace on some machine that has signed in or sent a file. Immutable.
 *
 * @param id the workspace's
 * @param user who signed in with it last
 * @param name of the machine, as it calls itself
 * @param signKey what its files are signed with, X.509 of an Ed25519 key, hexadecimal; "" before the first file
 * @param file number of the last file taken from it, 0 before the first
 * @param revoked whether nothing is taken from it any more
 * @param seen when it last signed in or sent a file
 */
public record Device(UUID id, String user, String name, String signKey, long file, boolean revoked, Instant seen) {
    Device seenBy(String by, Instant when) {
        return new Device(id, by, name, signKey, file, revoked, when);
    }

    Device withFile(String key, long number) {
        return new Device(id, user, name, key, number, revoked, seen);
    }

    Device revokedNow() {
        return new Device(id, user, name, signKey, file, true, seen);
    }

    Object row() {
        return WireJson.fields(
                "id", id, "user", user, "name", name, "signKey", signKey, "file", file, "revoked", revoked, "seen",
                seen);
    }

    static Device of(JsonObject row) throws CodecException {
        return new Device(
                row.id("id"),
                row.text("user"),
                row.text("name"),
                row.text("signKey"),
                row.number("file"),
                Boolean.TRUE.equals(row.fields().get("revoked")),
                WireJson.instant(row.text("seen")));
    }
}
