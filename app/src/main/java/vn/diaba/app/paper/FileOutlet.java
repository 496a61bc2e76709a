package vn.diaba.app.paper;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.paper.FileName;
import vn.diaba.cadastre.record.Attachment;

/**
 * Where attached files are saved: each under its own name in the folder asked for and never outside of it, whatever the
 * name; files of one name get a number each, the same every time. Stateless.
 */
public final class FileOutlet {
    private FileOutlet() {}

    /**
     * A place for each file.
     *
     * @param land tells which files of an owner have one name
     * @param out a folder that exists; or, for one file, the file to be made
     * @param overwrite whether what is there may be replaced
     * @return places in the order of the files; nothing is written yet
     * @throws WorkspaceException {@code save-needs-folder} for several files with a place that is no folder, {@code
     *     save-folder-missing}, {@code save-would-replace} with the first file that is there
     */
    public static Map<Attachment, Path> places(Fabric land, List<Attachment> files, Path out, boolean overwrite)
            throws WorkspaceException {
        Map<Attachment, Path> places = new LinkedHashMap<>();
        if (Files.isDirectory(out)) {
            Set<String> used = new HashSet<>();
            for (Attachment file : files) {
                places.put(file, out.resolve(name(file, rank(land, file), used)));
            }
        } else {
            Path folder = out.toAbsolutePath().getParent();
            if (files.size() != 1) {
                throw new WorkspaceException("save-needs-folder", out.toString());
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new WorkspaceException("save-folder-missing", out.toString());
            }
            places.put(files.get(0), out);
        }
        for (Path place : places.values()) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !(overwrite && Files.isRegularFile(place))) {
                throw new WorkspaceException("save-would-replace", place.toString());
            }
        }
        return places;
    }

    /** How many files of its owner come before it under its name. */
    private static int rank(Fabric land, Attachment file) {
        List<Attachment> alike = new ArrayList<>(land.attachmentsOf(file.of()));
        alike.removeIf(other -> !folded(other.name()).equals(folded(file.name())));
        alike.sort(Comparator.comparing(Attachment::id));
        return Math.max(0, alike.indexOf(file));
    }

    private static String name(Attachment file, int rank, Set<String> used) {
        for (int n = rank; ; n++) {
            String name = FileName.plain(n == 0 ? file.name() : numbered(FileName.plain(file.name()), n + 1));
            if (used.add(folded(name))) {
                return name;
            }
        }
    }

    private static String numbered(String name, int n) {
        int point = name.lastIndexOf('.');
        int end = point > 0 ? point : name.length();
        // Room for the number, where the name is as long as names can be.
        String stem = name.substring(0, Math.min(end, 180));
        return stem + " (" + n + ")" + name.substring(end);
    }

    /** Some disks take small and capital letters for one. */
    private static String folded(String name) {
        return FileName.plain(name).toLowerCase(Locale.ROOT);
    }
}
