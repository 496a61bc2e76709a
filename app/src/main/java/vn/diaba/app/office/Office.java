package vn.diaba.app.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.rule.Basis;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.RuleData;
import vn.diaba.cadastre.rule.Surround;
import vn.diaba.cadastre.sheet.SheetGrid;

/**
 * What an office lays down. Immutable.
 *
 * @param rules weights, limits and codes
 * @param splitLimits least area, front and depth of the parts of a division
 * @param sheets frames of map sheets
 * @param communes outlines of communes
 * @param reaches where land can be, by CRS
 * @param grid the partition that names of map sheets come from
 * @param procedures what cases can be about
 * @param paperTypes what legal papers can be
 */
public record Office(
        RuleData rules,
        SplitLimits splitLimits,
        List<SheetFrame> sheets,
        List<Commune> communes,
        List<Reach> reaches,
        SheetGrid grid,
        List<Procedure> procedures,
        List<PaperType> paperTypes) {
    /** The name of an office's own file in a workspace folder or a land database. */
    public static final String FILE = "office.json";

    /** Copies the lists. */
    public Office {
        sheets = List.copyOf(sheets);
        communes = List.copyOf(communes);
        reaches = List.copyOf(reaches);
        procedures = List.copyOf(procedures);
        paperTypes = List.copyOf(paperTypes);
    }

    /**
     * A map sheet on the ground.
     *
     * @param commune the commune's code, "" for any
     * @param sheet its number
     * @param frame what it shows, and at which scale
     * @param basis where it stands
     */
    public record SheetFrame(String commune, String sheet, Surround.Frame frame, Basis basis) {}

    /**
     * The outline of a commune.
     *
     * @param code the commune's code, "" for every one without its own
     * @param outline in the project CRS
     * @param basis where it stands
     */
    public record Commune(String code, Geometry outline, Basis basis) {}

    /**
     * A kind of change a case can ask for (loại biến động).
     *
     * @param code as cases cite it
     * @param name what people call it
     * @param basis where it stands
     */
    public record Procedure(String code, String name, Basis basis) {}

    /** The kinds of change that hold on a day. */
    public List<Procedure> procedures(LocalDate asOf) {
        return procedures.stream().filter(row -> row.basis.holdsOn(asOf)).toList();
    }

    /** The type of paper of a code, whatever the case of its letters; older ones too, whose papers are still kept. */
    public Optional<PaperType> paperType(String code) {
        return paperTypes.stream()
                .filter(row -> row.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /**
     * Where land can be.
     *
     * @param epsg the CRS this holds for
     * @param extent east and north in these, metres
     * @param basis where it stands
     */
    public record Reach(List<Integer> epsg, Extent extent, Basis basis) {}

    /**
     * The rules of this office.
     *
     * @param asOf the day whose law counts
     * @param epsg code of the CRS of the land, 0 when it is not known
     * @param scale denominator of the scale of its map, 0 when it is not known
     */
    public RuleBook book(LocalDate asOf, int epsg, int scale) {
        RuleData data = rules;
        if (scale > 0) {
            List<RuleData.Limit> limits = new ArrayList<>(rules.limits());
            limits.add(new RuleData.Limit("mapScale", scale, Basis.CUSTOM));
            data = new RuleData(rules.version(), rules.weights(), limits, rules.landUses(), rules.birthPlaces());
        }
        return RuleBook.of(data, asOf, around(asOf, epsg));
    }

    private Surround around(LocalDate asOf, int epsg) {
        Map<String, Surround.Frame> frames = new HashMap<>();
        for (SheetFrame row : sheets) {
            if (row.basis.holdsOn(asOf)) {
                frames.put(Surround.key(row.commune, row.sheet), row.frame);
            }
        }
        Map<String, Geometry> outlines = new HashMap<>();
        for (Commune row : communes) {
            if (row.basis.holdsOn(asOf)) {
                outlines.put(row.code, row.outline);
            }
        }
        return new Surround(frames, outlines, reach(asOf, epsg), grid);
    }

    private @Nullable Extent reach(LocalDate asOf, int epsg) {
        return reaches.stream()
                .filter(row -> row.basis.holdsOn(asOf) && row.epsg.contains(epsg))
                .map(Reach::extent)
                .findFirst()
                .orElse(null);
    }
}
