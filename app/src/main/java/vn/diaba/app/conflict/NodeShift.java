package vn.diaba.app.conflict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A corner or point that is not at one place in all three versions. Immutable; metres of the project CRS.
 *
 * @param name as the drawing and the table call it, from 1
 * @param base where it was; null when it did not exist
 * @param mine where it is here; null when it is gone
 * @param theirs where the land database has it; null when it is gone there
 */
public record NodeShift(
        String name,
        @Nullable EastNorth base,
        @Nullable EastNorth mine,
        @Nullable EastNorth theirs) {
    /** Where it is in a version. */
    public Optional<EastNorth> find(Version version) {
        return Optional.ofNullable(version == Version.BASE ? base : version == Version.MINE ? mine : theirs);
    }

    /** How far apart both sides put it, metres; nothing when one has removed it. */
    public Optional<Double> apartMetres() {
        return mine == null || theirs == null ? Optional.empty() : Optional.of(mine.distanceTo(theirs));
    }

    /** The largest distance between two of its places, metres. */
    double spreadMetres() {
        double spread = apartMetres().orElse(0.0);
        if (base != null) {
            spread = Math.max(spread, mine == null ? 0 : base.distanceTo(mine));
            spread = Math.max(spread, theirs == null ? 0 : base.distanceTo(theirs));
        }
        return spread;
    }
}
