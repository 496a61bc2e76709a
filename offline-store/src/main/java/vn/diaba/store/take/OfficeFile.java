package vn.diaba.store.take;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;

/**
 * A file that an office gives everyone who works on its land: its own data, or a part of the map below the land. Immutable.
 *
 * @param name {@code office.json}, or {@code basemap/} and a path below it with slashes
 * @param sha256 of the whole, in lower-case hexadecimal digits
 * @param bytes how long it is
 */
public record OfficeFile(String name, String sha256, long bytes) {
    /** The name of the office's data. */
    public static final String OFFICE = "office.json";
    /** The folder of the map below the land. */
    public static final String BASE_MAP = "basemap";
    /** A file is given in parts of this many bytes, the last one shorter; a contract. */
    public static final int PART_BYTES = 256 << 10;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** What every file system takes; nothing hidden, nothing that leads elsewhere. */
    private static final Pattern STEP = Pattern.compile("[^./\\\\:*?\"<>|\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]{0,99}");

    private static final Pattern DEVICE = Pattern.compile("(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?");
    private static final int MOST_STEPS = 5;

    /**
     * Rejects what is no file of an office.
     *
     * @throws IllegalArgumentException for another name, hash or length
     */
    public OfficeFile {
        if (!isName(name) || !HASH.matcher(sha256).matches() || bytes < 0) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Whether a file of an office can be called so. */
    public static boolean isName(String name) {
        if (name.equals(OFFICE)) {
            return true;
        }
        String[] steps = name.split("/", -1);
        boolean good = steps.length > 1 && steps.length <= MOST_STEPS && steps[0].equals(BASE_MAP);
        for (String step : steps) {
            good &= STEP.matcher(step).matches()
                    && !step.endsWith(".")
                    && !step.endsWith(" ")
                    && !DEVICE.matcher(step.toUpperCase(Locale.ROOT)).matches();
        }
        return good;
    }

    /** Whether it is for the map below the land. */
    public boolean isBaseMap() {
        return !name.equals(OFFICE);
    }

    /** In how many parts it is given. */
    public int parts() {
        return Math.toIntExact((bytes + PART_BYTES - 1) / PART_BYTES);
    }

    /** How many bytes a part has. */
    public int partBytes(int part) {
        return (int) Math.min(PART_BYTES, bytes - (long) part * PART_BYTES);
    }

    /** As fields of JSON. */
    public Map<String, Object> fields() {
        return Map.of("name", name, "sha256", sha256, "bytes", bytes);
    }

    /** The reverse of {@link #fields}. */
    public static OfficeFile of(JsonObject row) throws CodecException {
        try {
            return new OfficeFile(row.text("name"), row.text("sha256"), row.number("bytes"));
        } catch (IllegalArgumentException e) {
            throw new CodecException("not a file of an office", e);
        }
    }
}
