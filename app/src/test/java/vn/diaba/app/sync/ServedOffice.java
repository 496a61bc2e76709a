package vn.diaba.app.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.Central;
import vn.diaba.app.edit.TestLand;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerCertificate;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.wire.CentralOffice;

/** The land database of {@link TwoOffices}, served on the loopback; the account {@code an} works in the zone. */
public final class ServedOffice implements AutoCloseable {
    /** Of every account. */
    public static final String PASSWORD = "mat-khau-thu-5512";

    private static final String STORE_PASSWORD = "certificate";

    private final Central central;
    private final CentralServer server;
    private final boolean isSecure;

    private ServedOffice(Path home, @Nullable SSLContext tls) throws Exception {
        central = Central.open(home.resolve("central"), TestLand.setting(home));
        if (central.register().accounts().isEmpty()) {
            central.register().add("test", "an", Role.SURVEYOR, PASSWORD.toCharArray());
            central.register().scope("test", "an", new CentralOffice.Sight(99901, true, true), false);
        }
        isSecure = tls != null;
        server = central.serve(ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls));
    }

    /** Without encryption, as on one machine. */
    public static ServedOffice plain(Path home) throws Exception {
        return new ServedOffice(home, null);
    }

    /** With a certificate that nobody has signed, made by the JDK's keytool. */
    public static ServedOffice selfSigned(Path home) throws Exception {
        return new ServedOffice(home, certificate(home));
    }

    /** A certificate for this machine that nobody has signed; {@code self.pem} in the folder is what to trust. */
    public static SSLContext certificate(Path home) throws Exception {
        Path store = home.resolve("self.p12");
        keytool(List.of(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=self",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD));
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD,
                "-file",
                home.resolve("self.pem").toString()));
        return ServerCertificate.of(store, STORE_PASSWORD.toCharArray());
    }

    private static void keytool(List<String> arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(arguments);
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** Where it answers. */
    public String url() {
        return isSecure ? "https://localhost:" + server.port() : server.url();
    }

    /** Switches the account off. */
    public void disable() throws Exception {
        central.register().disable("test", "an", true);
    }

    @Override
    public void close() throws RemoteException {
        server.close();
        central.close();
    }
}
