package vn.diaba.cadastre.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;

/**
 * One use of a parcel's land. Immutable.
 *
 * @param code the land-use code ({@code ODT}); not checked here, a rule does
 * @param area the part of the parcel under this use, when it is known
 */
public record LandUse(String code, @Nullable LegalArea area) {
    /** Reads {@code ONT+CLN} or {@code ONT 120.5+CLN}; blank text gives no use. */
    public static List<LandUse> parse(String text) {
        List<LandUse> uses = new ArrayList<>();
        for (String part : text.split("\\+")) {
            String[] words = part.strip().split("\\s+", 2);
            if (!words[0].isEmpty()) {
                uses.add(new LandUse(words[0], words.length == 2 ? areaOf(words[1]) : null));
            }
        }
        return List.copyOf(uses);
    }

    private static @Nullable LegalArea areaOf(String text) {
        try {
            return LegalArea.parse(text);
        } catch (NumberFormatException notAnArea) {
            return null;
        }
    }

    /** The codes joined by "+", as on the map. */
    public static String codes(List<LandUse> uses) {
        return uses.stream().map(LandUse::code).collect(Collectors.joining("+"));
    }

    /** Codes and areas in the form {@link #parse} reads. */
    public static String text(List<LandUse> uses) {
        return uses.stream()
                .map(use -> use.area == null ? use.code : use.code + " " + use.area)
                .collect(Collectors.joining("+"));
    }
}
