package vn.diaba.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.diaba.app.cli.CommandLineProgram;
import vn.diaba.app.cli.Host;
import vn.diaba.app.cli.Interrupt;
import vn.diaba.app.log.LogSetup;
import vn.diaba.app.settings.UserFolders;

/** The program's main class. */
public final class Launcher {
    private Launcher() {}

    /**
     * Runs one command line and ends the process with its exit status. Output is UTF-8 whatever the machine's code page.
     *
     * @param arguments as typed, without the program's name
     */
    public static void main(String[] arguments) {
        LogSetup.announce();
        System.setProperty("java.awt.headless", "true");
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        System.exit(new CommandLineProgram(host(), interrupt).run(List.of(arguments)));
    }

    private static Host host() {
        String osName = System.getProperty("os.name");
        return new Host(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                osName,
                isTerminal(),
                UserFolders.of(System.getenv(), osName, Path.of(System.getProperty("user.home"))),
                Clock.systemDefaultZone(),
                Optional.of((workspace, run) -> new Wiring().open(workspace, run)));
    }

    /** The start script knows whether standard error is a terminal; Java only knows of input and output together. */
    private static boolean isTerminal() {
        String told = System.getProperty("diaba.terminal");
        return told == null ? System.console() != null : told.equals("true");
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
