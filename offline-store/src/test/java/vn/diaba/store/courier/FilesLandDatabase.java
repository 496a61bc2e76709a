package vn.diaba.store.courier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.office.Pass;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Each call a file to the office and a receipt back; zones are loaded at the office itself. */
public final class FilesLandDatabase implements LandDatabase {
    private final LocalAuthority authority;
    private final Register register;
    private final Path folder;
    private final UUID device;
    private final Clock clock;
    private Pass pass;

    public FilesLandDatabase(LocalAuthority authority, Path folder, UUID device, Clock clock) throws Exception {
        this(authority, Register.of(authority, clock), folder, device, clock);
        register.add("test", "an", Role.SURVEYOR, "mật khẩu thử".toCharArray());
        pass = newPass();
    }

    private FilesLandDatabase(LocalAuthority authority, Register register, Path folder, UUID device, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.folder = folder;
        this.device = device;
        this.clock = clock;
    }

    private Pass newPass() throws RemoteException {
        return new Pass("", "", register.central(), register.keys().known(), register.pass("test", "an"), null, 0);
    }

    /** The same as another device of the same person sees it, with a pass of its own. */
    public FilesLandDatabase at(UUID other) throws Exception {
        Path own = Files.createDirectories(folder.resolve("post-" + other));
        FilesLandDatabase there = new FilesLandDatabase(authority, register, own, other, clock);
        there.pass = newPass();
        return there;
    }

    Register register() {
        return register;
    }

    Pass pass() {
        return pass;
    }

    Path parcel(Outgoing outgoing) throws RemoteException {
        pass = FilePost.next(pass, clock.instant());
        Path file = folder.resolve("to-office-" + pass.files());
        FilePost.write(file, pass, outgoing);
        return file;
    }

    <E extends Exception> Path parcel(Outgoing outgoing, FilePost.Parts<E> parts) throws RemoteException, E {
        pass = FilePost.next(pass, clock.instant());
        Path file = folder.resolve("to-office-" + pass.files());
        FilePost.write(file, pass, outgoing, parts);
        return file;
    }

    Outgoing outgoing(@Nullable Integer zone, @Nullable Checkpoint at, List<Push> pushes, List<UUID> asked) {
        return new Outgoing(device, "máy thử", pass.token(), zone, at, pushes, asked, List.of(), List.of());
    }

    Reception reception() {
        return new Reception(authority, register, clock);
    }

    private CarriedDatabase there(@Nullable Integer zone, @Nullable Checkpoint at, List<Push> pushes, List<UUID> asked)
            throws RemoteException {
        Path file = parcel(outgoing(zone, at, pushes, asked));
        Path back = folder.resolve("receipt");
        reception().take(file, back);
        CarriedDatabase answer = FilePost.open(back, pass, device);
        pass = pass.withToken(answer.receipt().token());
        return answer;
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        return there(null, null, List.of(), List.of()).hello(client);
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        return there(null, null, List.of(push), List.of()).push(push);
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return there(null, null, List.of(), ids).status(ids);
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return there(after.zone(), after, List.of(), List.of()).pull(after, maxBytes);
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        return there(zone, null, List.of(), List.of()).snapshot(zone);
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        Checkpoint made = authority.load(zone, land);
        register.scope("test", "an", new Sight(zone.zone(), true, true), false);
        return made;
    }

    @Override
    public void close() throws RemoteException {
        authority.close();
    }
}
