package vn.diaba.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.Central;
import vn.diaba.app.sync.ServedOffice;
import vn.diaba.app.workspace.Setting;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServeException;
import vn.diaba.store.serve.ServerSetting;

/**
 * An office by the command line: a land database in a folder whose only zone, 123, was made of a workspace of squares, served
 * on this machine; the account {@code an} may do everything. Confined to one thread.
 */
final class CommandOffice implements AutoCloseable {
    private final Path home;
    private final TestConsole console;
    private final String whole;
    private final String dir;
    private final Central central;
    private final CentralServer server;
    private final List<CentralServer> secure = new ArrayList<>();

    /** An office below a folder, with squares in a row, so many of them on each sheet. */
    CommandOffice(Path home, int squares, int onSheet) throws Exception {
        this.home = home;
        console = new TestConsole(home).set("DIABA_PASSWORD", "mật khẩu thử").set("DIABA_USER", "Lan");
        whole = folder("whole");
        dir = folder("central");
        Path file = Files.writeString(home.resolve("squares.geojson"), TestConsole.squares(squares, onSheet));
        newWorkspace("whole");
        ok("import", whole, file.toString(), "--crs", "9210");
        ok("central", "init", embedded());
        ok("central", "user", "add", "an", "--role", "admin", "--dir", dir);
        central = Central.open(Path.of(dir), setting(Duration.ZERO));
        server = serve(null);
        ok("central", "load", url(), whole, "--user", "an");
    }

    private CentralServer serve(@Nullable SSLContext tls) throws ServeException {
        return central.serve(ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls));
    }

    /** Serves it with TLS too; who signs in there trusts {@code self.pem} of the office's folder. */
    String serveSecurely() throws Exception {
        secure.add(serve(ServedOffice.certificate(home)));
        return "https://localhost:" + secure.get(0).port();
    }

    TestConsole console() {
        return console;
    }

    /** The workspace the land database was made of. */
    String whole() {
        return whole;
    }

    /** The land database's folder. */
    String dir() {
        return dir;
    }

    /** The land database by its server. */
    String url() {
        return server.url();
    }

    /** The land database by its folder. */
    String embedded() {
        return "embedded:" + dir;
    }

    /** A path below the office's folder. */
    String folder(String name) {
        return home.resolve(name).toString();
    }

    /** Makes an empty workspace of the zone's commune. */
    String newWorkspace(String name) {
        ok("new", folder(name), "--crs", "9210", "--commune", "00123");
        return folder(name);
    }

    /** The office's machine so much later. */
    Setting setting(Duration later) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z").plus(later), ZoneOffset.ofHours(7));
        return new Setting(
                "Trưởng",
                clock,
                Keys.in(console.folders().config()),
                CrsCatalog.standard(console.folders().epsgDatabase()));
    }

    /** Runs a line that must succeed. */
    void ok(String... arguments) {
        console.ok(arguments);
    }

    /** Runs a line that must succeed; what it prints. */
    String out(String... arguments) {
        return console.ok(arguments);
    }

    /** Runs a line that must be refused; what it says. */
    String refused(String... arguments) {
        return console.refused(arguments);
    }

    /** Runs a line that asks for JSON and must end with this exit status. */
    JsonObject json(int exit, String... arguments) throws CodecException {
        return Json.read(console.json(exit, arguments).getBytes(StandardCharsets.UTF_8));
    }

    /** The line is cut. */
    void stopServing() {
        server.close();
    }

    @Override
    public void close() throws RemoteException {
        secure.forEach(CentralServer::close);
        server.close();
        central.close();
    }
}
