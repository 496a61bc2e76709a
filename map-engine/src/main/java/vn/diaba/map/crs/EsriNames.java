package vn.diaba.map.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ESRI calls common coordinate systems, both ways. Immutable. */
final class EsriNames {
    private static final Pattern UTM =
            Pattern.compile("(WGS_1984|NAD_1983|ETRS_1989|NAD_1927)_UTM_Zone_(\\d{1,2})([NS])");

    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    EsriNames() {
        try (InputStream in = EsriNames.class.getResourceAsStream("esri-names.properties");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains("=")).forEach(line -> {
                int equals = line.indexOf('=');
                int code = Integer.parseInt(line.substring(equals + 1).strip());
                codes.put(line.substring(0, equals), code);
                names.putIfAbsent(code, line.substring(0, equals));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The EPSG code behind a name; 0 if it is not listed. */
    int code(String name) {
        Matcher utm = UTM.matcher(name);
        if (!utm.matches()) {
            return codes.getOrDefault(name, 0);
        }
        int zone = Integer.parseInt(utm.group(2));
        boolean south = utm.group(3).equals("S");
        return switch (utm.group(1)) {
            case "WGS_1984" -> (south ? 32700 : 32600) + zone;
            case "NAD_1983" -> south ? 0 : 26900 + zone;
            case "NAD_1927" -> south ? 0 : 26700 + zone;
            default -> south ? 0 : 25800 + zone;
        };
    }

    /** The first name listed for a code. */
    Optional<String> name(int code) {
        int zone = code % 100;
        boolean utm = zone >= 1 && zone <= 60;
        String known = names.get(code);
        if (known == null && utm && code / 100 == 326) {
            known = "WGS_1984_UTM_Zone_" + zone + "N";
        } else if (known == null && utm && code / 100 == 327) {
            known = "WGS_1984_UTM_Zone_" + zone + "S";
        }
        return Optional.ofNullable(known);
    }
}
