package vn.diaba.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.diaba.app.central.Central;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerCertificate;
import vn.diaba.store.serve.ServerSetting;

/** {@code diaba central serve}: answers workspaces until it is interrupted. */
@Command(name = "serve")
final class CentralServeCommand implements CliCommand {
    private static final int PORT = 7079;
    private static final long LOOK_NANOS = 200_000_000;

    @Mixin
    private CentralFlags central = new CentralFlags();

    @Option(names = "--port", paramLabel = "P")
    private int port = PORT;

    @Option(names = "--host", paramLabel = "HOST")
    private String host = "";

    @Option(names = "--certificate", paramLabel = "FILE")
    private @Nullable Path certificate;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        SSLContext tls =
                certificate == null ? null : ServerCertificate.of(certificate, SignInFlags.password(run, passwordFile));
        if (port < 0 || port > 65_535) {
            throw CommandFailure.usage("usage-value-wrong", port, "--port", "diaba central serve");
        }
        InetSocketAddress address = host.isEmpty() && tls == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        try (Central open = central.open(run);
                CentralServer server = open.serve(ServerSetting.of(address, tls))) {
            int accounts = open.register().accounts().size();
            run.note("serve-begun", server.url());
            if (accounts == 0) {
                run.note("serve-no-accounts");
            }
            untilInterrupted(run);
            return new Ended(server.url());
        }
    }

    private static void untilInterrupted(CommandRun run) {
        try {
            while (true) {
                LockSupport.parkNanos(LOOK_NANOS);
                run.progress().checkCancelled();
            }
        } catch (CancelledException asked) {
            run.note("serve-ending");
        }
    }

    private record Ended(String url) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("central", url);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("serve-ended", url);
        }
    }
}
