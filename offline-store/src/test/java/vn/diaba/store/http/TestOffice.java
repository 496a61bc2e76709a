package vn.diaba.store.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerCertificate;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.wire.WiredLandDatabase;

/** A land database with a server on the loopback and an administrator {@code an}. */
public final class TestOffice implements AutoCloseable {
    public static final String PASSWORD = "mật khẩu thử";

    public final LocalAuthority authority;
    public final Register register;
    private final @Nullable TestCertificate certificate;
    private final CentralServer server;
    private final Set<String> known = new HashSet<>(Set.of("an"));

    public TestOffice(Path base, LandJudge judge, @Nullable TestCertificate certificate, Clock clock) throws Exception {
        this.certificate = certificate;
        authority = LocalAuthority.create(base.resolve("central"), Keys.in(base.resolve("keys")), judge, clock);
        register = Register.of(authority, clock);
        register.add("test", "an", Role.ADMIN, PASSWORD.toCharArray());
        server = CentralServer.start(
                authority,
                register,
                ServerSetting.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        certificate == null
                                ? null
                                : ServerCertificate.of(certificate.store(), TestCertificate.PASSWORD.toCharArray())),
                clock);
    }

    public ServerAddress address() throws Exception {
        String url = certificate == null ? server.url() : "https://localhost:" + server.port();
        return ServerAddress.of(url, certificate == null ? null : certificate.pem());
    }

    /** Makes a surveyor without a scope, unless there is an account of this name. */
    public void surveyor(String user) throws RemoteException {
        if (known.add(user)) {
            register.add("test", user, Role.SURVEYOR, PASSWORD.toCharArray());
        }
    }

    /** The land database as a second administrator {@code quan_tri} reaches it. */
    public LandDatabase administrator(UUID client) throws Exception {
        known.add("quan_tri");
        register.add("test", "quan_tri", Role.ADMIN, PASSWORD.toCharArray());
        return as("quan_tri", client);
    }

    public String token(String user, UUID client) throws Exception {
        return SignIn.at(address(), user, PASSWORD.toCharArray(), client, "máy thử")
                .token();
    }

    /** The land database as this user reaches it. */
    public LandDatabase as(String user, UUID client) throws Exception {
        return new WiredLandDatabase(new HttpLine(address(), token(user, client)));
    }

    @Override
    public void close() throws RemoteException {
        server.close();
        authority.close();
    }
}
