package vn.diaba.app.intake;

import java.util.Map;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.object.LevelNames;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.table.ReadOptions;

/**
 * All that a person says of a file to be taken in. Immutable.
 *
 * @param kind what it is read as
 * @param reading layer and encoding
 * @param options CRS, columns, order of the coordinates, welding, coverage; of points only the CRS and the order
 * @param levels which layer is which map level; of objects only
 * @param shots of points only
 */
public record IntakeOrder(
        IntakeKind kind, ReadOptions reading, ImportOptions options, LevelNames levels, ShotRule shots) {
    /** Parcels, nothing said. */
    public static IntakeOrder of(IntakeKind kind, ReadOptions reading, ImportOptions options) {
        return new IntakeOrder(kind, reading, options, new LevelNames(Map.of()), ShotRule.STANDARD);
    }

    /**
     * How a list of points is taken. Immutable.
     *
     * @param metresPerUnit of the coordinates: 1 for metres, 0.001 for millimetres
     * @param role what the points are
     * @param toleranceMetres how far shots of one name may lie from their mean
     * @param repeated what becomes of names that stand more than once
     */
    public record ShotRule(double metresPerUnit, SurveyPoint.Role role, double toleranceMetres, Repeated repeated) {
        /** Metres, detail points, 5 cm, asked when shots disagree. */
        public static final ShotRule STANDARD = new ShotRule(1, SurveyPoint.Role.DETAIL, 0.05, Repeated.ASK);
    }

    /** What becomes of shots that carry one name. */
    public enum Repeated {
        /** Their mean where they agree; refused where they do not. */
        ASK,
        /** Their mean, those that lie apart left out. */
        MEAN,
        /** Each a point of its own. */
        KEEP
    }
}
