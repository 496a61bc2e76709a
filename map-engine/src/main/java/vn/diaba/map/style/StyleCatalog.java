package vn.diaba.map.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The built-in cadastral set. Its styles are SLD files of this room, so that an office can copy and change one. Attributes
 * used: {@code landUse}, {@code number}, {@code area}, {@code length}; those of map objects at {@link #objects}.
 */
public final class StyleCatalog {
    private StyleCatalog() {}

    /** Fill of parcels by land-use code (colour table of the circulars on land statistics). */
    public static MapStyle parcels() {
        return read("parcels.sld");
    }

    /** Parcel boundaries as lines, for a layer whose source hands out each shared side once. */
    public static MapStyle boundaries() {
        return read("boundaries.sld");
    }

    /** The parcel label: number over area, land use at the left of the bar. */
    public static MapStyle labels() {
        return read("labels.sld");
    }

    /** Lengths along sides, for a layer of lines whose attribute {@code length} is the text to write. */
    public static MapStyle sideLengths() {
        return read("side-lengths.sld");
    }

    /** Map objects by the colour of their level; attributes {@code ink look mark writing label}. */
    public static MapStyle objects() {
        return read("objects.sld");
    }

    /** What others propose: hatched, with its author; attributes {@code part kind who}. */
    public static MapStyle proposals() {
        return read("proposals.sld");
    }

    private static MapStyle read(String file) {
        try (InputStream in = Objects.requireNonNull(StyleCatalog.class.getResourceAsStream(file))) {
            return new StyleReader().read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StyleException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
