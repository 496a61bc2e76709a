package vn.diaba.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * The payload of a journal record: an act with its changes, or an act that adds, drops or brings back a bulk import. The
 * person part is sealed. Immutable.
 *
 * @param kind what kind of act it is
 * @param land header and, for {@link Kind#CHANGES}, changes as JSON
 * @param sealed the person part, sealed and bound to the act's id
 * @param note checkpoint with the land database that is reached with this act; empty for none
 */
record LogRecord(Kind kind, byte[] land, byte[] sealed, byte[] note) {
    private static final String PERSONS = "act";

    /** What an act does. */
    enum Kind {
        CHANGES,
        ADD_GENERATION,
        DROP_GENERATION,
        RESTORE_GENERATION
    }

    static LogRecord changes(ChangeSet act, PersonCipher cipher, byte[] note) {
        Payload payload = ChangeCodec.encode(act);
        return new LogRecord(Kind.CHANGES, payload.land(), cipher.seal(payload.person(), PERSONS, act.id()), note);
    }

    static LogRecord added(ChangeSet act, GenerationFiles.Written file, PersonCipher cipher, byte[] note) {
        Map<String, Object> land = ChangeCodec.header(act);
        land.put("import", act.id());
        land.put("bytes", file.bytes());
        land.put("sha256", file.sha256());
        return of(Kind.ADD_GENERATION, land, act, cipher, note);
    }

    static LogRecord toggled(Kind kind, ChangeSet act, LogRecord added, PersonCipher cipher) throws CodecException {
        Map<String, Object> land = ChangeCodec.header(act);
        JsonObject of = Json.read(added.land);
        land.put("import", of.id("import"));
        land.put("bytes", of.number("bytes"));
        land.put("sha256", of.text("sha256"));
        return of(kind, land, act, cipher, new byte[0]);
    }

    private static LogRecord of(Kind kind, Map<String, Object> land, ChangeSet act, PersonCipher cipher, byte[] note) {
        land.put("size", act.changes().size());
        List<Object> reasons = new ArrayList<>();
        act.waivers().forEach(waiver -> reasons.add(waiver.reason()));
        byte[] person = new byte[0];
        if (!reasons.isEmpty()) {
            Map<String, Object> persons = new LinkedHashMap<>();
            persons.put("reasons", reasons);
            person = Json.write(persons);
        }
        return new LogRecord(kind, Json.write(land), cipher.seal(person, PERSONS, act.id()), note);
    }

    byte[] bytes() {
        return new ByteSink()
                .octet(kind.ordinal())
                .block(land)
                .block(sealed)
                .block(note)
                .done();
    }

    static LogRecord of(byte[] payload) throws CodecException {
        ByteSource in = new ByteSource(payload);
        int kind = in.octet();
        if (kind >= Kind.values().length) {
            throw new CodecException("a record of an unknown kind", null);
        }
        return new LogRecord(Kind.values()[kind], in.block(), in.block(), in.block());
    }

    private byte[] person(UUID id, PersonCipher cipher) throws KeyException {
        return cipher.open(sealed, PERSONS, id);
    }

    /** The act of a record of {@link Kind#CHANGES}. */
    ChangeSet act(PersonCipher cipher) throws CodecException, KeyException {
        return ChangeCodec.decode(payload(cipher));
    }

    /** Both parts, the personal one unsealed. */
    Payload payload(PersonCipher cipher) throws CodecException, KeyException {
        UUID id = Json.read(land).id("id");
        return new Payload(land, person(id, cipher));
    }

    /** The act of a record of any other kind, with given changes. */
    ChangeSet act(PersonCipher cipher, List<Change> changes) throws CodecException, KeyException {
        JsonObject header = Json.read(land);
        byte[] person = person(header.id("id"), cipher);
        return ChangeCodec.decode(
                header, person.length == 0 ? List.of() : Json.read(person).list("reasons"), changes);
    }

    /** The import a record of a generation is about. */
    UUID importId() throws CodecException {
        return Json.read(land).id("import");
    }

    /** The hash of the import's file. */
    String sha256() throws CodecException {
        return Json.read(land).text("sha256");
    }

    /** How many changes the act of a generation has. */
    int size() throws CodecException {
        return Math.toIntExact(Json.read(land).number("size"));
    }
}
