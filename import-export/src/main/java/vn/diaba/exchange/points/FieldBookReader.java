package vn.diaba.exchange.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.traverse.GridScale;
import vn.diaba.cadastre.traverse.Network;
import vn.diaba.cadastre.traverse.Observation;
import vn.diaba.cadastre.traverse.Traverse;
import vn.diaba.cadastre.traverse.TraverseLeg;
import vn.diaba.exchange.table.ImportException;

/**
 * Reads field books: a word, a name, then pairs of a word and a value, parted by blanks or semicolons; {@code #} begins a
 * remark. Confined to one thread.
 *
 * <pre>
 * angles gon                           # of bare numbers: degrees (if not said), gon or dms (packed)
 * scale 0.999823                       # grid for ground, applied to every distance after it
 * sigma distance 0.005 angle 5         # standard deviations, metres and seconds
 * known A north 1200050.00 east 500100.00 sigma 0      # x is north and y is east here
 * known B                              # as the workspace has it
 * traverse A back Z                    # or: bearing 45-30-00 (to what the first angle counts from), or nothing
 * to B angle 123-45-10 distance 100.123
 * to C bearing N45-30E distance 80.10  # a sign turns the bearing before: +90
 * to D angle 91-00-00 distance 57.30 radius -40        # along an arc, to the left
 * close angle 200-10-05 onward Q       # or: bearing 30-00-00; a last point that is known needs no close
 * at S set 1                           # observations from a station
 * sight T direction 0-00-00 distance 100.12
 * sight U angle 90-00-10 from T
 * </pre>
 */
public final class FieldBookReader {
    private static final Set<String> WORDS =
            Set.of("angles", "scale", "sigma", "known", "traverse", "to", "close", "at", "sight");

    private final String file;
    private final Map<String, Network.Point> known = new LinkedHashMap<>();
    private final List<FieldBook.Course> traverses = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<TraverseLeg> legs = new ArrayList<>();
    private AngleText angles = AngleText.DEGREES;
    private GridScale scale = GridScale.NONE;
    private double sigmaMetres = 0.005;
    private double sigmaSeconds = 5;
    private String start = "";
    private String back = "";
    private @Nullable Bearing backBearing;
    private @Nullable Bearing last;
    private String station = "";
    private String set = "1";

    private final Map<String, EastNorth> others;

    private FieldBookReader(String file, Map<String, EastNorth> others) {
        this.file = file;
        this.others = others;
    }

    /** Whether a file's first row looks like a field book. */
    public static boolean recognises(String firstRow) {
        return WORDS.contains(firstRow.strip().split("[\\s;]+")[0].toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a file.
     *
     * @param others points known before, by name, for lines that say {@code known} and no coordinates
     * @throws ImportException {@code file-unreadable}; {@code book-line-not-read} with the line's number and text;
     *     {@code book-point-unknown} with the line's number and the name; {@code book-leg-without-traverse},
     *     {@code book-sight-without-station} with the line's number
     */
    public static FieldBook read(Path path, Map<String, EastNorth> others) throws ImportException {
        return of(
                String.valueOf(path.getFileName()), FileText.read(path, "auto").lines(), others);
    }

    /**
     * Reads the lines of a book.
     *
     * @param file what to call it when something is wrong
     * @param others points known before, by name
     * @throws ImportException as {@link #read}, but {@code file-unreadable}
     */
    public static FieldBook of(String file, List<String> lines, Map<String, EastNorth> others) throws ImportException {
        FieldBookReader reader = new FieldBookReader(file, others);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                try {
                    reader.line(i + 1, line);
                } catch (CogoException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new ImportException("book-line-not-read", List.of(file, i + 1, line), e);
                }
            }
        }
        reader.finish(Traverse.Close.NONE, "");
        return new FieldBook(
                List.copyOf(reader.known.values()),
                reader.traverses,
                reader.observations,
                reader.scale,
                reader.sigmaMetres,
                reader.sigmaSeconds);
    }

    private void line(int number, String line) throws ImportException, CogoException {
        String[] words = line.split("[\\s;]+");
        String word = words[0].toLowerCase(Locale.ROOT);
        boolean named = Set.of("known", "traverse", "to", "at", "sight").contains(word);
        String name = named ? words[1] : "";
        Map<String, String> values = new LinkedHashMap<>();
        boolean single = word.equals("angles") || word.equals("scale");
        for (int i = named ? 2 : 1; i < words.length && !single; i += 2) {
            values.put(words[i].toLowerCase(Locale.ROOT), words[i + 1]);
        }
        switch (word) {
            case "angles":
                angles = new AngleText(unit(words[1]));
                break;
            case "scale":
                scale = new GridScale(Double.parseDouble(words[1].replace(',', '.')));
                break;
            case "sigma":
                sigmaMetres =
                        values.containsKey("distance") ? DistanceText.metres(values.get("distance")) : sigmaMetres;
                sigmaSeconds = values.containsKey("angle") ? Double.parseDouble(values.get("angle")) : sigmaSeconds;
                break;
            case "known":
                known(number, name, values);
                break;
            case "traverse":
                finish(Traverse.Close.NONE, "");
                begin(number, name, values);
                break;
            case "to":
                leg(number, name, values);
                break;
            case "close":
                close(number, values);
                break;
            case "at":
                station = name;
                set = values.getOrDefault("set", "1");
                break;
            case "sight":
                sight(number, name, values);
                break;
            default:
                throw new IllegalArgumentException(word);
        }
    }

    private static AngleUnit unit(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "degrees":
                return AngleUnit.DEGREES;
            case "gon":
                return AngleUnit.GON;
            case "dms":
                return AngleUnit.PACKED_DMS;
            default:
                throw new IllegalArgumentException(text);
        }
    }

    private static String either(Map<String, String> values, String... names) {
        for (String name : names) {
            if (values.containsKey(name)) {
                return values.get(name);
            }
        }
        throw new IllegalArgumentException("without " + names[0]);
    }

    private void known(int number, String name, Map<String, String> values) throws CogoException, ImportException {
        if (values.isEmpty()) {
            EastNorth there = others.get(name);
            if (there == null) {
                throw new ImportException("book-point-unknown", file, number, name);
            }
            known.put(name, Network.Point.held(name, there));
            return;
        }
        double north = DistanceText.signedMetres(either(values, "north", "n", "x"));
        double east = DistanceText.signedMetres(either(values, "east", "e", "y"));
        double sigma = DistanceText.metres(values.getOrDefault("sigma", "0"));
        known.put(name, new Network.Point(name, new EastNorth(east, north), sigma));
    }

    private EastNorth place(int number, String name) throws ImportException {
        Network.Point point = known.get(name);
        EastNorth place = point == null ? null : point.position();
        if (place == null) {
            throw new ImportException("book-point-unknown", file, number, name);
        }
        return place;
    }

    private void begin(int number, String name, Map<String, String> values) throws ImportException, CogoException {
        start = name;
        EastNorth at = place(number, name);
        back = values.getOrDefault("back", "");
        String stated = values.get("bearing");
        backBearing = stated == null ? null : angles.bearing(stated, null);
        if (!back.isEmpty()) {
            backBearing = Bearing.of(at, place(number, back));
        }
        last = null;
    }

    private void leg(int number, String to, Map<String, String> values) throws ImportException, CogoException {
        if (start.isEmpty()) {
            throw new ImportException("book-leg-without-traverse", file, number);
        }
        if (to.equals(legs.isEmpty() ? start : legs.get(legs.size() - 1).to())) {
            throw new IllegalArgumentException("leg to itself");
        }
        double metres = scale.gridMetres(DistanceText.metres(either(values, "distance", "d", "arc")));
        String angle = values.get("angle");
        TraverseLeg leg;
        if (angle == null) {
            Bearing bearing = angles.bearing(either(values, "bearing", "b"), last);
            leg = TraverseLeg.ofBearing(to, bearing, metres);
            last = bearing;
        } else {
            leg = TraverseLeg.ofAngle(to, angles.degrees(angle), metres);
            Bearing before = legs.isEmpty() ? backBearing : last == null ? null : Polar.back(last);
            last = before == null ? null : Polar.turned(before, leg.angleDegrees());
        }
        String radius = values.get("radius");
        legs.add(radius == null ? leg : leg.along(scale.gridMetres(DistanceText.signedMetres(radius))));
    }

    private void close(int number, Map<String, String> values) throws ImportException, CogoException {
        if (legs.isEmpty()) {
            throw new ImportException("book-leg-without-traverse", file, number);
        }
        String end = legs.get(legs.size() - 1).to();
        EastNorth at = end.equals(start) ? place(number, start) : place(number, end);
        String onward = values.getOrDefault("onward", "");
        String stated = values.get("bearing");
        String angle = values.get("angle");
        Bearing known = stated == null ? null : angles.bearing(stated, null);
        if (!onward.isEmpty()) {
            known = Bearing.of(at, place(number, onward));
        }
        finish(new Traverse.Close(at, angle == null ? Double.NaN : angles.degrees(angle), known), onward);
    }

    private void finish(Traverse.Close close, String onward) throws ImportException {
        if (!legs.isEmpty()) {
            String end = legs.get(legs.size() - 1).to();
            Traverse.Close closing =
                    close.at() == null && known.containsKey(end) ? Traverse.Close.at(place(0, end)) : close;
            Traverse traverse = new Traverse(start, place(0, start), backBearing, legs, closing);
            traverses.add(new FieldBook.Course(traverse, back, onward));
        }
        legs.clear();
        start = "";
    }

    private void sight(int number, String to, Map<String, String> values) throws ImportException, CogoException {
        if (station.isEmpty()) {
            throw new ImportException("book-sight-without-station", file, number);
        }
        boolean any = false;
        for (var each : values.entrySet()) {
            String value = each.getValue();
            switch (each.getKey()) {
                case "direction":
                    observations.add(Observation.direction(station, to, set, angles.degrees(value), sigmaSeconds));
                    break;
                case "bearing":
                    observations.add(Observation.bearing(
                            station, to, angles.bearing(value, null).degrees(), sigmaSeconds));
                    break;
                case "angle":
                    String from = either(values, "from");
                    observations.add(Observation.angle(station, from, to, angles.degrees(value), sigmaSeconds));
                    break;
                case "distance":
                    double metres = scale.gridMetres(DistanceText.metres(value));
                    observations.add(Observation.distance(station, to, metres, sigmaMetres));
                    break;
                case "from":
                    continue;
                default:
                    throw new IllegalArgumentException(each.getKey());
            }
            any = true;
        }
        if (!any) {
            throw new IllegalArgumentException("nothing measured");
        }
    }
}
