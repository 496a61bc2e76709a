package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/** What the tests of this room ask of land. */
final class TestLand {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final RuleBook BOOK = RuleBook.standard(Tolerances.STANDARD);

    private TestLand() {}

    /** The land after a command; that its inverse gives the land back bit for bit is checked on the way. */
    static Fabric done(Fabric land, EditCommand command) throws ImpossibleEditException {
        ChangeSet act = command.plan(land);
        assertEquals(act, command.plan(land), "planning is pure");
        Fabric next = land.apply(act);
        assertEquals(land, next.apply(act.inverse(new UUID(9, 9))), "undo");
        return next;
    }

    static Fabric set(Fabric land, String number, String name, String value) throws ImpossibleEditException {
        long seed = 1000 + 31L * name.hashCode() + number.hashCode();
        return land.apply(new EditAttributes(id(land, number), Map.of(name, value), IdBlock.seeded(seed)).plan(land));
    }

    static ParcelId id(Fabric land, String number) {
        return TestFabrics.byNumber(land, number).id();
    }

    static List<ParcelId> ids(Fabric land, String... numbers) {
        return Stream.of(numbers).map(number -> id(land, number)).toList();
    }

    static double area(Fabric land, String number) {
        return land.areaOf(id(land, number)).squareMetres();
    }

    static double total(Fabric land) {
        return TestFabrics.live(land).stream()
                .mapToDouble(parcel -> land.areaOf(parcel.id()).squareMetres())
                .sum();
    }

    static String legal(Fabric land, String number) {
        return String.valueOf(TestFabrics.byNumber(land, number).facts().legalArea());
    }

    static String shape(Fabric land, String number) {
        return land.shapeOf(id(land, number)).norm().toText();
    }

    static String norm(String wkt) {
        try {
            Geometry shape = new WKTReader().read(wkt);
            return shape.norm().toText();
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** Rules that find an error, with how often; all rules over all the land. */
    static Map<String, Integer> errors(Fabric land) {
        Map<String, Integer> errors = new HashMap<>();
        for (Violation violation : BOOK.check(land, Scope.ALL).violations()) {
            if (violation.severity() == Severity.ERROR) {
                errors.merge(violation.rule(), 1, Integer::sum);
            }
        }
        return errors;
    }

    static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    /** A line through east, north pairs. */
    static List<EastNorth> line(double... pairs) {
        EastNorth[] places = new EastNorth[pairs.length / 2];
        for (int i = 0; i < places.length; i++) {
            places[i] = new EastNorth(pairs[2 * i], pairs[2 * i + 1]);
        }
        return List.of(places);
    }

    static Parcel parcel(Fabric land, String number) {
        return TestFabrics.byNumber(land, number);
    }
}
