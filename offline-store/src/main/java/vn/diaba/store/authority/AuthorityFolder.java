package vn.diaba.store.authority;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.KeyRing;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.packed.LandCodec;
import vn.diaba.store.remote.RemoteException;

/** The files of an embedded land database. Confined to the holder of its lock. */
record AuthorityFolder(Path folder, UUID id, DataKey key) {
    private static final String NAME = "land-database.json";
    private static final String FORMAT = "diaba-land-database";

    static AuthorityFolder make(Path folder, Keys keys) throws RemoteException {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(NAME))) {
                throw new RemoteException("land-database-exists", List.of(folder.toString()), null);
            }
            UUID id = UUID.randomUUID();
            DataKey key = DataKey.fresh();
            KeyRing.Reference reference = new KeyRing(keys).keep(key, id);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("format", FORMAT);
            fields.put("version", 1);
            fields.put("id", id);
            fields.put("keyCheck", reference.check());
            fields.put("wrappedKey", reference.wrapped());
            Channels.REAL.write(folder.resolve(NAME), Json.write(fields));
            return new AuthorityFolder(folder, id, key);
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        } catch (KeyException e) {
            throw new RemoteException(e.code(), e.arguments(), e);
        }
    }

    static AuthorityFolder find(Path folder, Keys keys) throws RemoteException {
        try {
            JsonObject fields = Json.read(Files.readAllBytes(folder.resolve(NAME)));
            if (!fields.text("format").equals(FORMAT) || fields.number("version") != 1) {
                throw new RemoteException("land-database-missing", List.of(folder.toString()), null);
            }
            UUID id = fields.id("id");
            KeyRing.Reference reference = new KeyRing.Reference(fields.text("keyCheck"), fields.text("wrappedKey"));
            return new AuthorityFolder(folder, id, new KeyRing(keys).find(reference, id));
        } catch (NoSuchFileException | CodecException e) {
            throw new RemoteException("land-database-missing", List.of(folder.toString()), e);
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        } catch (KeyException e) {
            throw new RemoteException(e.code(), e.arguments(), e);
        }
    }

    PersonCipher cipher() {
        return new PersonCipher(key);
    }

    void writeLand(String name, Fabric land, UUID landId) throws RemoteException {
        Path beside = folder.resolve(name + ".new");
        try {
            try (FileOutputStream file = new FileOutputStream(beside.toFile());
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file, 1 << 16))) {
                LandCodec.write(out, land, cipher(), landId);
                out.flush();
                file.getFD().sync();
            }
            Channels.REAL.move(beside, folder.resolve(name));
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        }
    }

    Fabric readLand(String name, UUID landId) throws RemoteException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name)), 1 << 16))) {
            return LandCodec.read(in, cipher(), landId);
        } catch (IOException | CodecException | KeyException e) {
            throw new RemoteException("land-database-failed", List.of(name), e);
        }
    }

    /** Takes away a land file that no zone names any more. */
    void deleteLand(String name) throws RemoteException {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(name), e);
        }
    }
}
