package vn.diaba.store.codec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far a workspace has taken over a zone of the land database. Immutable.
 *
 * @param zone which zone
 * @param srid EPSG code of the zone
 * @param epoch changes whenever the land database is restored
 * @param seq sequence of the last change set taken over, 0 for none
 * @param chain the zone's hash at that sequence, hexadecimal
 */
public record Checkpoint(int zone, int srid, UUID epoch, long seq, String chain) {
    /** A checkpoint with what is known of object versions since the one before, in bytes. */
    public byte[] note(List<ObjectVersion> versions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("zone", zone);
        fields.put("srid", srid);
        fields.put("epoch", epoch);
        fields.put("seq", seq);
        fields.put("chain", chain);
        List<Object> list = new ArrayList<>();
        for (ObjectVersion version : versions) {
            list.add(List.of(version.key().kind(), version.key().object(), version.version()));
        }
        fields.put("versions", list);
        return Json.write(fields);
    }

    /** The checkpoint of a note. */
    public static Checkpoint of(byte[] note) throws CodecException {
        JsonObject fields = Json.read(note);
        return new Checkpoint(
                (int) fields.number("zone"),
                (int) fields.number("srid"),
                fields.id("epoch"),
                fields.number("seq"),
                fields.text("chain"));
    }

    /** The object versions of a note. */
    public static List<ObjectVersion> versions(byte[] note) throws CodecException {
        List<ObjectVersion> versions = new ArrayList<>();
        for (Object item : Json.read(note).list("versions")) {
            if (!(item instanceof List<?> entry) || !(entry.get(2) instanceof Long version)) {
                throw new CodecException("not a version", null);
            }
            ObjectKey key = new ObjectKey(String.valueOf(entry.get(0)), String.valueOf(entry.get(1)));
            versions.add(new ObjectVersion(key, version));
        }
        return versions;
    }

    /** The same zone, further on. */
    public Checkpoint at(long newSeq, byte[] newChain) {
        return new Checkpoint(zone, srid, epoch, newSeq, HexFormat.of().formatHex(newChain));
    }

    /** The chain hash as bytes. */
    public byte[] chainBytes() {
        return HexFormat.of().parseHex(chain);
    }
}
