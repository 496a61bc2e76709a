package vn.diaba.cadastre.rule;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.sheet.SheetGrid;
import vn.diaba.cadastre.sheet.SheetName;

/**
 * What lies around the land and is no parcel itself: frames of map sheets, outlines of communes, the part of the plane
 * where land of this CRS can be. What is not known is absent, and the rules that need it say nothing. Immutable; the
 * geometries must not be changed.
 *
 * @param frames by {@link #key} of commune and sheet; the commune "" stands for any
 * @param communes outlines by the commune's code in the project CRS; "" stands for every commune without its own
 * @param plausible where land can be, metres; null when that is not known
 * @param grid the partition that names of map sheets come from; null when sheets have frames only as listed
 */
public record Surround(
        Map<String, Frame> frames,
        Map<String, Geometry> communes,
        @Nullable Extent plausible,
        @Nullable SheetGrid grid) {
    /** Nothing is known. */
    public static final Surround NONE = new Surround(Map.of(), Map.of(), null, null);

    /** Copies the maps. */
    public Surround {
        frames = Map.copyOf(frames);
        communes = Map.copyOf(communes);
    }

    /**
     * The frame of a map sheet on the ground.
     *
     * @param extent what it holds, extended frames included; metres
     * @param scale denominator of the map's scale
     */
    public record Frame(Extent extent, double scale) {}

    /** The key of a sheet: sheet numbers that mean the same ({@code 07 = 7}) have the same key. */
    public static String key(String commune, String sheet) {
        return commune + "/" + ParcelNumber.canonical(sheet);
    }

    /** Whether the frame of any sheet can be known. */
    boolean knowsFrames() {
        return !frames.isEmpty() || grid != null;
    }

    /**
     * The frame of a sheet: the one listed; else, where the sheet is cited by its name in the national partition ({@code
     * 215 596-3-(10)}), the ground that name stands for. A bare number ({@code 12}) says nothing of the ground.
     *
     * @param near any place of the zone, to tell apart sheets that share a name
     */
    Optional<Frame> findFrame(String commune, String sheet, EastNorth near) {
        Frame own = frames.get(key(commune, sheet));
        Frame listed = own != null ? own : frames.get(key("", sheet));
        if (listed != null || grid == null || sheet.chars().allMatch(Character::isDigit)) {
            return Optional.ofNullable(listed);
        }
        Optional<SheetName> name = SheetName.parse(sheet);
        return name.flatMap(each -> grid.find(each, near))
                .map(ground -> new Frame(ground, name.get().scale().denominator()));
    }

    /** The key of {@link #communes} that a commune's parcels must lie in, if any. */
    Optional<String> findCommune(String code) {
        return communes.containsKey(code)
                ? Optional.of(code)
                : communes.containsKey("") ? Optional.of("") : Optional.empty();
    }
}
