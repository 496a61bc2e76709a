package vn.diaba.map.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.geotools.referencing.operation.DefaultCoordinateOperationFactory;

/**
 * Finds the way between two systems. Whatever touches VN-2000 goes by the shift given here and never by an operation that
 * a library would choose by area; a way without a known datum shift is refused.
 */
final class TransformBuilder {
    /** EPSG's accuracy of operation 6960. */
    private static final double VN2000_ACCURACY_METRES = 1;

    private final DatumShift vn2000;

    TransformBuilder(DatumShift vn2000) {
        this.vn2000 = vn2000;
    }

    CoordinateTransform build(Crs from, Crs to) throws CrsException {
        Optional<GeoArea> area = from.areaOfUse().or(to::areaOfUse);
        if (from.code() != 0 && from.code() == to.code() || DefinitionMatch.same(from.model(), to.model(), area)) {
            return new CoordinateTransform(from, to, List.of(), 0);
        }
        try {
            return from.isVn2000() || to.isVn2000() ? vietnamese(from, to) : foreign(from, to);
        } catch (FactoryException | NoninvertibleTransformException e) {
            throw new CrsException(e, "crs-no-path", from.name(), to.name());
        }
    }

    private CoordinateTransform vietnamese(Crs from, Crs to) throws FactoryException, NoninvertibleTransformException {
        List<CoordinateTransform.Leg> legs = new ArrayList<>();
        double accuracy = 0;
        if (from.isVn2000()) {
            if (from.isProjected()) {
                legs.add(leg(projection(from).inverse()));
            }
        } else {
            accuracy += addOperation(legs, from.model(), DefaultGeographicCRS.WGS84);
        }
        if (!from.isVn2000()) {
            legs.add(vn2000::fromWgs84);
        } else if (!to.isVn2000()) {
            legs.add(vn2000::toWgs84);
        }
        if (to.isVn2000()) {
            if (to.isProjected()) {
                legs.add(leg(projection(to)));
            }
        } else {
            accuracy += addOperation(legs, DefaultGeographicCRS.WGS84, to.model());
        }
        boolean shifted = from.isVn2000() != to.isVn2000();
        return new CoordinateTransform(from, to, legs, accuracy + (shifted ? VN2000_ACCURACY_METRES : 0));
    }

    /** By the datum shifts that the systems carry; operations chosen by area differ from version to version. */
    private CoordinateTransform foreign(Crs from, Crs to) throws FactoryException {
        List<CoordinateTransform.Leg> legs = new ArrayList<>();
        double accuracy = addOperation(legs, from.model(), to.model());
        return new CoordinateTransform(from, to, legs, accuracy);
    }

    private static double addOperation(
            List<CoordinateTransform.Leg> legs, CoordinateReferenceSystem from, CoordinateReferenceSystem to)
            throws FactoryException {
        if (from == to) {
            return 0;
        }
        CoordinateOperation operation = new DefaultCoordinateOperationFactory().createOperation(from, to);
        if (!operation.getMathTransform().isIdentity()) {
            legs.add(leg(operation.getMathTransform()));
        }
        return AbstractCoordinateOperation.getAccuracy(operation);
    }

    private static MathTransform projection(Crs crs) {
        return ((ProjectedCRS) crs.model()).getConversionFromBase().getMathTransform();
    }

    private static CoordinateTransform.Leg leg(MathTransform transform) {
        return (pairs, points) -> transform.transform(pairs, 0, pairs, 0, points);
    }
}
