package vn.diaba.store.fault;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import vn.diaba.store.http.HttpLine;
import vn.diaba.store.http.ServerAddress;
import vn.diaba.store.http.SignIn;
import vn.diaba.store.key.Keys;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.LocalAuthority;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServeException;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.wire.WiredLandDatabase;

/** A served land database that can be stopped and started again. Safe. */
final class ServedOffice implements AutoCloseable {
    private static final char[] PASSWORD = "mật khẩu thử".toCharArray();

    private final Path base;
    private volatile LocalAuthority authority;
    private volatile CentralServer server;

    ServedOffice(Path base) throws Exception {
        this.base = base;
        authority = LocalAuthority.create(folder(), keys(), LandJudge.LENIENT, Clock.systemUTC());
        register().add("test", "an", Role.ADMIN, PASSWORD.clone());
        server = serve();
    }

    private Path folder() {
        return base.resolve("central");
    }

    private Keys keys() {
        return Keys.in(base.resolve("keys"));
    }

    private Register register() throws RemoteException {
        return Register.of(authority, Clock.systemUTC());
    }

    private CentralServer serve() throws RemoteException, ServeException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return CentralServer.start(authority, register(), ServerSetting.of(here, null), Clock.systemUTC());
    }

    LocalAuthority authority() {
        return authority;
    }

    int port() {
        return server.port();
    }

    /** The land database as a client of its own reaches it by a port. */
    LandDatabase through(int port, UUID client) throws RemoteException {
        return new WiredLandDatabase(new HttpLine(ServerAddress.of("http://127.0.0.1:" + port, null), token(client)));
    }

    /** What a client shows with each call. */
    String token(UUID client) throws RemoteException {
        ServerAddress straight = ServerAddress.of("http://127.0.0.1:" + server.port(), null);
        return SignIn.at(straight, "an", PASSWORD.clone(), client, "máy thử").token();
    }

    /** Stops the server and its land database and starts them from their files, on another port. */
    void restart() {
        try {
            server.close();
            authority.close();
            authority = LocalAuthority.open(folder(), keys(), LandJudge.LENIENT, Clock.systemUTC());
            server = serve();
        } catch (RemoteException | ServeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws RemoteException {
        server.close();
        authority.close();
    }
}
