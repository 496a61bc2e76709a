package vn.diaba.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Libraries that must be on the class path, found by the names of their classes and not loaded further. */
final class Libraries {
    private static final String JAVAFX = "javafx.application.Application";
    private static final String LOGGING = "org.slf4j.jul.JDK14LoggerFactory";

    private Libraries() {}

    private record Driver(String name, String className) {}

    /** Every database the program speaks to. */
    static List<Check> databases() {
        List<Check> checks = new ArrayList<>();
        for (Driver driver : List.of(
                new Driver("H2", "org.h2.Driver"),
                new Driver("H2GIS", "org.h2gis.functions.factory.H2GISFunctions"),
                new Driver("SQLite", "org.sqlite.JDBC"),
                new Driver("PostgreSQL", "org.postgresql.Driver"))) {
            String part = "database-" + driver.name.toLowerCase(Locale.ROOT);
            checks.add(
                    isPresent(driver.className)
                            ? Check.ok(part, "doctor-database", driver.name)
                            : Check.fault(part, "doctor-database-missing", driver.name));
        }
        return checks;
    }

    /** JavaFX with its native part for this machine, and something to show it on. */
    static Check window(boolean display) {
        if (!isPresent(JAVAFX) || !hasNatives()) {
            return Check.warning("window", "doctor-window-missing", System.getProperty("os.name"));
        }
        return display ? Check.ok("window", "doctor-window") : Check.ok("window", "doctor-window-no-display");
    }

    /** The logging API must be found before the older copy inside the GeoTools jar. */
    static Check logging() {
        String found = LoggerFactory.getILoggerFactory().getClass().getName();
        return found.equals(LOGGING)
                ? Check.ok("logging", "doctor-logging")
                : Check.warning("logging", "doctor-logging-wrong", found);
    }

    private static boolean hasNatives() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String toolkit =
                os.startsWith("windows") ? "glass.dll" : os.startsWith("mac") ? "libglass.dylib" : "libglass.so";
        return Libraries.class.getClassLoader().getResource(toolkit) != null;
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
