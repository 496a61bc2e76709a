package vn.diaba.app.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at every part of this installation. Safe; takes about a second. */
public final class Doctor {
    private final boolean display;
    private final Path home;
    private final Path epsgFolder;

    /**
     * A doctor for this machine and user.
     *
     * @param display whether a window can be shown
     * @param home where workspaces and settings go; need not exist
     * @param epsgFolder where GeoTools' database is unpacked; need not exist
     */
    public Doctor(boolean display, Path home, Path epsgFolder) {
        this.display = display;
        this.home = home;
        this.epsgFolder = epsgFolder;
    }

    /** One or more checks for every part, in a fixed order. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(Runtimes.java(Runtime.version().feature(), System.getProperty("java.version")));
        checks.add(Runtimes.memory());
        checks.add(Runtimes.fileNames(System.getProperty("sun.jnu.encoding", "")));
        checks.add(Libraries.window(display));
        checks.add(Libraries.logging());
        checks.addAll(Libraries.databases());
        checks.add(CrsCheck.selfTest());
        checks.add(CrsCheck.epsgDatabase(epsgFolder));
        checks.addAll(Fonts.bundled());
        checks.add(new Disk(home).check());
        return List.copyOf(checks);
    }
}
