package vn.diaba.app.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * Sets up the JDK's logging. Its name stands in the property {@code java.util.logging.config.class}, so that the JDK makes
 * one when the first logger is asked for, and a run that logs nothing pays nothing.
 */
public final class LogSetup {
    private static final String CONFIGURATION = """
            handlers=vn.diaba.app.log.LogFile
            .level=INFO
            org.geotools.level=WARNING
            org.h2.level=WARNING
            org.flywaydb.level=WARNING
            org.apache.level=WARNING
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n
            """;

    /** Called by the JDK. */
    public LogSetup() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes this class the one the JDK asks; to be called before the first logger is. */
    public static void announce() {
        System.setProperty("java.util.logging.config.class", LogSetup.class.getName());
    }

    /** From now on shows the log on this stream too, in more detail. */
    public static void alsoTo(OutputStream console) {
        StreamHandler handler = new StreamHandler(console, new PlainFormatter()) {
            @Override
            public synchronized void publish(java.util.logging.LogRecord entry) {
                super.publish(entry);
                flush();
            }
        };
        handler.setLevel(Level.FINE);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        Logger.getLogger("vn.diaba").setLevel(Level.FINE);
    }
}
