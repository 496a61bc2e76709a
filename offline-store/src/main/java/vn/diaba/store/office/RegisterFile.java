package vn.diaba.store.office;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WireJson;

/** The sealed file of accounts and devices. What another process changed is seen at the next reading. Safe. */
final class RegisterFile {
    private static final String NAME = "people.sealed";
    private static final String KIND = "people";

    private final Path folder;
    private final UUID central;
    private final PersonCipher cipher;
    private @Nullable State known;
    private @Nullable Stamp readAt;

    RegisterFile(Path folder, UUID central, PersonCipher cipher) {
        this.folder = folder;
        this.central = central;
        this.cipher = cipher;
    }

    /** All that is kept. Immutable. */
    record State(Identity keys, int tokenDays, Map<String, Account> accounts, Map<UUID, Device> devices) {
        State {
            accounts = Map.copyOf(accounts);
            devices = Map.copyOf(devices);
        }

        State with(Account account) {
            Map<String, Account> all = new LinkedHashMap<>(accounts);
            all.put(account.name(), account);
            return new State(keys, tokenDays, all, devices);
        }

        State with(Device device) {
            Map<UUID, Device> all = new LinkedHashMap<>(devices);
            all.put(device.id(), device);
            return new State(keys, tokenDays, accounts, all);
        }
    }

    /** Tells one writing of a file from the next: each is a file of its own, moved into place. */
    private record Stamp(FileTime time, long size, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
        }
    }

    /** A change of what is kept. */
    interface Step {
        State on(State state) throws RemoteException;
    }

    /** What is kept now. */
    synchronized State read() throws RemoteException {
        try {
            State state = known;
            Stamp at = Stamp.of(file());
            if (state == null || !at.equals(readAt)) {
                state = decode(Files.readAllBytes(file()));
                known = state;
                readAt = at;
            }
            return state;
        } catch (IOException | CodecException | KeyException e) {
            throw new RemoteException("register-unreadable", List.of(folder.toString()), e);
        }
    }

    private Path file() {
        return folder.resolve(NAME);
    }

    /** Whether a folder has one. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Changes what is kept, one process at a time; then does what belongs to it under the same lock. */
    synchronized State change(Step step) throws RemoteException {
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("people.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assert held != null;
            if (!Files.exists(file())) {
                write(new State(Identity.fresh(), Register.TOKEN_DAYS, Map.of(), Map.of()));
            }
            State before = read();
            State after = step.on(before);
            if (!after.equals(before)) {
                write(after);
            }
            return after;
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        }
    }

    private void write(State state) throws IOException {
        List<Object> accounts = new ArrayList<>();
        state.accounts().values().forEach(account -> accounts.add(account.row()));
        List<Object> devices = new ArrayList<>();
        state.devices().values().forEach(device -> devices.add(device.row()));
        byte[] plain = Json.write(WireJson.fields(
                "version",
                1,
                "keys",
                state.keys().row(),
                "tokenDays",
                state.tokenDays(),
                "accounts",
                accounts,
                "devices",
                devices));
        Channels.REAL.write(file(), cipher.seal(plain, KIND, central));
        known = null;
    }

    private State decode(byte[] sealed) throws CodecException, KeyException, RemoteException {
        JsonObject fields = Json.read(cipher.open(sealed, KIND, central));
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Object row : fields.list("accounts")) {
            Account account = Account.of(object(row));
            accounts.put(account.name(), account);
        }
        Map<UUID, Device> devices = new LinkedHashMap<>();
        for (Object row : fields.list("devices")) {
            Device device = Device.of(object(row));
            devices.put(device.id(), device);
        }
        return new State(
                Identity.of(fields.object("keys")), Math.toIntExact(fields.number("tokenDays")), accounts, devices);
    }

    private static JsonObject object(@Nullable Object row) throws CodecException {
        if (row instanceof JsonObject object) {
            return object;
        }
        throw new CodecException("not an object", null);
    }
}
