package vn.diaba.cadastre.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a parcel is land. Parcels are retired, not deleted. Immutable.
 *
 * @param from first day, when known
 * @param to last day; null while the parcel lives
 */
public record Lifespan(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Lives, since when is not known. */
    public static final Lifespan ALIVE = new Lifespan(null, null);

    /** Whether it has ended. */
    public boolean isOver() {
        return to != null;
    }

    /** The same beginning, ended on a day. */
    public Lifespan endedOn(LocalDate day) {
        return new Lifespan(from, day);
    }
}
