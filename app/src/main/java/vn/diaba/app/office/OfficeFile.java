package vn.diaba.app.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.rule.Basis;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.RuleData;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Surround;
import vn.diaba.cadastre.sheet.SheetGrid;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;

/**
 * Reads office data: a JSON object with {@code format} ({@code diaba-office}), {@code version} and the sections {@code
 * rules}, {@code limits}, {@code landUses}, {@code birthPlaces}, {@code procedures}, {@code paperTypes}, {@code reach},
 * {@code splitLimits}, {@code sheets}, {@code communes}, lists of rows, each with {@code legalSource}, {@code validFrom} and {@code validTo} (ISO dates or null); and {@code sheetOrigin},
 * kilometres east and north of a corner of the partition into sheets, 500 and 0 where it is not given. Sheets cited by
 * their name in the partition need no row in {@code sheets}; those cited by a number do. A section that a file lacks is the
 * one shipped. Stateless.
 */
public final class OfficeFile {
    private static final String FORMAT = "diaba-office";

    private OfficeFile() {}

    /** What is shipped with the program. */
    public static Office shipped() {
        try (InputStream in = OfficeFile.class.getResourceAsStream(Office.FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its office data");
            }
            OfficeRow top = new OfficeRow(Json.read(in.readAllBytes()), Office.FILE, "");
            Office nothing = new Office(
                    RuleData.NONE,
                    SplitLimits.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    SheetGrid.STANDARD,
                    List.of(),
                    List.of());
            return office(top, nothing);
        } catch (IOException | CodecException | OfficeException neverOurs) {
            throw new IllegalStateException("the program's office data is damaged", neverOurs);
        }
    }

    /**
     * The data of a folder: its own file over what is shipped, or that alone.
     *
     * @throws OfficeException if it has a file that cannot be used
     */
    public static Office in(Path folder) throws OfficeException {
        Path file = folder.resolve(Office.FILE);
        return Files.exists(file) ? read(file) : shipped();
    }

    /**
     * A file's data over what is shipped.
     *
     * @throws OfficeException {@code office-file-unreadable}, {@code office-file-wrong} with the place in the file
     */
    public static Office read(Path file) throws OfficeException {
        try {
            return office(new OfficeRow(Json.read(Files.readAllBytes(file)), file.toString(), ""), shipped());
        } catch (IOException e) {
            throw new OfficeException("office-file-unreadable", List.of(file.toString()), e);
        } catch (CodecException e) {
            throw new OfficeException("office-file-wrong", List.of(file.toString(), "JSON"), e);
        }
    }

    private static Office office(OfficeRow top, Office otherwise) throws OfficeException {
        if (!top.text("format").equals(FORMAT)) {
            throw top.wrong("format");
        }
        RuleData old = otherwise.rules();
        RuleData rules = new RuleData(
                top.text("version"),
                top.has("rules") ? weights(top) : old.weights(),
                top.has("limits") ? limits(top) : old.limits(),
                top.has("landUses") ? landUses(top) : old.landUses(),
                top.has("birthPlaces") ? birthPlaces(top) : old.birthPlaces());
        return new Office(
                rules,
                top.has("splitLimits") ? splitLimits(top) : otherwise.splitLimits(),
                top.has("sheets") ? sheets(top) : otherwise.sheets(),
                top.has("communes") ? communes(top) : otherwise.communes(),
                top.has("reach") ? reaches(top) : otherwise.reaches(),
                top.has("sheetOrigin") ? grid(top) : otherwise.grid(),
                top.has("procedures") ? procedures(top) : otherwise.procedures(),
                top.has("paperTypes") ? paperTypes(top) : otherwise.paperTypes());
    }

    private static List<RuleData.Weight> weights(OfficeRow top) throws OfficeException {
        List<String> known = RuleBook.standard(Tolerances.STANDARD).ids();
        List<RuleData.Weight> weights = new ArrayList<>();
        for (OfficeRow row : top.rows("rules")) {
            if (!known.contains(row.text("rule"))) {
                throw row.wrong("rule");
            }
            weights.add(new RuleData.Weight(row.text("rule"), severity(row), row.basis()));
        }
        return weights;
    }

    private static Severity severity(OfficeRow row) throws OfficeException {
        try {
            return Severity.valueOf(row.text("severity").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.wrong("severity");
        }
    }

    private static List<RuleData.Limit> limits(OfficeRow top) throws OfficeException {
        List<RuleData.Limit> limits = new ArrayList<>();
        for (OfficeRow row : top.rows("limits")) {
            if (!Tolerances.NAMES.contains(row.text("name"))) {
                throw row.wrong("name");
            }
            if (row.number("value") < 0) {
                throw row.wrong("value");
            }
            limits.add(new RuleData.Limit(row.text("name"), row.number("value"), row.basis()));
        }
        return limits;
    }

    private static List<RuleData.UseCode> landUses(OfficeRow top) throws OfficeException {
        List<RuleData.UseCode> codes = new ArrayList<>();
        for (OfficeRow row : top.rows("landUses")) {
            codes.add(new RuleData.UseCode(row.text("code"), row.flag("group"), row.basis()));
        }
        return codes;
    }

    private static List<RuleData.BirthPlace> birthPlaces(OfficeRow top) throws OfficeException {
        List<RuleData.BirthPlace> places = new ArrayList<>();
        for (OfficeRow row : top.rows("birthPlaces")) {
            if (!row.text("digits").matches("\\d{3}")) {
                throw row.wrong("digits");
            }
            places.add(new RuleData.BirthPlace(row.text("digits"), row.basis()));
        }
        return places;
    }

    private static List<Office.Procedure> procedures(OfficeRow top) throws OfficeException {
        List<Office.Procedure> procedures = new ArrayList<>();
        for (OfficeRow row : top.rows("procedures")) {
            if (row.text("code").isBlank()) {
                throw row.wrong("code");
            }
            procedures.add(new Office.Procedure(row.text("code").strip(), row.text("name"), row.basis()));
        }
        return procedures;
    }

    private static List<PaperType> paperTypes(OfficeRow top) throws OfficeException {
        List<PaperType> types = new ArrayList<>();
        for (OfficeRow row : top.rows("paperTypes")) {
            String code = row.text("code").strip();
            if (code.isEmpty() || types.stream().anyMatch(known -> known.code().equalsIgnoreCase(code))) {
                throw row.wrong("code");
            }
            PaperType.Kind kind = PaperType.Kind.of(row.text("kind")).orElseThrow(() -> row.wrong("kind"));
            types.add(new PaperType(
                    code, kind, row.text("name"), row.textOr("nameEn", ""), row.texts("forms"), row.basis()));
        }
        return types;
    }

    private static SplitLimits splitLimits(OfficeRow top) throws OfficeException {
        List<SplitLimits.Row> limits = new ArrayList<>();
        for (OfficeRow row : top.rows("splitLimits")) {
            Basis basis = row.basis();
            limits.add(new SplitLimits.Row(
                    row.textOr("commune", ""),
                    row.textOr("landUse", ""),
                    row.leastOr0("areaM2"),
                    row.leastOr0("frontageM"),
                    row.leastOr0("depthM"),
                    basis.legalSource(),
                    basis.validFrom(),
                    basis.validTo()));
        }
        return new SplitLimits(limits);
    }

    private static List<Office.SheetFrame> sheets(OfficeRow top) throws OfficeException {
        List<Office.SheetFrame> sheets = new ArrayList<>();
        for (OfficeRow row : top.rows("sheets")) {
            Surround.Frame frame = new Surround.Frame(row.extent("frame"), row.number("scale"));
            sheets.add(new Office.SheetFrame(row.textOr("commune", ""), row.text("sheet"), frame, row.basis()));
        }
        return sheets;
    }

    private static List<Office.Commune> communes(OfficeRow top) throws OfficeException {
        List<Office.Commune> communes = new ArrayList<>();
        for (OfficeRow row : top.rows("communes")) {
            communes.add(new Office.Commune(row.textOr("code", ""), outline(row), row.basis()));
        }
        return communes;
    }

    private static Geometry outline(OfficeRow row) throws OfficeException {
        try {
            Geometry outline = new WKTReader().read(row.text("outline"));
            if (outline instanceof Polygonal && outline.isValid() && !outline.isEmpty()) {
                return outline;
            }
            throw row.wrong("outline");
        } catch (ParseException e) {
            throw row.wrong("outline");
        }
    }

    /** Whole kilometres east and north of a corner of the partition. */
    private static SheetGrid grid(OfficeRow top) throws OfficeException {
        List<Integer> km = top.integers("sheetOrigin");
        if (km.size() != 2) {
            throw top.wrong("sheetOrigin");
        }
        return new SheetGrid(km.get(0), km.get(1));
    }

    private static List<Office.Reach> reaches(OfficeRow top) throws OfficeException {
        List<Office.Reach> reaches = new ArrayList<>();
        for (OfficeRow row : top.rows("reach")) {
            reaches.add(new Office.Reach(row.integers("epsg"), row.extent("extent"), row.basis()));
        }
        return reaches;
    }
}
