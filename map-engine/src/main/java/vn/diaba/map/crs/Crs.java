package vn.diaba.map.crs;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.operation.projection.TransverseMercator;
import org.jspecify.annotations.Nullable;
import si.uom.SI;

/**
 * A coordinate reference system whose coordinates are east, north (longitude, latitude), whatever its official order.
 *
 * <p>Equal by EPSG code; where neither has one, by definition. Immutable, safe on any thread.
 */
public final class Crs {
    private final int code;
    private final String name;
    private final Nature nature;
    private final @Nullable GeoArea areaOfUse;
    private final @Nullable String sourceText;
    /** Made on first use; making it twice on two threads does no harm. */
    private volatile @Nullable CoordinateReferenceSystem model;

    private volatile @Nullable PlaneReach reach;

    /**
     * What can be told without GeoTools, whose classes alone cost up to a second in a new JVM, and how to get its model.
     *
     * @param metresPerUnit NaN for degrees
     */
    record Nature(double metresPerUnit, boolean isVn2000, Supplier<CoordinateReferenceSystem> maker) {}

    Crs(int code, String name, Nature nature, @Nullable GeoArea area) {
        this.code = code;
        this.name = name;
        this.nature = nature;
        this.areaOfUse = area;
        this.sourceText = null;
    }

    /** A system whose model is there already, from the database (no text) or from a text. */
    Crs(int code, CoordinateReferenceSystem model, boolean isVn2000, @Nullable GeoArea area, @Nullable String text) {
        this.code = code;
        this.name = model.getName().getCode();
        this.nature = new Nature(metresPerUnit(model), isVn2000, () -> model);
        this.areaOfUse = area;
        this.sourceText = text;
    }

    /** The EPSG code; 0 where the definition came from a text that could not be identified. */
    public int code() {
        return code;
    }

    /** Its name, as EPSG or the text it came from has it. */
    public String name() {
        return name;
    }

    /** Whether it is a plane; else its coordinates are degrees of longitude and latitude. */
    public boolean isProjected() {
        return !Double.isNaN(nature.metresPerUnit);
    }

    /** Whether it is a plane with metres on both axes, as a workspace needs it. */
    public boolean isMetric() {
        return isProjected() && Math.abs(nature.metresPerUnit - 1) < 1e-9;
    }

    /** Metres of one unit of its axes; NaN for degrees. */
    public double metresPerUnit() {
        return nature.metresPerUnit;
    }

    /** Where it is meant to be used, in WGS-84 degrees; empty if its source does not say. */
    public Optional<GeoArea> areaOfUse() {
        return Optional.ofNullable(areaOfUse);
    }

    /** The text it was read from, if it was and could not be identified. */
    Optional<String> sourceText() {
        return Optional.ofNullable(sourceText);
    }

    CoordinateReferenceSystem model() {
        CoordinateReferenceSystem known = model;
        if (known == null) {
            known = nature.maker.get();
            model = known;
        }
        return known;
    }

    PlaneReach reach() {
        PlaneReach known = reach;
        if (known == null) {
            known = PlaneReach.of(this);
            reach = known;
        }
        return known;
    }

    /** Whether it stands on the VN-2000 datum. */
    public boolean isVn2000() {
        return nature.isVn2000;
    }

    /** The zone, if it is a transverse Mercator plane; those of VN-2000 are known without GeoTools. */
    public Optional<MeridianZone> meridianZone() {
        Optional<MeridianZone> built = VietnamCrs.meridianZone(code);
        if (built.isEmpty()
                && isProjected()
                && model() instanceof ProjectedCRS projected
                && projected.getConversionFromBase().getMathTransform() instanceof TransverseMercator transform) {
            ParameterValueGroup values = transform.getParameterValues();
            return Optional.of(new MeridianZone(
                    values.parameter("central_meridian").doubleValue(),
                    values.parameter("scale_factor").doubleValue()));
        }
        return built;
    }

    private static double metresPerUnit(CoordinateReferenceSystem model) {
        if (!(model instanceof ProjectedCRS)) {
            return Double.NaN;
        }
        return model.getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .asType(javax.measure.quantity.Length.class)
                .getConverterTo(SI.METRE)
                .convert(1.0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Crs that
                && code == that.code
                && (code != 0 || DefinitionMatch.same(model(), that.model(), Optional.empty()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, isProjected());
    }

    @Override
    public String toString() {
        return code == 0 ? name : "EPSG:" + code + " " + name;
    }
}
