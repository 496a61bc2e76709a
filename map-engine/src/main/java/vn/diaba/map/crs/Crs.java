package vn.diaba.map.crs;

import java.util.Objects;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
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
    private final CoordinateReferenceSystem model;
    private final @Nullable GeoArea areaOfUse;
    private final @Nullable String sourceText;
    /** Derived on first use; computing it twice on two threads does no harm. */
    private volatile @Nullable PlaneReach reach;

    Crs(int code, String name, CoordinateReferenceSystem model, @Nullable GeoArea area, @Nullable String sourceText) {
        this.code = code;
        this.name = name;
        this.model = model;
        this.areaOfUse = area;
        this.sourceText = sourceText;
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
        return model instanceof ProjectedCRS;
    }

    /** Whether it is a plane with metres on both axes, as a workspace needs it. */
    public boolean isMetric() {
        return isProjected() && Math.abs(metresPerUnit() - 1) < 1e-9;
    }

    /** Metres of one unit of its axes; NaN for degrees. */
    public double metresPerUnit() {
        if (!isProjected()) {
            return Double.NaN;
        }
        return model.getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .asType(javax.measure.quantity.Length.class)
                .getConverterTo(SI.METRE)
                .convert(1.0);
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
        return model;
    }

    PlaneReach reach() {
        PlaneReach known = reach;
        if (known == null) {
            known = PlaneReach.of(this);
            reach = known;
        }
        return known;
    }

    boolean isVn2000() {
        return VietnamCrs.isVn2000(model);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Crs that
                && code == that.code
                && (code != 0 || DefinitionMatch.same(model, that.model, Optional.empty()));
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
