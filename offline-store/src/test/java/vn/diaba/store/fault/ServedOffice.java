package vn.diaba.store.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.http.HttpLine;
import vn.diaba.store.http.ServerAddress;
import vn.diaba.store.http.SignIn;
import vn.diaba.store.key.Keys;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.wire.WiredLandDatabase;

/** A served land database in a process of its own, which can be killed and started again. Safe. */
final class ServedOffice implements EveryByteContract.Office {
    private static final String PASSWORD = "mật khẩu thử";

    private final Path base;
    private final Map<UUID, String> tokens = new ConcurrentHashMap<>();
    private volatile Process process;
    private volatile int port;

    ServedOffice(Path base) throws Exception {
        this.base = base;
        try (LocalAuthority made =
                LocalAuthority.create(folder(base), keys(base), LandJudge.LENIENT, Clock.systemUTC())) {
            Register.of(made, Clock.systemUTC()).add("test", "an", Role.ADMIN, PASSWORD.toCharArray());
        }
        start();
    }

    private static Path folder(Path base) {
        return base.resolve("central");
    }

    private static Keys keys(Path base) {
        return Keys.in(base.resolve("keys"));
    }

    /** The process: serves the land database of a folder until it is killed, and says at which port. */
    public static void main(String[] arguments) throws Exception {
        Path base = Path.of(arguments[0]);
        LocalAuthority authority = LocalAuthority.open(folder(base), keys(base), LandJudge.LENIENT, Clock.systemUTC());
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        CentralServer server = CentralServer.start(
                authority, Register.of(authority, Clock.systemUTC()), ServerSetting.of(here, null), Clock.systemUTC());
        PrintStream out = System.out;
        out.println(server.port());
        out.flush();
        // Ends with the one who started it, at the latest.
        while (System.in.read() >= 0) {
            continue;
        }
        Runtime.getRuntime().halt(1);
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedOffice.class.getName(),
                        base.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String said = out.readLine();
        if (said == null) {
            throw new IOException("the server did not start");
        }
        port = Integer.parseInt(said);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public LandDatabase through(int other, UUID client) throws RemoteException {
        return new WiredLandDatabase(new HttpLine(ServerAddress.of("http://127.0.0.1:" + other, null), token(client)));
    }

    /** What a client shows with each call; it signs in once, since that is made to be slow. */
    String token(UUID client) throws RemoteException {
        String known = tokens.get(client);
        if (known != null) {
            return known;
        }
        ServerAddress straight = ServerAddress.of("http://127.0.0.1:" + port, null);
        String token = SignIn.at(straight, "an", PASSWORD.toCharArray(), client, "máy thử")
                .token();
        tokens.put(client, token);
        return token;
    }

    /** Ends the server in the middle of whatever it does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Kills the server and starts it from its files, on another port. */
    void killAndStart() {
        try {
            kill();
            start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it left in its folder; the server must have been killed. */
    LocalAuthority left() throws RemoteException {
        return LocalAuthority.open(folder(base), keys(base), LandJudge.LENIENT, Clock.systemUTC());
    }

    @Override
    public void close() {
        kill();
    }
}
