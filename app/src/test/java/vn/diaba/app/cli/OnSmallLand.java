package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A quiet console and a small workspace in a folder of their own, for tests of commands. */
abstract class OnSmallLand {
    @TempDir
    Path home;

    TestConsole console;
    String w;

    /** Makes the workspace by the console; gives its place. */
    abstract String land() throws IOException;

    @BeforeEach
    void workspace() throws IOException {
        console = new TestConsole(home).silent();
        w = land();
    }
}
