package vn.diaba.exchange.points;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a heading's names mean, in Vietnamese, English and German. Stateless. */
final class ColumnNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, Pattern> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("north", Pattern.compile(".*\\bbac\\b.*|n|n m|north.*|.*northing.*|hochwert"));
        MEANINGS.put("east", Pattern.compile(".*\\bdong\\b.*|e|e m|east.*|.*easting.*|rechtswert"));
        MEANINGS.put("x", Pattern.compile("x|x m|toa do x|x coord.*"));
        MEANINGS.put("y", Pattern.compile("y|y m|toa do y|y coord.*"));
        MEANINGS.put("height", Pattern.compile("h|z|h m|z m|height|elev.*|hohe|cao do|do cao|altitude"));
        MEANINGS.put(
                "name",
                Pattern.compile(
                        "stt|tt|p|pt|id|no|nr|ten|name|so hieu|ten diem|diem|so hieu diem|point.*|punkt|nummer"));
        MEANINGS.put("code", Pattern.compile("d|ma|code|ghi chu|mo ta|desc.*|remark.*|note.*|bemerkung|art"));
    }

    private ColumnNames() {}

    /** {@code east north x y height name code}, or "" for a name nobody here knows. */
    static String meaning(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        for (var each : MEANINGS.entrySet()) {
            if (each.getValue().matcher(plain).matches()) {
                return each.getKey();
            }
        }
        return "";
    }
}
